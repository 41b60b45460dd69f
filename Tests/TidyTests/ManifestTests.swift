import Foundation
import Testing

@Suite("The manifest")
struct ManifestTests {
  private static let sample = """
    let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
    let service: [Target.Dependency] = ["DomainModel", "ServiceKit"]
    let package = Package(
      targets: [
        .systemLibrary(name: "CZeroMQ", path: "Shared/Messaging/CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
        module("Policy", at: "Shared/Policy", ["DomainModel", crypto], resources: [.copy("Packs")]),
      ] + program("Voting", "jiugai-voting", service + [crypto], runtime: ["ServiceKit"])
        + [tests("Voting", ["Voting"] + service)]
    )
    """

  @Test("is read with its groups and products")
  func reading() {
    let modules = Manifest(Self.sample).modules
    #expect(
      modules == [
        .init(name: "CZeroMQ", path: "Shared/Messaging/CZeroMQ", dependencies: []),
        .init(name: "Policy", path: "Shared/Policy", dependencies: ["DomainModel", "Crypto"]),
        .init(name: "Voting", path: "Services/Voting", dependencies: ["DomainModel", "ServiceKit", "Crypto"]),
        .init(name: "jiugai-voting", path: "Services/Voting/Main", dependencies: ["ServiceKit", "Voting"]),
        .init(name: "VotingTests", path: "Tests/VotingTests", dependencies: ["Voting", "DomainModel", "ServiceKit"]),
      ])
  }

  @Test("holds every source of the repository")
  func everySource() {
    let sources = Checkout.files.filter { $0.isSwift && $0.path != "Package.swift" }
    #expect(!sources.isEmpty)
    for file in sources {
      #expect(Manifest.here.module(of: file.path) != nil, "\(file.path) belongs to no target of Package.swift")
    }
  }

  @Test("has a paragraph in Modules.md for each target, and none for what is gone")
  func paragraphs() throws {
    let page = try #require(Checkout.file("Shared/Documentation/Modules.md"))
    #expect(!Manifest.here.modules.isEmpty)
    #expect(Self.faults(of: page.text, against: Manifest.here) == [])
  }

  @Test("is seen to differ from its page")
  func difference() {
    let page = "### CZeroMQ\n\nThe library.\n\n### Policy\n\n### Voting, jiugai-voting\n\nRounds.\n\n### Gone\n\nOnce.\n"
    #expect(
      Self.faults(of: page, against: Manifest(Self.sample)) == [
        "Policy has a heading and no paragraph", "Gone is in no manifest any more",
      ])
    #expect(Self.faults(of: "", against: Manifest(Self.sample)).first == "CZeroMQ has no paragraph")
  }

  /// What the page of modules lacks or has too much. The tests of a target that has a paragraph need none of their own.
  private static func faults(of page: String, against manifest: Manifest) -> [String] {
    var explained: [String: Bool] = [:]
    var order: [String] = []
    var open: [String] = []
    for line in page.split(separator: "\n") {
      if line.hasPrefix("### ") {
        open = line.dropFirst(4).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        order += open
        for name in open { explained[name] = false }
      } else if line.hasPrefix("#") {
        open = []
      } else if !line.trimmingCharacters(in: .whitespaces).isEmpty {
        for name in open { explained[name] = true }
      }
    }
    let names = manifest.modules.map(\.name)
    return names.compactMap { name in
      guard let hasParagraph = explained[name] else {
        return name.hasSuffix("Tests") && explained[String(name.dropLast(5))] != nil ? nil : "\(name) has no paragraph"
      }
      return hasParagraph ? nil : "\(name) has a heading and no paragraph"
    } + order.filter { !names.contains($0) }.map { "\($0) is in no manifest any more" }
  }
}
