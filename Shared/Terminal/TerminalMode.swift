import Foundation
import Synchronization

/// The terminal's settings while a program draws on the whole screen: keys arrive one by one and are not echoed, the
/// screen beside the usual one is shown. However the program ends, the terminal is put back.
public enum TerminalMode {
  /// What was there before; nil while nothing is changed.
  private static let before = Mutex<termios?>(nil)

  /// Alternate screen, no cursor, no line wrap.
  private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"
  private static let leave = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// Takes the screen. Does nothing where standard input or output is no terminal.
  ///
  /// - Returns: whether the screen is taken.
  public static func takeScreen() -> Bool {
    guard isatty(0) == 1, isatty(1) == 1 else { return false }
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else { return false }
    let usual = settings
    before.withLock { $0 = usual }
    guardCrashes()
    // Keys as they are pressed: Ctrl-C comes as a key, so that leaving is one way only. Output stays as it is.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(IXON | ICRNL)
    guard tcsetattr(0, TCSANOW, &settings) == 0 else {
      before.withLock { $0 = nil }
      return false
    }
    write(enter)
    return true
  }

  /// Puts the terminal back. May be called more than once.
  public static func giveBack() {
    let usual = before.withLock { known in
      defer { known = nil }
      return known
    }
    restore(usual)
  }

  /// In a signal handler nothing may wait: where the lock is held the terminal is being put back already.
  private static func giveBackInHandler() {
    let usual = before.withLockIfAvailable { known in
      defer { known = nil }
      return known
    }
    restore(usual ?? nil)
  }

  private static func restore(_ usual: termios?) {
    guard var usual else { return }
    write(leave)
    _ = tcsetattr(0, TCSANOW, &usual)
  }

  private static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// A program that traps or is aborted puts the terminal back first, then ends as it would have.
  private static func guardCrashes() {
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        TerminalMode.giveBackInHandler()
        signal(number, SIG_DFL)
        raise(number)
      }
      sigaction(number, &action, nil)
    }
  }
}
