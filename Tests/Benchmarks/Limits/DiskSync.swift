import Foundation

/// What the disk alone does: a page of a file is written over and synced, again and again, as in a log that has its size.
struct DiskSync {
  private let descriptor: Int32
  private static let pages = 1024

  init(file: URL) throws {
    descriptor = open(file.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BenchFault("\(file.path) cannot be made") }
    let blank = [UInt8](repeating: 0, count: Self.pages * 4096)
    guard write(descriptor, blank, blank.count) == blank.count, fsync(descriptor) == 0 else {
      throw BenchFault("\(file.path) cannot be written")
    }
  }

  /// Microseconds that each of `count` syncs took.
  func measure(_ count: Int) throws -> [Int] {
    let page = [UInt8](repeating: 0x61, count: 4096)
    return try (0..<count).map { number in
      guard pwrite(descriptor, page, page.count, number % Self.pages * page.count) == page.count else { throw BenchFault("a page could not be written") }
      let watch = Stopwatch()
      guard fdatasync(descriptor) == 0 else { throw BenchFault("a page could not be synced") }
      return watch.nanoseconds / 1000
    }
  }

  func close() { Foundation.close(descriptor) }
}
