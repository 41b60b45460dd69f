import DomainModel
import Foundation

/// What every tool looks at before it reads its command line.
public enum ToolStart {
  /// Ends the program with 64 when the environment holds a variable that looks like one of ours and is none: what it was
  /// to set would stay as it is, unseen. The language is not known yet, so it is said in both.
  public static func refuseMisspeltVariables() {
    guard let misspelt = KnownVariables.misspelt(in: ProcessInfo.processInfo.environment) else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\(misspelt.zh)\n\(misspelt.sentence)\n".utf8))
    exit(64)
  }
}
