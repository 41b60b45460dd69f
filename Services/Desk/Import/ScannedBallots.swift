import ClientKit
import Contracts
import DomainModel
import Forms

/// What the codes on returned paper must say, and who alone can have signed for a unit.
struct ScannedBallots {
  let project: ProjectID
  let round: RoundID
  let pack: Identifier<SlugKind>
  let edition: Identifier<SlugKind>
  /// The owner of each unit that has only one.
  let soleOwners: [UnitID: PersonID]

  init(
    project: ProjectID, round: RoundID, pack: Identifier<SlugKind>, edition: Identifier<SlugKind>,
    soleOwners: [UnitID: PersonID]
  ) {
    self.project = project
    self.round = round
    self.pack = pack
    self.edition = edition
    self.soleOwners = soleOwners
  }

  /// Asks for the edition that judges the project and for the units of the round's roll.
  init(_ desk: Office, as role: Role, project: ProjectID, round: RoundID) async throws {
    let report = try await desk.ask(ProjectReportQuery(project: project), as: role)
    let lines = try await desk.ask(RoundsQuery(project: project), as: role).rounds
    guard let line = lines.first(where: { $0.round == round }) else {
      throw DeskFault.usage(
        "unknown-round", zh: "项目 \(project) 没有轮次 \(round)。", en: "\(project) has no round \(round).")
    }
    let gathering = FormGathering(desk: desk, role: role, project: project, round: round, reason: nil)
    var owners: [UnitID: PersonID] = [:]
    for unit in try await gathering.units(line.roll) where unit.owners.count == 1 { owners[unit.unit] = unit.owners[0] }
    self.init(
      project: project, round: round, pack: report.edition.pack, edition: report.edition.edition, soleOwners: owners)
  }

  /// Why a code does not belong to this round; nil when it does.
  func fault(_ code: BallotCode) -> (zh: String, en: String)? {
    if code.round.project() != project {
      return ("这张票属于另一个项目 \(code.round.project())", "the form belongs to another project, \(code.round.project())")
    }
    if code.round != round { return ("这张票属于另一轮表决 \(code.round)", "the form belongs to another round, \(code.round)") }
    if code.pack != pack || code.edition != edition {
      let printed = "\(code.pack)/\(code.edition)"
      return (
        "这张票按另一规则版本 \(printed) 印制，现为 \(pack)/\(edition)",
        "the form was printed under \(printed); the project is under \(pack)/\(edition)"
      )
    }
    return nil
  }
}
