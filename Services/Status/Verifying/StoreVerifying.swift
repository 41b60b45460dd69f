import Contracts
import DomainModel
import Foundation

/// Verifies the stores of this machine with the services' own programs, each beside its service, and holds what each has
/// heard against the stores of its sources.
struct StoreVerifying {
  private let programs: ServicePrograms
  private let installed: [ServicePrograms.Installed]

  init(_ programs: ServicePrograms, _ installed: [ServicePrograms.Installed]) {
    self.programs = programs
    self.installed = installed
  }

  /// The stores of a folder: those that stand in it by their services' names, or the folder itself where it is a store. A
  /// backup says whose it is; a store that was put aside does not, and is the one service's that is wanted.
  static func stores(in folder: URL, wanted: [ServiceName]) -> [(service: ServiceName, folder: URL)] {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder.appendingPathComponent("journal.sqlite").path) {
      struct Manifest: Decodable { let feed: ServiceName }
      let manifest = try? JSONDecoder().decode(
        Manifest.self, from: Data(contentsOf: folder.appendingPathComponent("backup.json")))
      guard let service = manifest?.feed ?? (wanted.count == 1 ? wanted.first : nil) else { return [] }
      return [(service, folder)]
    }
    return ServiceName.allCases.map { ($0, folder.appendingPathComponent($0.rawValue)) }
      .filter { manager.fileExists(atPath: $0.1.path) }
  }

  /// All stores once; then those that others have read once more, against what these have seen. The first pass tells the
  /// positions, so a source is always read later than its readers.
  ///
  /// - Parameter isQuiet: whether the programs keep their progress to themselves.
  func verify(isQuiet: Bool = false) async -> [VerifiedService] {
    var reports: [ServiceName: StoreReport] = [:]
    var verified: [VerifiedService] = []
    for one in installed {
      var result = VerifiedService(one.service)
      switch await report(of: one, seen: [], isQuiet) {
      case .success(let report):
        reports[one.service] = report
        result = VerifiedService(report)
      case .failure(let fault): result.silence = fault.said
      }
      verified.append(result)
    }
    for place in verified.indices where verified[place].silence == nil {
      guard let one = installed.first(where: { $0.service == verified[place].service }) else { continue }
      let seen = reports.values.flatMap { report in
        report.heard.filter { $0.feed == one.service }.map { "\(report.service):\($0.epoch):\($0.sequence):\($0.hash)" }
      }
      guard !seen.isEmpty, case .success(let report) = await report(of: one, seen: seen.sorted(), isQuiet) else { continue }
      verified[place] = VerifiedService(report)
      verified[place].end("witnesses", Int64(seen.count))
    }
    return verified
  }

  private struct Fault: Error {
    let said: StoreReport.Said
  }

  private func report(
    of one: ServicePrograms.Installed, seen: [String], _ isQuiet: Bool
  ) async -> Result<StoreReport, Fault> {
    let ended: ServicePrograms.Ended
    do {
      ended = try await programs.run(one, ["--verify", "--json"] + seen.flatMap { ["--seen", $0] }, isQuiet: isQuiet)
    } catch {
      return .failure(
        Fault(said: .init(zh: "\(one.program.path) 运行不了", en: "\(one.program.path) cannot be run")))
    }
    guard let report = try? JSONDecoder().decode(StoreReport.self, from: ended.output) else {
      let line = "\(one.program.lastPathComponent) \((one.arguments + ["--verify"]).joined(separator: " "))"
      return .failure(
        Fault(
          said: .init(
            zh: "存储没有核验成（退出码 \(ended.status)）；原因见：\(line)",
            en: "the store could not be verified (exit code \(ended.status)); for the reason run \(line)")))
    }
    return .success(report)
  }
}
