import Foundation
import GRDBSQLite
import Synchronization

/// A layer under SQLite's files that fails when it is told to: the calls of one folder are counted, and from a given one on
/// they come to a given error, once or for good. Everything else passes through to the disk.
///
/// It is SQLite's usual way to the disk with some of its functions in front, so what is written is what is always written.
final class FaultyDisk: Sendable {
  enum Call { case write, sync, truncate }

  struct Plan {
    let folder: String
    let call: Call
    /// Calls that still succeed.
    var passing: Int
    let code: Int32
    /// Whether it goes on failing.
    let lasts: Bool
    fileprivate(set) var failures = 0
  }

  /// Registered as SQLite's own choice for every file opened from now on, in this process.
  static let shared = FaultyDisk()

  private let plan = Mutex<Plan?>(nil)
  /// Of open files, by the address that SQLite knows them by: where they are, and their real functions.
  private let files = Mutex<[UInt: (path: String, methods: UInt)]>([:])
  /// Our functions for each set of real ones; they stay for good, as SQLite keeps no count of them.
  private let tables = Mutex<[UInt: UInt]>([:])
  private let realDisk: UInt

  private init() {
    guard let real = sqlite3_vfs_find(nil) else { preconditionFailure("SQLite knows no disk") }
    realDisk = UInt(bitPattern: real)
    let disk = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    disk.initialize(to: real.pointee)
    disk.pointee.zName = UnsafePointer(strdup("faulty"))
    disk.pointee.pNext = nil
    disk.pointee.xOpen = { _, name, file, flags, outFlags in
      FaultyDisk.shared.open(name, file, flags, outFlags)
    }
    sqlite3_vfs_register(disk, 1)
  }

  /// Runs `body` with calls failing as planned; gives how many failed.
  func failing(
    _ call: Call, in folder: URL, after passing: Int, with code: Int32, lasts: Bool, _ body: () throws -> Void
  ) rethrows -> Int {
    plan.withLock { $0 = Plan(folder: folder.path, call: call, passing: passing, code: code, lasts: lasts) }
    defer { plan.withLock { $0 = nil } }
    try body()
    return plan.withLock { $0?.failures ?? 0 }
  }

  /// The error that a call comes to, if it does.
  private func fault(_ call: Call, _ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32? {
    guard let path = files.withLock({ $0[UInt(bitPattern: file)]?.path }) else { return nil }
    return plan.withLock { plan in
      guard var known = plan, known.call == call, path.hasPrefix(known.folder) else { return nil }
      defer { plan = known }
      if known.passing > 0 {
        known.passing -= 1
        return nil
      }
      guard known.lasts || known.failures == 0 else { return nil }
      known.failures += 1
      return known.code
    }
  }

  // MARK: In front of SQLite's functions

  private func open(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ outFlags: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let real = UnsafeMutablePointer<sqlite3_vfs>(bitPattern: realDisk), let open = real.pointee.xOpen else {
      return SQLITE_CANTOPEN
    }
    let code = open(real, name, file, flags, outFlags)
    guard code == SQLITE_OK, let file, let methods = file.pointee.pMethods, let name else { return code }
    files.withLock { $0[UInt(bitPattern: file)] = (String(cString: name), UInt(bitPattern: methods)) }
    file.pointee.pMethods = table(in: methods)
    return code
  }

  private func table(in methods: UnsafePointer<sqlite3_io_methods>) -> UnsafePointer<sqlite3_io_methods>? {
    let address = tables.withLock { tables in
      if let known = tables[UInt(bitPattern: methods)] { return known }
      let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
      table.initialize(to: methods.pointee)
      table.pointee.xWrite = { file, bytes, count, offset in
        let disk = FaultyDisk.shared
        return disk.fault(.write, file) ?? disk.real(file)?.xWrite(file, bytes, count, offset) ?? SQLITE_IOERR
      }
      table.pointee.xSync = { file, flags in
        let disk = FaultyDisk.shared
        return disk.fault(.sync, file) ?? disk.real(file)?.xSync(file, flags) ?? SQLITE_IOERR
      }
      table.pointee.xTruncate = { file, size in
        let disk = FaultyDisk.shared
        return disk.fault(.truncate, file) ?? disk.real(file)?.xTruncate(file, size) ?? SQLITE_IOERR
      }
      table.pointee.xClose = { file in
        let disk = FaultyDisk.shared
        let real = disk.real(file)
        disk.files.withLock { $0[UInt(bitPattern: file)] = nil }
        return real?.xClose(file) ?? SQLITE_IOERR
      }
      let address = UInt(bitPattern: table)
      tables[UInt(bitPattern: methods)] = address
      return address
    }
    return UnsafePointer(bitPattern: address)
  }

  private func real(_ file: UnsafeMutablePointer<sqlite3_file>?) -> sqlite3_io_methods? {
    let methods = files.withLock { $0[UInt(bitPattern: file)]?.methods }
    return methods.flatMap { UnsafePointer<sqlite3_io_methods>(bitPattern: $0)?.pointee }
  }
}
