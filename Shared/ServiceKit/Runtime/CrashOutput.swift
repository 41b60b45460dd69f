import Foundation

/// What a service prints when it crashes: which function of which thread, and nothing that lay in memory.
///
/// The Swift runtime prints a crash's registers with the bytes that they point to, into the same log as all else. Those bytes
/// may be of somebody's name. The runtime reads its settings before `main` runs, so a process that was started without them
/// starts itself again with them: same process, same arguments.
enum CrashOutput {
  /// The environment variable that the runtime's backtraces are set by.
  static let variable = "SWIFT_BACKTRACE"

  private static let restrictions = ["registers=none", "images=none", "interactive=no", "color=no"]

  /// Adds our restrictions to what is set already; of two settings of one thing the runtime takes the later.
  ///
  /// - Returns: nil when they stand there at the end: then the runtime has them.
  static func restricted(_ settings: String?) -> String? {
    let ours = restrictions.joined(separator: ",")
    guard let settings, !settings.isEmpty else { return ours }
    return settings.hasSuffix(ours) ? nil : "\(settings),\(ours)"
  }

  /// Starts the program again with the restrictions, if it was started without. Called before anything is read or opened.
  static func restrict() {
    guard let settings = restricted(ProcessInfo.processInfo.environment[variable]) else { return }
    setenv(variable, settings, 1)
    // By its own path: what is started as /proc/self/exe is called "exe" in every list of processes.
    let link = "/proc/self/exe"
    execv((try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? link, CommandLine.unsafeArgv)
    // It could not: then a crash says nothing at all, as in a program that knows no backtraces.
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGQUIT] { signal(number, SIG_DFL) }
  }
}
