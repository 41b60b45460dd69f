import Contracts
import DomainModel

extension EntityView {
  /// The steps of a project that rest on events which no longer stand, those that rest on these steps, and so on; each
  /// with the event that puts it in question. Steps in question already are passed over: what rests on them was told.
  public func steps(of project: ProjectID, doubtedBy sources: [SourceRef]) throws -> [(step: StepRecord, because: SourceRef)] {
    guard !sources.isEmpty else { return [] }
    let all = try self.all(StepRecord.self, prefix: "\(project)#").filter { $0.inQuestion == nil }
    var doubted: [(step: StepRecord, because: SourceRef)] = []
    var open = sources
    var seen: Set<Int64> = []
    while let source = open.popLast() {
      for step in all where !seen.contains(step.sequence) && step.sources.contains(source) {
        seen.insert(step.sequence)
        doubted.append((step, source))
        open.append(journal.reference(step.sequence))
      }
    }
    return doubted.sorted { $0.step.sequence < $1.step.sequence }
  }

  /// What a service records when events of its own that stated facts of a project do not stand any longer: each of them
  /// as questioned, and the steps that rest on them. Other services find theirs when they hear it.
  ///
  /// - Parameter step: the step that the event belongs to, where it left no receipt.
  public func questions<C: ServiceContract>(
    _ contract: C.Type, of project: ProjectID, taking back: [SourceRef], step: (SourceRef) -> WireName
  ) throws -> [StepQuestioned<C>] {
    var questions: [StepQuestioned<C>] = []
    for source in back.sorted(by: { $0.sequence < $1.sequence }) {
      let own = try get(StepRecord.self, StepRecord.key(project, source.sequence))
      questions.append(
        StepQuestioned(
          project: project, step: own?.receipt.step ?? step(source), sequence: source.sequence, because: source))
    }
    let known = Set(back.map(\.sequence))
    for doubted in try steps(of: project, doubtedBy: back) where !known.contains(doubted.step.sequence) {
      questions.append(
        StepQuestioned(
          project: project, step: doubted.step.receipt.step, sequence: doubted.step.sequence, because: doubted.because))
    }
    return questions
  }
}
