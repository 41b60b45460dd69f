import Contracts
import DomainModel
import Messaging

/// What is wrong, in the order in which to see to it, out of what the services answered and what was found on this machine.
struct Diagnosis: Sendable {
  /// What was found of one service on this machine.
  struct Host: Sendable {
    let check: HostCheck
    let holder: PortProbe.Holder?
    let config: String
  }

  /// What could not be looked at, and why.
  var gaps: [StoreReport.Said] = []
  private(set) var ailments: [Ailment] = []
  /// When the services were asked; nil when nobody was.
  let askedAt: Instant?
  let services: [ServiceStanding]
  let hosts: [Host]

  /// - Parameters:
  ///   - assessment: nil when nobody could be asked.
  ///   - verified: what a verification over the wire found; none when there was none.
  ///   - expected: the keys of the services by the connection file.
  init(
    _ assessment: Assessment?, hosts: [Host], verified: [VerifiedService] = [], expected: [ServiceName: KeyFingerprint] = [:]
  ) {
    services = assessment?.services ?? []
    askedAt = assessment?.at
    self.hosts = hosts
    var found = (assessment?.troubles ?? []).map(Ailment.init)
    found += verified.compactMap(\.trouble).map(Ailment.init)
    for host in hosts {
      found += host.check.findings.filter { finding in
        !found.contains { $0.code == finding.code && $0.service == host.check.service }
      }.map { Ailment($0, of: host.check.service) }
      let standing = assessment?.services.first { $0.service == host.check.service }
      found += Diagnosis.ofHost(host, standing, expected[host.check.service])
      found += Diagnosis.peers(host, hosts).filter { ailment in
        !found.contains { $0.code == ailment.code && $0.service == ailment.service }
      }
    }
    // Of one rank they stay in the order found. What several services say of a file that they share is told once.
    var told: Set<[String]> = []
    ailments = Set(found.map(\.rank)).sorted().flatMap { rank in found.filter { $0.rank == rank } }.filter {
      told.insert([$0.code, $0.what.en, $0.cure.en]).inserted
    }
  }

  /// 0 when there is nothing to do, 2 when a service cannot serve, else 1.
  var exitCode: Int32 { ailments.isEmpty ? 0 : ailments.contains(where: \.isFatal) ? 2 : 1 }

  mutating func add(_ ailment: Ailment) { ailments.insert(ailment, at: 0) }

  private static func ofHost(_ host: Host, _ standing: ServiceStanding?, _ expected: KeyFingerprint?) -> [Ailment] {
    let (check, health) = (host.check, standing?.health)
    let service = check.service
    var found: [Ailment] = []
    if health == nil, let port = PortProbe.port(of: check.listen) {
      if let holder = host.holder, holder.name.map({ !$0.hasPrefix("jiugai-\(service)".prefix(15)) }) ?? false {
        let who = "\(holder.name ?? "?") (\(holder.process.map(String.init) ?? "?"))"
        found.append(
          Ailment(
            "port-taken", service, fatal: true,
            .init(zh: "\(service) 的端口 \(port) 被别的程序占用：\(who)。", en: "The port \(port) of \(service) is held by \(who)."),
            cure: .init(
              zh: "停止那个程序，或在 \(host.config) 里改 listen，并把新地址告诉各方。",
              en: "Stop that program, or change listen in \(host.config) and tell everyone the new address."),
            page: .down, rank: 11))
      } else if host.holder == nil, check.isRunning, standing?.silence == .noAnswer(.unreachable) {
        found.append(
          Ailment(
            "not-listening", service, fatal: true,
            .init(
              zh: "jiugai-\(service) 在运行，端口 \(port) 上却没有人接听。",
              en: "jiugai-\(service) runs, but nobody listens on port \(port)."),
            cure: .init(
              zh: "它可能还在启动；一分钟后仍如此，就看日志（journalctl --namespace=jiugai -u jiugai-\(service) -n 50）。",
              en: "It may still be starting; if it is so after a minute, read its log: "
                + "journalctl --namespace=jiugai -u jiugai-\(service) -n 50."),
            page: .down, rank: 12))
      }
    }
    if health == nil, let free = check.diskFree, Diagnosis.isLow(free, of: check.diskSize) {
      var disk = Ailment(.diskLow(service, free: free, size: check.diskSize))
      disk = Ailment(disk.code, service, fatal: true, disk.what, cure: disk.cure, page: .diskLow, rank: 13)
      found.append(disk)
    }
    if let expected, let own = check.key, expected != own {
      found.append(
        Ailment(
          "connection-key", service, fatal: health == nil,
          .init(
            zh: "连接文件里 \(service) 的公钥（\(expected)）不是它现在的（\(own)）。",
            en: "The key of \(service) in the connection file (\(expected)) is not its present one (\(own))."),
          cure: .init(
            zh: "把 \(service).key 里的公钥写进 connection.json，并把新文件发给用它的各方。",
            en: "Put the key of \(service).key into connection.json and send the file to whoever uses it."),
          page: .peerKey, rank: 14))
    }
    if let health, health.version != check.version {
      found.append(
        Ailment(
          "restart-needed", service, fatal: false,
          .init(
            zh: "\(service) 运行的是 \(health.version)，安装的已是 \(check.version)。",
            en: "\(service) runs \(health.version), while \(check.version) is installed."),
          cure: .init(zh: "重启 jiugai-\(service)。", en: "Restart jiugai-\(service)."), page: .versionsApart, rank: 190))
    }
    return found
  }

  /// Keys that another service of this machine is expected to have, and has not.
  private static func peers(_ host: Host, _ hosts: [Host]) -> [Ailment] {
    host.check.peers.compactMap { peer in
      guard let expected = peer.key, let own = hosts.first(where: { $0.check.service == peer.service })?.check.key,
        expected != own
      else { return nil }
      return Ailment(.peerKey(host.check.service, feed: peer.service))
    }
  }

  private static func isLow(_ free: Int64, of size: Int64?) -> Bool {
    free < Limits.diskFree || size.map { free < $0 / 100 * Limits.diskFreeShare } ?? false
  }
}
