import Contracts
import DomainModel
import Foundation
import Messaging
import Testing

@testable import Status

@Suite("The doctor")
struct DiagnosisTests {
  private func check(
    _ service: ServiceName = .voting, runs: Bool = false, listen: String = "tcp://127.0.0.1:5720",
    _ findings: [HostCheck.Finding] = []
  ) -> HostCheck {
    var check = HostCheck(service: service, version: "0.1.0", listen: listen, store: "/var/lib/jiugai/voting")
    check.isRunning = runs
    check.findings = findings
    return check
  }

  private func finding(_ code: String, fatal: Bool) -> HostCheck.Finding {
    .init(code: code, isFatal: fatal, what: .init(zh: "什么", en: "what"), cure: .init(zh: "怎么办", en: "how"))
  }

  private func host(_ check: HostCheck, _ holder: PortProbe.Holder? = nil) -> Diagnosis.Host {
    .init(check: check, holder: holder, config: "/etc/jiugai/voting.yaml")
  }

  @Test("has nothing to say of well services")
  func healthy() {
    let diagnosis = Diagnosis(Assessment(Sample.healthy), hosts: [])
    #expect(diagnosis.ailments.isEmpty && diagnosis.exitCode == 0)
  }

  @Test("names the cause on this machine before the service that is down because of it")
  func order() {
    let down = Assessment(Sample.down(.voting))
    let diagnosis = Diagnosis(down, hosts: [host(check(findings: finding("key-unusable", fatal: true)))])
    #expect(diagnosis.ailments.map(\.code) == ["key-unusable", "down"])
    #expect(diagnosis.exitCode == 2)
  }

  @Test("says who holds the port of a service that is down")
  func port() {
    let down = Assessment(Sample.down(.voting))
    let taken = Diagnosis(down, hosts: [host(check(), .init(process: 77, name: "nginx"))])
    #expect(taken.ailments.map(\.code) == ["port-taken", "down"])
    #expect(taken.ailments[0].what.en.contains("nginx (77)"))
    let own = Diagnosis(down, hosts: [host(check(runs: true), .init(process: 77, name: "jiugai-voting"))])
    #expect(own.ailments.map(\.code) == ["down"])
    let starting = Diagnosis(down, hosts: [host(check(runs: true))])
    #expect(starting.ailments.map(\.code) == ["not-listening", "down"])
  }

  @Test("sees a full disk of a service that is down, and once only of one that is up")
  func disk() {
    var full = check()
    full.diskFree = 1
    full.diskSize = 100 << 30
    #expect(Diagnosis(Assessment(Sample.down(.voting)), hosts: [host(full)]).ailments.map(\.code) == ["disk-low", "down"])
    let up = Assessment(Sample.with(Sample.health(.voting, diskFree: 1)))
    #expect(Diagnosis(up, hosts: [host(full)]).ailments.map(\.code) == ["disk-low"])
  }

  @Test("compares keys: in the connection file, and between services of this machine")
  func keys() {
    var voting = check(runs: true)
    voting.key = "0000000000000001"
    var funding = check(.funding, runs: true, listen: "tcp://127.0.0.1:5730")
    funding.peers = [.init(service: .voting, endpoint: "tcp://127.0.0.1:5720", key: "0000000000000002")]
    let diagnosis = Diagnosis(
      Assessment(Sample.healthy), hosts: [host(voting), host(funding)], expected: [.voting: "0000000000000003"])
    #expect(Set(diagnosis.ailments.map(\.code)) == ["connection-key", "peer-key"])
    #expect(diagnosis.exitCode == 1)
  }

  @Test("works without anybody to ask")
  func alone() {
    let diagnosis = Diagnosis(nil, hosts: [host(check(findings: finding("settings-faulty", fatal: true)))])
    #expect(diagnosis.ailments.map(\.code) == ["settings-faulty"])
    let text = DoctorText(.zh, now: Sample.now).text(diagnosis)
    #expect(text.contains("1. ") && text.contains("Runbooks/down.md"))
  }

  @Test("says once what both the service and its machine tell")
  func once() {
    var health = Sample.health(.voting)
    health.principals = .init(
      count: 1, revoked: 0, readAt: Sample.now, fault: nil,
      expiring: [.init(key: "0000000000000001", organisation: "o", on: "2024-03-20")])
    let diagnosis = Diagnosis(
      Assessment(Sample.with(health)), hosts: [host(check(runs: true, findings: finding("key-expiring", fatal: false)))])
    #expect(diagnosis.ailments.map(\.code) == ["key-expiring"])
  }

  @Test("raises what verification found, with its page")
  func verified() {
    var one = VerifiedService(.voting)
    one.find("chain", "event-altered", "17", "改动", "altered")
    let diagnosis = Diagnosis(Assessment(Sample.healthy), hosts: [], verified: [one])
    #expect(diagnosis.ailments.map(\.runbook) == ["Runbooks/store-faulty.md"])
    #expect(VerifiedService.exitCode([one]) == 1)
  }

  @Test("tells the listener of a port from the kernel's tables")
  func probe() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-proc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let manager = FileManager.default
    try manager.createDirectory(at: root.appendingPathComponent("net"), withIntermediateDirectories: true)
    try manager.createDirectory(at: root.appendingPathComponent("42/fd"), withIntermediateDirectories: true)
    let table = """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:1658 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 9001 1 0 100 0 0 10 0
         1: 0100007F:1662 00000000:0000 01 00000000:00000000 00:00000000 00000000     0        0 9002 1 0 100 0 0 10 0
      """
    try Data(table.utf8).write(to: root.appendingPathComponent("net/tcp"))
    try Data("jiugai-voting\n".utf8).write(to: root.appendingPathComponent("42/comm"))
    try manager.createSymbolicLink(
      atPath: root.appendingPathComponent("42/fd/7").path, withDestinationPath: "socket:[9001]")
    let probe = PortProbe(root: root)
    #expect(probe.holder(of: 5720) == .init(process: 42, name: "jiugai-voting"))
    #expect(probe.holder(of: 5730) == nil, "a connection is no listener")
    #expect(PortProbe.port(of: "tcp://127.0.0.1:5720") == 5720 && PortProbe.port(of: "ipc:///x") == nil)
  }
}

extension DiagnosisTests {
  private func check(findings: HostCheck.Finding) -> HostCheck { check(.voting, [findings]) }
  private func check(runs: Bool, findings: HostCheck.Finding) -> HostCheck { check(.voting, runs: runs, [findings]) }
}
