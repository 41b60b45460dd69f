import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

enum DeclareAssetClassesDecision: Decision {
  static func look(_ command: DeclareAssetClasses, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: DeclareAssetClasses, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    try ruling.requireNotHalted()
    guard !command.classes.isEmpty else { throw Refusal(.itemsMissing, pointers: ["/classes"]) }
    let law = try ruling.law()
    let offered = Set(law.edition.assets.map(\.kind))
    let strange = command.classes.enumerated().filter { !offered.contains($1) }
    guard strange.isEmpty else {
      throw Refusal(.assetNotOffered, pointers: strange.map { "/classes/\($0.offset)" })
    }
    var after = works
    after.assets = command.classes.items
    let isComplete = works.handedOverOn == nil && after.handovers > 0 && after.assetsLeft(under: law).isEmpty
    return Outcome([
      AssetClassesDeclared(project: command.project, classes: command.classes, handoverComplete: isComplete)
    ])
  }
}
