import Foundation

/// How large the terminal is.
public enum TerminalSize {
  /// Whether standard output is a terminal: what goes elsewhere is not broken into lines.
  public static var isTerminal: Bool { isatty(1) == 1 }

  /// The columns of standard output: the terminal's, else `COLUMNS`, else 100.
  public static var columns: Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 { return Int(size.ws_col) }
    if let given = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), given > 20 { return given }
    return 100
  }

  /// The rows of standard output: the terminal's, else 24.
  public static var rows: Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 4 { return Int(size.ws_row) }
    return 24
  }
}
