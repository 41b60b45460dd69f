import DomainModel
import Testing

@testable import Status

@Suite("Figures for operators")
struct FiguresTests {
  private let zh = Figures(language: .zh)
  private let en = Figures(language: .en)

  @Test("group thousands", arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func counts(_ number: Int64, _ text: String) {
    #expect(zh.count(number) == text)
  }

  private static let sizes: [(Int64, String)] = [
    (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1_300_000, "1.2 MiB"), ((1 << 30) - 1, "1023.9 MiB"),
    (1 << 30, "1.0 GiB"), (Int64.max, "8191.9 PiB"),
  ]

  @Test("cut bytes, never round them up", arguments: sizes)
  func bytes(_ bytes: Int64, _ text: String) {
    #expect(zh.bytes(bytes) == text)
  }

  @Test("tell a time in its two largest units", arguments: [
    (0, "0秒", "0s"), (59, "59秒", "59s"), (61, "1分1秒", "1m 1s"), (3600, "1小时", "1h"), (273_600, "3天4小时", "3d 4h"),
  ])
  func durations(_ seconds: Int64, _ chinese: String, _ english: String) {
    #expect(zh.duration(seconds) == chinese)
    #expect(en.duration(seconds) == english)
  }

  @Test("show the share of the disk where its size is known")
  func disk() {
    #expect(zh.disk(free: 50 << 30, size: 100 << 30) == "50.0 GiB 50%")
    #expect(zh.disk(free: 50 << 30, size: nil) == "50.0 GiB")
  }

  @Test("show a moment in the office's time")
  func moment() {
    #expect(zh.moment(Sample.now) == "2024-03-01 10:00:00")
  }
}
