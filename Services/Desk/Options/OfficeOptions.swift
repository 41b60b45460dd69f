import ArgumentParser
import ClientKit
import DomainModel
import Foundation

/// Where the services are and as whom to speak.
struct OfficeOptions: ParsableArguments {
  @Option(
    name: .customLong("connection"),
    help: "connection.json 的位置；默认 $JIUGAI_CONNECTION，再默认 ./connection.json。 The connection file.")
  var file: String?

  @Option(name: .customLong("as"), help: "以哪个单位的身份：英文代码或中文名，见 jiugai policy roles --codes。 The role to act as.")
  var role: Role?

  @Option(name: .customLong("wait"), help: "最多等候多少秒。 How many seconds to wait for an answer at most.")
  var patience: Int = 30

  var url: URL {
    URL(fileURLWithPath: file ?? ProcessInfo.processInfo.environment["JIUGAI_CONNECTION"] ?? "connection.json")
  }

  func validate() throws {
    guard (1...3600).contains(patience) else { throw ValidationError("--wait: 1 to 3600 seconds") }
  }

  func connection() throws -> Connection { try Connection(file: url) }

  func office(_ output: OutputOptions) throws -> Office {
    try Office(
      connection(), language: output.language.rawValue, deadline: .seconds(patience), carrier: DeskSurroundings.carrier)
  }

  /// The role that was given.
  ///
  /// - Throws: when none was given, with those that have a key here.
  func requiredRole() throws -> Role {
    if let role { return role }
    let known = try connection().clients.keys.sorted().joined(separator: ", ")
    throw DeskFault.usage(
      "role-missing", zh: "请用 --as 说明以哪个单位的身份办理。这里有证书的身份：\(known)。",
      en: "Say with --as which office you act for. Roles with a certificate here: \(known).")
  }

  /// The role for reading: the given one, else the operator, else any that has a key.
  func readingRole() throws -> Role {
    if let role { return role }
    let clients = try connection().clients
    if clients[Role.systemOperator.rawValue] != nil { return .systemOperator }
    guard let any = clients.keys.sorted().lazy.compactMap(Role.init(rawValue:)).first else {
      throw ClientFault.noClient(.systemOperator)
    }
    return any
  }
}

extension Role: ExpressibleByArgument {
  public init?(argument: String) {
    guard let role = Role(rawValue: argument) ?? Role.allCases.first(where: { $0.zh == argument }) else { return nil }
    self = role
  }

  /// Left out of help texts, where forty roles would hide the rest: `jiugai policy roles --codes` lists them.
  public static var allValueStrings: [String] { [] }
  public static var defaultCompletionKind: CompletionKind { .list(allCases.map(\.rawValue)) }
}

extension ServiceName: ExpressibleByArgument {}

extension DataClassification: ExpressibleByArgument {}

extension BusinessDate: ExpressibleByArgument {
  public init?(argument: String) {
    guard let day = try? BusinessDate(argument) else { return nil }
    self = day
  }
}

extension Identifier: ExpressibleByArgument {
  public init?(argument: String) {
    guard let known = try? Identifier(argument) else { return nil }
    self = known
  }
}
