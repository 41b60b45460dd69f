import ArgumentParser
import Contracts
import DomainModel
import Testing

@testable import Status

@Suite("The document that programs read")
struct StatusJSONTests {
  @Test("holds the verdict, what to do first, and every figure")
  func mixed() throws {
    let value = StatusJSON(.en).value(Assessment(Sample.mixed))
    #expect(value["format"] == "jiugai-status/1")
    #expect(value["verdict"] == "down")
    #expect(value["exitCode"] == 2)
    #expect(value["first"] == "Start jiugai-supervision and read its log.")
    let services = try #require(elements(value["services"]))
    #expect(services.count == 5)
    #expect(services[1]["head"] == 12_345)
    #expect(services[4]["isUp"] == false)
    #expect(services[4]["silence"] == "unreachable")
    #expect(services[4]["epoch"] == .null)
    let feeds = try #require(elements(services[2]["feeds"]))
    #expect(feeds.map { $0["lag"] } == [0, 12_245, 0, .null])
    let project = try #require(elements(value["projects"]?["list"])?.first)
    #expect(project["isLate"] == true)
    #expect(project["next"]?["step"] == "intake.review-application")
    #expect(elements(project["next"]?["missing"])?.first?["awaits"] == "voting")
  }

  @Test("has the same members whatever is known")
  func shape() throws {
    let up = try #require(elements(StatusJSON(.zh).value(Assessment(Sample.healthy))["services"])?.first)
    let down = try #require(elements(StatusJSON(.zh).value(Assessment(Sample.down(.intake)))["services"])?.first)
    #expect(names(up) == names(down))
  }

  @Test("differs between languages in sentences alone")
  func languages() {
    let (zh, en) = (StatusJSON(.zh).value(Assessment(Sample.mixed)), StatusJSON(.en).value(Assessment(Sample.mixed)))
    #expect(zh != en)
    #expect(zh["services"] == en["services"])
    #expect(zh["parked"] == en["parked"])
  }

  @Test("goes with 64 for wrong use of the command line", arguments: [
    ["--nonsense"], ["--watch", "0"], ["--wait", "61"], ["--lang", "fr"], ["--division", "Yueqing"],
    ["refusals", "--since", "yesterday"], ["refusals", "--limit", "0"], ["verify", "--config", "a.yaml", "--stores", "b"],
    ["verify", "--keys", "k"], ["verify", "--service", "mail"],
  ])
  func usage(_ arguments: [String]) {
    do {
      _ = try StatusCommand.parse(arguments)
      Issue.record("\(arguments) were taken")
    } catch {
      #expect(StatusCommand.exitCode(for: error) == .validationFailure)
      #expect(StatusCommand.exitCode(for: error).rawValue == 64)
    }
  }

  private func elements(_ value: JSONValue?) -> [JSONValue]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  private func names(_ value: JSONValue) -> [String] {
    if case .object(let members) = value { members.map(\.name) } else { [] }
  }
}
