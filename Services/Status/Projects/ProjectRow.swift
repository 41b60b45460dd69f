import Contracts
import DomainModel

/// A project in the list: what intake tells of it, and the days that matter now.
struct ProjectRow: Hashable, Sendable {
  let line: ProjectList.Line
  let standing: ProjectStanding
  /// Duties of the project, the earliest first.
  let duties: [DeadlineLine]

  init(_ line: ProjectList.Line, duties: [DeadlineLine] = []) {
    self.line = line
    standing = ProjectStanding(ProjectAnswers.Known(line: line))
    self.duties = duties
  }

  var overdue: [DeadlineLine] { duties.filter(\.deadline.overdue) }

  /// Whom it waits for: who may take the next step, else the services whose word is awaited; and who owes something.
  var waitsFor: [String] {
    guard !line.isWithdrawn, let next = standing.next else { return [] }
    let awaited = next.missing.compactMap(\.awaits).map { [$0.rawValue, $0.zh] }
    let taking = next.takenBy.map { [$0.rawValue, $0.zh] }
    let owing = duties.flatMap { duty in
      [duty.deadline.organisation?.rawValue].compactMap { $0 }
        + (duty.deadline.roles ?? []).flatMap { [$0.rawValue, $0.zh] }
    }
    return (awaited + taking).flatMap { $0 } + owing
  }
}

/// Which projects are listed.
struct ProjectFilter: Hashable, Sendable {
  /// The pack, `yueqing`.
  var cities: Set<String> = []
  /// Stage codes, `S05`.
  var stages: Set<String> = []
  var subdistrict: String?
  /// A role, a service or an organisation.
  var waitsFor: String?
  var isOverdueOnly = false
  /// Those given up are left out unless they are asked for.
  var withWithdrawn = false

  func takes(_ row: ProjectRow) -> Bool {
    if !cities.isEmpty, !cities.contains(row.line.edition?.pack.rawValue ?? "") { return false }
    if !stages.isEmpty, !stages.contains(row.line.stage?.code ?? "") { return false }
    if let subdistrict, row.line.subdistrict?.value.contains(subdistrict) != true { return false }
    if let waitsFor, !row.waitsFor.contains(waitsFor) { return false }
    if isOverdueOnly, row.overdue.isEmpty { return false }
    return withWithdrawn || !row.line.isWithdrawn
  }
}

/// In which order projects are listed.
enum ProjectOrder: String, CaseIterable, Sendable {
  case number, stage, subdistrict, due

  func sorted(_ rows: [ProjectRow]) -> [ProjectRow] {
    rows.sorted { key($0) < key($1) }
  }

  private func key(_ row: ProjectRow) -> String {
    let number = row.line.project.rawValue
    return switch self {
    case .number: number
    case .stage: "\(row.line.stage?.code ?? "") \(number)"
    case .subdistrict: "\(row.line.subdistrict?.value ?? "\u{10FFFF}") \(number)"
    // What is due first stands first; what has no day at the end.
    case .due: "\(row.duties.first?.deadline.day?.description ?? "9999") \(number)"
    }
  }
}
