import DomainModel
import Policy
import Testing

@Suite("The papers of a filing (plan 3.1, 3.4)")
struct PackageCompletenessTests {
  static let application: [Identifier<SlugKind>] = ["application-short", "opinion-form", "opinion-summary"]
  static let declaration: [Identifier<SlugKind>] = [
    "project-application", "design-plan", "notice-form", "pledge", "management-plan",
  ]
  let edition: Edition

  init() throws { edition = try PackFolder.yueqing() }

  @Test("the declaration is complete with items 1 to 5; item 6 is not asked for")
  func complete() {
    let package = PackageCompleteness.of("declaration", given: Set(Self.declaration), under: edition)
    #expect(package.isComplete)
    #expect(package.findings.count == 5)
  }

  @Test("each item of the declaration is missed", arguments: declaration)
  func missing(form: Identifier<SlugKind>) {
    let package = PackageCompleteness.of(
      "declaration", given: Set(Self.declaration).subtracting([form]), under: edition)
    #expect(package.missing == [form])
    #expect(package.findings.filter { $0.result == .violated }.count == 1)
    #expect(package.findings.allSatisfy { !$0.stops && $0.cites.items == ["plan 3.4"] })
  }

  @Test("each form of the first application is missed", arguments: application)
  func missingForm(form: Identifier<SlugKind>) {
    let package = PackageCompleteness.of(
      "first-application", given: Set(Self.application).subtracting([form]), under: edition)
    #expect(package.missing == [form])
  }
}
