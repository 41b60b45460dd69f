import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging

/// Verifies the services over the wire, with the operator's key: every feed from its first event, what each service heard
/// against what its sources have, and what must always hold between a service's records.
struct WireVerification {
  private let office: Office
  private let role = Role.systemOperator
  private let services: [ServiceName]
  private let progress: VerifyProgress
  private var health: [ServiceName: Health] = [:]
  private var walks: [ServiceName: FeedWalk] = [:]

  init(_ office: Office, services: [ServiceName], progress: VerifyProgress) {
    self.office = office
    self.services = services
    self.progress = progress
  }

  mutating func verify() async -> [VerifiedService] {
    var verified: [VerifiedService] = []
    for service in services {
      var one = VerifiedService(service)
      do {
        health[service] = try await health(Catalogue.contract(of: service))
        var walk = FeedWalk(service, office: office, role: role, progress: progress)
        try await walk.walk(&one)
        one.end("chain", walk.shown, omitted: walk.hidden == 0 ? nil : WireVerification.hidden(walk.hidden))
        walks[service] = walk
        one = await invariants(Catalogue.contract(of: service), one)
      } catch {
        let why = Trip(error, service, .zh).sentence
        one.silence = .init(zh: why, en: Trip(error, service, .en).sentence)
      }
      verified.append(one)
    }
    for place in verified.indices where verified[place].silence == nil {
      let lost = await positions(&verified[place])
      // It is the source whose records are not those that were read, so the source is what must be looked at.
      for (source, witness) in lost {
        guard let its = verified.firstIndex(where: { $0.service == source }) else { continue }
        verified[its].findings.append(witness)
      }
      await facts(&verified[place])
    }
    progress.end()
    return verified
  }

  private static func hidden(_ count: Int64) -> StoreReport.Said {
    .init(
      zh: "另有 \(count) 条服务内部事件本密钥看不到，其内容由 --config 核验",
      en: "\(count) more are the service's own, which this key may not see; --config verifies them")
  }

  private func health<C: ServiceContract>(_ contract: C.Type) async throws -> Health {
    try await office.ask(HealthQuery<C>(), as: role)
  }

  // MARK: What must always hold

  private func invariants<C: ServiceContract>(_ contract: C.Type, _ so: VerifiedService) async -> VerifiedService {
    var verified = so
    do {
      for declared in try await office.ask(InvariantsQuery<C>(), as: role).declared {
        var after: Text<200>?
        var (checked, deferred): (Int64, Int) = (0, 0)
        repeat {
          let page = try await office.ask(InvariantsQuery<C>(invariant: declared.id, after: after), as: role)
          checked += Int64(page.checked)
          deferred += page.deferred.count
          for fault in page.faults {
            verified.find(
              declared.id.rawValue, "invariant-broken", fault.place, "\(declared.zh)：\(fault.place) 不成立，\(fault.zh)",
              "\(declared.en) Not so for \(fault.place): \(fault.en)")
          }
          after = page.next
          progress.reach(so.service, declared.id.rawValue, checked)
        } while after != nil
        verified.end(
          declared.id.rawValue, checked,
          omitted: deferred == 0
            ? nil
            : .init(
              zh: "\(deferred) 项太大，由 --config 核验", en: "\(deferred) are too large for a query; --config verifies them"))
      }
    } catch ClientFault.rejected(WireCode.unknownType.rawValue, _) {
      verified.end("invariants", 0, omitted: .init(zh: "这一版服务还不能核对", en: "this version cannot be asked"))
    } catch {
      verified.end("invariants", 0, omitted: .init(zh: "没有问到", en: "no answer came"))
    }
    return verified
  }

  // MARK: What each service heard

  /// Each position, with the hash that the reader recorded, is put to the source. Gives the sources that have another past
  /// than was read of them, each with what the reader bears witness to.
  private func positions(_ verified: inout VerifiedService) async -> [(ServiceName, StoreReport.Finding)] {
    var checked: Int64 = 0
    var (silent, restored) = (0, 0)
    var lost: [(ServiceName, StoreReport.Finding)] = []
    for position in health[verified.service]?.feeds ?? [] {
      guard let epoch = position.epoch, let hash = position.hash.flatMap({ ChainHash(hex: $0) }) else { continue }
      guard health[position.feed] != nil else {
        silent += 1
        continue
      }
      let cursor = FeedCursor(epoch: epoch, sequence: Int(position.sequence), hash: hash)
      let request = FeedRequest(
        feed: position.feed.rawValue, consumer: "verify-\(getpid())", cursor: cursor, maxevents: 1, waitms: 0)
      do {
        _ = try await office.page(of: position.feed, as: role, request)
        checked += 1
      } catch ClientFault.rejected(WireCode.epochChanged.rawValue, _) {
        // A restore says of itself that it is another past: the reader stops there until an operator accepts it.
        restored += 1
      } catch ClientFault.rejected(let code, _) where [.feedDiverged, .cursorAhead].contains(WireCode(rawValue: code)) {
        let place = "\(position.feed) #\(position.sequence)"
        lost.append(
          (
            position.feed,
            .init(
              part: "chain", code: "heard-other-past", place: place,
              said: .init(
                zh: "\(verified.service) 读到过的 \(place) 与 \(position.feed) 现有的不同（\(code)）",
                en: "\(verified.service) has read another \(place) than \(position.feed) has now (\(code))"))
          ))
      } catch { silent += 1 }
    }
    verified.end("heard", checked, omitted: WireVerification.unheard(silent: silent, restored: restored))
    return lost
  }

  private static func unheard(silent: Int, restored: Int) -> StoreReport.Said? {
    var (zh, en): ([String], [String]) = ([], [])
    if silent > 0 {
      zh.append("\(silent) 个数据源没有答复")
      en.append("\(silent) sources did not answer")
    }
    if restored > 0 {
      zh.append("\(restored) 个数据源恢复过，待 jiugai-status feed accept")
      en.append("\(restored) sources were restored and wait for jiugai-status feed accept")
    }
    return zh.isEmpty ? nil : .init(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
  }

  /// Each fact that a service has of another is held against the event that it names.
  private func facts(_ verified: inout VerifiedService) async {
    let projects = walks.values.reduce(into: Set<ProjectID>()) { $0.formUnion($1.projects) }.sorted { $0.rawValue < $1.rawValue }
    var (checked, unseen, silent): (Int64, Int, Int) = (0, 0, 0)
    for project in projects {
      guard let known = try? await known(of: project, in: Catalogue.contract(of: verified.service)) else {
        silent += 1
        continue
      }
      for one in known where one.fact.source.feed != verified.service {
        let source = one.fact.source
        guard let walk = walks[source.feed], let end = walk.end, source.sequence <= end.sequence else {
          unseen += 1
          continue
        }
        guard let told = walk.told[source.sequence], told.id == "\(source.feed)-\(source.epoch)-\(source.sequence)" else {
          unseen += 1
          continue
        }
        checked += 1
        let isTold = told.facts.contains {
          $0.key == one.key && $0.value == one.fact.value && ($0.on ?? told.effectiveOn) == one.fact.on
        }
        guard !isTold else { continue }
        let place = "\(project) \(one.key.rawValue)"
        verified.find(
          "facts", "fact-differs", place,
          "\(verified.service) 所知的 \(place) 与 \(source.feed) 第 \(source.sequence) 号事件所说的不同",
          "what \(verified.service) knows of \(place) is not what event \(source.sequence) of \(source.feed) says")
      }
      progress.reach(verified.service, "facts", checked)
    }
    var omitted: StoreReport.Said?
    if unseen + silent > 0 {
      omitted = .init(
        zh: "\(unseen) 个事实的来源看不到，\(silent) 个项目没有问到",
        en: "the sources of \(unseen) facts cannot be seen, \(silent) projects did not come")
    }
    verified.end("facts", checked, omitted: omitted)
  }

  private func known<C: ServiceContract>(of project: ProjectID, in contract: C.Type) async throws -> [KnownFacts.Known] {
    try await office.ask(FactsQuery<C>(project: project), as: role).facts
  }
}
