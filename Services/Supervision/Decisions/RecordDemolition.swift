import Contracts
import DomainModel
import ServiceKit

enum RecordDemolitionDecision: Decision {
  struct Sight {
    let works: Works
    let known: [Identifier<SlugKind>: IllegalStructure]
  }

  static func look(_ command: RecordDemolition, at view: any EntityView) throws -> Sight {
    var known: [Identifier<SlugKind>: IllegalStructure] = [:]
    for line in command.structures {
      known[line.structure] = try view.get(
        IllegalStructure.self, IllegalStructure.key(command.project, line.structure))
    }
    return Sight(works: try Works.of(command.project, in: view), known: known)
  }

  static func decide(_ command: RecordDemolition, seeing sight: Sight, under ruling: Ruling) throws
    -> Outcome<DemolitionReport>
  {
    var seen: Set<Identifier<SlugKind>> = []
    let repeated = command.structures.enumerated().filter { !seen.insert($1.structure).inserted }
    guard repeated.isEmpty else {
      throw Refusal(.structureRepeated, pointers: repeated.map { "/structures/\($0.offset)/structure" })
    }
    let bare = command.structures.enumerated().filter {
      $1.removed && $1.after.isEmpty && sight.known[$1.structure]?.hasPhotoAfter != true
    }
    guard bare.isEmpty else { throw Refusal(.photoMissing, pointers: bare.map { "/structures/\($0.offset)/after" }) }

    var known = sight.works.structuresKnown
    var standing = sight.works.structuresStanding
    for line in command.structures {
      let before = sight.known[line.structure]
      if before == nil { known += 1 }
      if before?.removed == false { standing -= 1 }
      if !line.removed { standing += 1 }
    }
    let isCleared = command.listComplete && standing == 0
    return Outcome(
      [
        DemolitionRecorded(
          project: command.project, structures: command.structures, listComplete: command.listComplete,
          cleared: isCleared)
      ],
      reply: DemolitionReport(known: known, standing: standing, cleared: isCleared))
  }
}
