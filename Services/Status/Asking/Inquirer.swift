import ClientKit
import Contracts
import DomainModel
import Messaging

/// Asks all services at once, each with a short patience, so that one that is silent does not hold up the others.
struct Inquirer: Sendable {
  let office: Office
  let role = Role.systemOperator
  let divisions: [DivisionCode]

  /// - Parameter known: the projects as they were told a moment ago; asked again when left out.
  func answers(knowing known: ProjectAnswers? = nil) async -> Answers {
    let now = Instant.now()
    async let projects = known == nil ? projects() : nil
    let heard = await withTaskGroup(of: (ServiceName, Answers.Reply, [Parked.Waiting]).self) { group in
      for service in ServiceName.allCases {
        group.addTask {
          let (reply, parked) = await look(at: Catalogue.contract(of: service))
          return (service, reply, parked)
        }
      }
      var heard: [(ServiceName, Answers.Reply, [Parked.Waiting])] = []
      for await one in group { heard.append(one) }
      return heard
    }
    var answers = Answers(askedAt: now, replies: [:], projects: await projects ?? known ?? ProjectAnswers())
    for (service, reply, parked) in heard {
      answers.replies[service] = reply
      if !parked.isEmpty { answers.parked[service] = parked }
    }
    return answers
  }

  private func look<C: ServiceContract>(at contract: C.Type) async -> (Answers.Reply, [Parked.Waiting]) {
    let health: Health
    do { health = try await office.ask(HealthQuery<C>(), as: role) } catch {
      return (.silence(silence(of: C.service, error)), [])
    }
    guard health.parkedProjects > 0 else { return (.health(health), []) }
    // The count alone already says that something waits; without the list the reasons are missing, no more.
    let parked = try? await office.ask(ParkedQuery<C>(), as: role)
    return (.health(health), parked?.projects ?? [])
  }

  func silence(of service: ServiceName, _ error: any Error) -> Silence {
    switch error {
    case ClientFault.noAnswer: .noAnswer(office.connectionState(to: service, as: role) ?? .connecting)
    case ClientFault.rejected(let code, _): .answered(code)
    case ClientFault.refused(let problem): .answered(problem.code)
    case ClientFault.unreadable: .answered("UNREADABLE")
    case ClientFault.unknownService: .notConfigured
    default: .unusable("\(error)")
    }
  }
}
