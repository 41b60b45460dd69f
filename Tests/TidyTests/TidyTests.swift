import Foundation
import Testing

@Suite("The repository is tidy")
struct TidyTests {
  @Test("every rule is kept", arguments: TidyRule.all)
  func kept(_ rule: TidyRule) {
    let files = Checkout.files.filter { rule.covers($0.path) }
    #expect(!files.isEmpty, "the rule looked at no file at all")
    for file in files {
      let places = rule.breaches(file).map { "\(file.path):\($0.line): \($0.what)" }
      #expect(places.isEmpty, "\(places.joined(separator: "; ")). Instead: \(rule.instead).")
    }
  }

  @Test("every rule can fail, and does not fail for nothing", arguments: TidyRule.all)
  func canFail(_ rule: TidyRule) {
    #expect(rule.covers(rule.broken.path))
    #expect(rule.covers(rule.kept.path))
    #expect(!rule.breaches(rule.broken).isEmpty)
    #expect(rule.breaches(rule.kept).isEmpty)
  }

  @Test("every service says on one page what it owns")
  func pages() {
    let services = Set(
      Checkout.files.filter { $0.path.hasPrefix("Services/") }.compactMap { $0.path.split(separator: "/").dropFirst().first })
    #expect(!services.isEmpty)
    for service in services {
      #expect(Checkout.file("Services/\(service)/README.md") != nil, "write Services/\(service)/README.md, as Voting's is")
    }
  }
}
