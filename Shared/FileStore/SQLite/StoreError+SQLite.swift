import GRDB

extension StoreError {
  /// What an error from the database means for the store. Messages name tables and columns, never values.
  init(from error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_FULL: self = .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
      case .SQLITE_CONSTRAINT: self = .invalid(error.message ?? "a constraint failed")
      default: self = .fatal("SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "no message")")
      }
    default: self = .fatal("\(type(of: error))")
    }
  }
}
