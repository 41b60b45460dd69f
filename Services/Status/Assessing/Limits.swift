/// From where on a figure is a matter for the operator.
enum Limits {
  /// Events behind a feed.
  static let lag: Int64 = 1000
  /// Bytes: less than 1 GiB.
  static let diskFree: Int64 = 1 << 30
  /// Of the disk, in hundredths.
  static let diskFreeShare: Int64 = 5
  /// Seconds without a word from a feed whose service is up. A read waits 20 s at most and is asked again after 10 s at
  /// most, so a feed that goes on is heard several times in between, even while clocks differ a little.
  static let silence: Int64 = 120
  /// Seconds between two clocks: office days are counted by them, so a minute near midnight is another day.
  static let clock: Int64 = 60
}
