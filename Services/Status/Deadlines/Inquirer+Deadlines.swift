import ClientKit
import Contracts
import DomainModel

extension Inquirer {
  /// Deadlines taken from one service at most.
  private static let mostDeadlines = 5000

  /// Asks every service for its days, side by side.
  ///
  /// - Parameters:
  ///   - project: of this project only; else of the divisions' projects, of all where none is named.
  ///   - until: only what is due by then, and what cannot be counted yet.
  func deadlines(of project: ProjectID? = nil, asOf day: BusinessDate, until: BusinessDate? = nil) async
    -> DeadlineAnswers
  {
    typealias Told = (ServiceName, Result<(lines: [Deadline], isCut: Bool), any Error>)
    let told = await withTaskGroup(of: Told.self) { group in
      for service in ServiceName.allCases {
        group.addTask {
          do {
            let contract = Catalogue.contract(of: service)
            return (service, .success(try await deadlines(contract, project, day, until)))
          } catch { return (service, .failure(error)) }
        }
      }
      var told: [Told] = []
      for await one in group { told.append(one) }
      return told
    }
    var lines: [DeadlineLine] = []
    var gaps: [DeadlineAnswers.Gap] = []
    var isCut = false
    for (service, result) in told {
      switch result {
      case .success(let found):
        lines += found.lines.map { DeadlineLine(service: service, deadline: $0, asOf: day) }
        isCut = isCut || found.isCut
      case .failure(let error): gaps.append(.init(service: service, silence: silence(of: service, error)))
      }
    }
    let order = ServiceName.allCases
    gaps.sort { (order.firstIndex(of: $0.service) ?? 0) < (order.firstIndex(of: $1.service) ?? 0) }
    return DeadlineAnswers(asOf: day, lines: lines, gaps: gaps, isCut: isCut)
  }

  private func deadlines<C: ServiceContract>(
    _ contract: C.Type, _ project: ProjectID?, _ day: BusinessDate, _ until: BusinessDate?
  ) async throws -> (lines: [Deadline], isCut: Bool) {
    if let project {
      let answer = try await office.ask(DeadlinesQuery<C>(project: project, asOf: day, until: until), as: role)
      return (answer.deadlines, false)
    }
    var lines: [Deadline] = []
    for division in divisions.isEmpty ? [nil] : outermost.map(Optional.some) {
      var after: ProjectID?
      repeat {
        let page = try await office.ask(
          DeadlinesQuery<C>(division: division, after: after, asOf: day, until: until), as: role)
        lines += page.deadlines
        after = page.next
        if lines.count >= Inquirer.mostDeadlines { return (lines, after != nil) }
      } while after != nil
    }
    return (lines, false)
  }
}
