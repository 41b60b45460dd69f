import ClientKit
import Contracts
import DomainModel

extension Inquirer {
  /// Asks all services about one project, side by side. What one does not tell is a gap, not a failure of the whole.
  func dossier(of project: ProjectID, asOf day: BusinessDate) async -> Dossier {
    async let deadlines = deadlines(of: project, asOf: day)
    async let course = try? office.ask(CourseQuery(project: project), as: role)
    async let outlook = try? office.ask(OutlookQuery(project: project, asOf: day), as: role)
    async let timeline = try? office.ask(TimelineQuery(project: project, until: nil), as: role)
    async let account = try? office.ask(AccountQuery(project: project, asOf: day), as: role)
    var dossier = Dossier(asOf: day, deadlines: await deadlines)
    do {
      let report = try await office.ask(ProjectReportQuery(project: project), as: role)
      dossier.report = report
      dossier.subdistrict = try? await office.ask(CommunityQuery(community: report.community), as: role).subdistrict
        .value
    } catch { dossier.gaps.append(.init(service: .intake, silence: silence(of: .intake, error))) }
    for service in ServiceName.allCases {
      do { try await tell(Catalogue.contract(of: service), of: project, into: &dossier) } catch {
        guard !dossier.gaps.contains(where: { $0.service == service }) else { continue }
        dossier.gaps.append(.init(service: service, silence: silence(of: service, error)))
      }
    }
    dossier.course = await course?.reached ?? []
    dossier.outlook = await outlook
    dossier.timeline = await timeline?.entries ?? []
    dossier.account = await account
    dossier.steps.sort { ($0.taken.receipt.on, $0.taken.sequence) < ($1.taken.receipt.on, $1.taken.sequence) }
    dossier.refusals.sort { $0.given.at < $1.given.at }
    return dossier
  }

  private func tell<C: ServiceContract>(_ contract: C.Type, of project: ProjectID, into dossier: inout Dossier)
    async throws
  {
    async let receipts = office.ask(ReceiptsQuery<C>(project: project), as: role)
    async let refusals = office.ask(RefusalsQuery<C>(project: project), as: role)
    async let parked = office.ask(ParkedQuery<C>(), as: role)
    dossier.steps += try await receipts.receipts.map { Dossier.Step(service: C.service, taken: $0) }
    dossier.refusals += try await refusals.refusals.map { Dossier.Refused(service: C.service, given: $0) }
    dossier.parked += try await parked.projects.filter { $0.project == project.rawValue }.map {
      Dossier.Waiting(service: C.service, waiting: $0)
    }
  }
}
