import Contracts
import DomainModel
import Testing

@testable import Status

@Suite("Metrics")
struct MetricsTests {
  private func lines(_ answers: Answers) -> [String] {
    StatusMetrics(assessment: Assessment(answers), survey: nil).text.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  @Test("end with the mark, and nothing behind it")
  func end() {
    #expect(lines(Sample.healthy).suffix(2) == ["# EOF", ""])
  }

  @Test("name type, unit and help once, before the samples")
  func families() {
    let lines = lines(Sample.mixed)
    let types = lines.filter { $0.hasPrefix("# TYPE ") }.map { String($0.split(separator: " ")[2]) }
    #expect(Set(types).count == types.count)
    for type in types { #expect(lines.filter { $0.hasPrefix("# HELP \(type) ") }.count == 1) }
    for line in lines where line.hasPrefix("# UNIT ") {
      let words = line.split(separator: " ")
      #expect(words[2].hasSuffix("_" + words[3]))
    }
    #expect(lines.contains(#"jiugai_journal_events_total{service="voting"} 12345"#))
    #expect(lines.contains(#"jiugai_up{service="supervision"} 0"#))
    #expect(lines.contains(#"jiugai_service_info{service="intake",version="0.1.0",epoch="0a1b2c3d"} 1"#))
    #expect(lines.contains("jiugai_asked_time_seconds 1709258400.000"))
    #expect(
      lines.contains(#"jiugai_troubles{code="down"} 1"#) && lines.contains(#"jiugai_troubles{code="disk-low"} 0"#))
  }

  @Test("tell nothing of a service that does not answer but that")
  func silent() {
    let own = lines(Sample.down(.funding)).filter { $0.contains(#"service="funding""#) && !$0.contains("feed") }
    #expect(own == [#"jiugai_up{service="funding"} 0"#])
  }

  @Test("count projects and deadlines, and name neither a project nor a community")
  func survey() {
    let rows = [ProjectRow(Sample.line(waitingFor: ["funds.in-place"])), ProjectRow(Sample.line(isWithdrawn: true))]
    let survey = StatusMetrics.Survey(at: Sample.now, rows: rows, gap: nil, deadlines: DeadlineSample.answers)
    let text = StatusMetrics(assessment: Assessment(Sample.mixed), survey: survey).text
    #expect(text.contains(#"jiugai_projects{city="unknown",stage="S05"} 1"#))
    #expect(text.contains("jiugai_projects_awaiting_residents_money 1"))
    #expect(text.contains(#"jiugai_deadlines_overdue{kind="consultation-opinion"} 1"#))
    #expect(text.contains(#"jiugai_deadlines_soon{kind="notice-period"} 1"#))
    for name in ["330382", "银河", "yueqing-fire"] { #expect(!text.contains(name)) }
  }

  @Test("tell of every kind of trouble, of keys that run out by fingerprint alone, and of a file not taken up")
  func keys() {
    var health = Sample.health(.voting)
    health.principals = .init(
      count: 1, revoked: 0, readAt: Sample.now, fault: "line 3",
      expiring: [.init(key: "0000000000000001", organisation: "yueqing-fire", on: "2024-03-20")])
    let text = lines(Sample.with(health)).joined(separator: "\n")
    for code in Trouble.Code.allCases { #expect(text.contains("jiugai_troubles{code=\"\(code.rawValue)\"}")) }
    // Midnight of that day in China.
    #expect(
      text.contains(#"jiugai_key_expiry_time_seconds{service="voting",key="0000000000000001"} 1710864000.000"#), "\(text)")
    #expect(text.contains(#"jiugai_principals_faulty{service="voting"} 1"#) && !text.contains("yueqing-fire"))
  }

  @Test("escape what others wrote")
  func escaping() {
    let family = MetricFamily("jiugai_x", .gauge, "a \"b\"\n", [.init([.init("code", "a\"b\\c\n")], 1)])
    #expect(
      MetricsText.text([family])
        == "# TYPE jiugai_x gauge\n# HELP jiugai_x a \\\"b\\\"\\n\njiugai_x{code=\"a\\\"b\\\\c\\n\"} 1\n# EOF\n")
  }

  @Test(
    "are served where it is said, on loopback unless another host is named",
    arguments: [
      ("9464", "127.0.0.1", 9464, true), ("127.0.0.1:1", "127.0.0.1", 1, true), ("[::1]:9464", "::1", 9464, true),
      ("localhost:9464", "localhost", 9464, true), ("10.0.0.5:9464", "10.0.0.5", 9464, false),
    ])
  func address(_ text: String, _ host: String, _ port: Int, _ isLoopback: Bool) throws {
    let address = try #require(MetricsAddress(argument: text))
    #expect(address.host == host && address.port == port && address.isLoopback == isLoopback)
  }

  @Test(
    "are not served at what is no address",
    arguments: [
      "", "0", "65536", ":9464", "host", "host:", "host:x", "::1:9464", "a b:1", "host:+1", "-1",
    ])
  func noAddress(_ text: String) {
    #expect(MetricsAddress(argument: text) == nil)
  }
}
