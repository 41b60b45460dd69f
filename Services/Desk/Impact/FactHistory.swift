import Contracts
import DomainModel
import Foundation

/// What one service knew of its projects, as its journal tells it event by event.
struct FactHistory {
  private var facts: [ProjectID: ProjectFacts] = [:]
  private let service: ServiceName

  init(of service: ServiceName) {
    self.service = service
  }

  subscript(project: ProjectID) -> ProjectFacts { facts[project] ?? ProjectFacts(project: project) }

  private struct Heard: Decodable {
    let source: SourceRef
    let heardOn: BusinessDate
    let statements: [FactStatement]
  }

  private struct Doubt: Decodable {
    let source: SourceRef
    let about: Int64
    let kind: DoubtKind
  }

  private struct Step: Decodable { let sequence: Int64 }

  /// Takes the event in: what it states, what it heard, what it takes back or puts in question.
  mutating func follow(_ event: RecordedEvent, _ bytes: Data) throws {
    guard let project = event.project, let own = event.source(in: service) else { return }
    var known = self[project]
    func earlier(_ sequence: Int64) -> SourceRef { SourceRef(feed: own.feed, epoch: own.epoch, sequence: sequence) }
    switch event.name {
    case "\(service.rawValue).facts-heard":
      let heard = try RecordedStore.body(Heard.self, bytes)
      for said in heard.statements {
        known.state(said.key, Fact(value: said.value, on: said.on ?? heard.heardOn, source: heard.source))
      }
    case "\(service.rawValue).doubt-heard":
      let doubt = try RecordedStore.body(Doubt.self, bytes)
      let about = SourceRef(feed: doubt.source.feed, epoch: doubt.source.epoch, sequence: doubt.about)
      switch doubt.kind {
      case .withdrawn: known.withdraw(about)
      case .questioned: known.question(about, true)
      case .confirmed: known.question(about, false)
      }
    case "\(service.rawValue).record-withdrawn":
      known.withdraw(earlier(try RecordedStore.body(Step.self, bytes).sequence))
    case "\(service.rawValue).step-questioned":
      known.question(earlier(try RecordedStore.body(Step.self, bytes).sequence), true)
    case "\(service.rawValue).step-confirmed":
      known.question(earlier(try RecordedStore.body(Step.self, bytes).sequence), false)
    default: break
    }
    for said in event.facts ?? [] {
      known.state(said.key, Fact(value: said.value, on: said.on ?? event.effectiveon, source: own))
    }
    facts[project] = known
  }
}
