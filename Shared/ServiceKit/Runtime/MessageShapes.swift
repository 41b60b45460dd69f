import Contracts
import DomainModel
import Messaging

/// The field names that each command and query of a service may have, so that a misspelt optional field is refused rather
/// than overlooked.
struct MessageShapes: Sendable {
  private let trees: [String: KeyTree]

  init(_ contract: any ServiceContract.Type) {
    var trees: [String: KeyTree] = [:]
    for type in contract.commands { trees[type.wireType] = MessageShapes.tree(ofCommand: type) }
    for type in contract.queries { trees[type.wireType] = MessageShapes.tree(ofQuery: type) }
    self.trees = trees
  }

  func tree(of type: String) -> KeyTree? { trees[type] }

  private static func tree<C: Command>(ofCommand type: C.Type) -> KeyTree { tree(Schema.of(C.self)) }
  private static func tree<Q: Query>(ofQuery type: Q.Type) -> KeyTree { tree(Schema.of(Q.self)) }

  private static func tree(_ schema: Schema) -> KeyTree {
    switch schema {
    case .object(let properties): .object(properties.map { ($0.name, tree($0.schema)) })
    case .array(let element, _): .array(tree(element))
    case .string, .integer, .boolean, .oneOf: .any
    }
  }
}
