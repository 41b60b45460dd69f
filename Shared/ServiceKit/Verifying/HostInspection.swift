import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy

/// Looks at everything that a service needs on its machine before it can serve, without serving: all that is wrong at once,
/// each with what to do. It reads and changes nothing.
struct HostInspection {
  private let definition: ServiceDefinition
  private let config: URL?
  private let overrides: [String]
  private let today = Instant.now().businessDate
  private var service: ServiceName { definition.service }
  /// Bytes that opening a store to read it may need.
  private static let roomToRead: Int64 = 1 << 20

  init(_ definition: ServiceDefinition, config: URL?, overrides: [String]) {
    self.definition = definition
    self.config = config
    self.overrides = overrides
  }

  func check() -> HostCheck {
    let settings: Settings
    do { settings = try Settings(service: service, file: config, overrides: overrides) } catch {
      var check = HostCheck(service: service, version: Version.current, listen: "", store: "")
      check.findings = [
        .init(
          code: "settings-faulty", isFatal: true,
          what: .init(zh: "\(service) 的配置不能用：\(error)", en: "The settings of \(service) cannot be used: \(error)"),
          cure: .init(
            zh: "改正所指的一行；jiugai-\(service) --print-config 列出全部设置和说明。",
            en: "Correct the line named; jiugai-\(service) --print-config lists every setting with its explanation."))
      ]
      return check
    }
    func text(_ key: String) -> String { (try? settings.text(key)) ?? "" }
    var check = HostCheck(service: service, version: Version.current, listen: text("listen"), store: text("store"))
    let keys = URL(fileURLWithPath: text("keys"))
    lookAtKeys(keys, settings, &check)
    lookAtPrincipals(URL(fileURLWithPath: text("principals")), &check)
    lookAtPacks(settings, &check)
    lookAtStore(URL(fileURLWithPath: text("store")), keys, &check)
    if let log = try? settings.erasureLog() { lookAtErasures(log, beside: URL(fileURLWithPath: text("store")), &check) }
    return check
  }

  private func add(
    _ code: String, fatal: Bool, _ what: StoreReport.Said, cure: StoreReport.Said, to check: inout HostCheck
  ) { check.findings.append(.init(code: code, isFatal: fatal, what: what, cure: cure)) }

  // MARK: Keys

  private func lookAtKeys(_ folder: URL, _ settings: Settings, _ check: inout HostCheck) {
    let own = folder.appendingPathComponent("\(service).key_secret")
    do {
      check.key = PrincipalBook.fingerprint(of: try CertificateFile.readPair(at: own).publicKey)
    } catch {
      add(
        "key-unusable", fatal: true,
        .init(zh: "\(own.path) 不能用：\(error)", en: "\(own.path) cannot be used: \(error)"),
        cure: .init(
          zh: "核对文件是否存在、属于运行 jiugai-\(service) 的用户、权限为 0600（chmod 600）、公钥与私钥是否成对。",
          en: "See that the file is there, belongs to the user of jiugai-\(service), has mode 0600 (chmod 600), and that its "
            + "two keys belong together."), to: &check)
    }
    do { _ = try VaultKey(file: folder.appendingPathComponent("vault.key")) } catch {
      add(
        "vault-key-unusable", fatal: true, .init(zh: "保密库密钥不能用：\(error)", en: "\(error)"),
        cure: .init(
          zh: "从保管处取回 vault.key，权限 0600；不要新建：新密钥打不开原有的个人信息。",
          en: "Fetch vault.key from where it is kept, mode 0600; do not make a new one, which opens nothing that is there."),
        to: &check)
    }
    for other in ServiceName.allCases where other != service {
      let endpoint = (try? settings.text("feeds.\(other).endpoint")) ?? ""
      guard !endpoint.isEmpty else { continue }
      var key = (try? settings.text("feeds.\(other).key")) ?? ""
      if key.isEmpty { key = (try? CertificateFile.readPublicKey(at: folder.appendingPathComponent("\(other).key"))) ?? "" }
      check.peers.append(.init(service: other, endpoint: endpoint, key: key.isEmpty ? nil : PrincipalBook.fingerprint(of: key)))
      guard key.isEmpty else { continue }
      add(
        "peer-key-missing", fatal: false,
        .init(
          zh: "\(service) 没有 \(other) 的公钥，不读它的数据流。",
          en: "\(service) has no public key of \(other) and does not read its feed."),
        cure: .init(
          zh: "把 \(other) 的 \(other).key 复制到 \(folder.path)，再重启 jiugai-\(service)。",
          en: "Copy \(other).key of \(other) to \(folder.path) and restart jiugai-\(service)."), to: &check)
    }
  }

  private func lookAtPrincipals(_ file: URL, _ check: inout HostCheck) {
    let book: PrincipalBook
    do { book = try PrincipalBook(file: file) } catch {
      return add(
        "principals-faulty", fatal: true, .init(zh: "登记密钥的文件不能用：\(error)", en: "The file of principals cannot be used: \(error)"),
        cure: .init(
          zh: "改正所指的一行；保存后运行中的服务自己会重新读取。",
          en: "Correct the line named; a service that runs takes the file up again by itself."), to: &check)
    }
    if !book.entries.values.contains(where: { $0.principal.roles.contains(.systemOperator) }) {
      add(
        "operator-missing", fatal: false,
        .init(zh: "\(file.path) 里没有运维（operator）的密钥。", en: "No key in \(file.path) has the role operator."),
        cure: .init(
          zh: "用 jiugai keys new 生成一个，登记到这个文件，并写进 connection.json；否则 jiugai-status 问不到用它的服务。",
          en: "Make one with jiugai keys new, register it in that file and name it in connection.json; without it "
            + "jiugai-status gets no answer from the services that go by the file."),
        to: &check)
    }
    for peer in check.peers where peer.key != nil {
      let isKnown = book.entries.values.contains { $0.principal.key == peer.key && $0.principal.roles.contains(.service) }
      guard !isKnown else { continue }
      add(
        "peer-unregistered", fatal: false,
        .init(
          zh: "\(file.path) 里没有登记 \(peer.service) 的现用公钥，它读不到 \(service) 的数据流。",
          en: "\(file.path) does not register the key that \(peer.service) has now, so it cannot read the feed of \(service)."),
        cure: .init(
          zh: "核对 \(peer.service).key 是否是现用的一份，再以身份 service 登记。",
          en: "See whether \(peer.service).key is the present one, then register it with the role service."), to: &check)
    }
    let ending = book.entries.values.compactMap { entry in entry.expires.map { (entry: entry, day: $0) } }
    for (entry, day) in ending.sorted(by: { $0.day < $1.day }) where day.dayNumber - today.dayNumber <= 30 {
      let who = "\(entry.principal.organisation) (\(entry.principal.key?.rawValue ?? ""))"
      let isOver = entry.isExpired(on: today)
      add(
        isOver ? "key-expired" : "key-expiring", fatal: false,
        .init(
          zh: isOver ? "\(who) 的密钥已于 \(day) 失效。" : "\(who) 的密钥将于 \(day) 失效。",
          en: isOver ? "The key of \(who) expired on \(day)." : "The key of \(who) expires on \(day)."),
        cure: .init(
          zh: "请该单位用 jiugai keys new 生成新密钥，登记后再删去旧的一条。",
          en: "Have them make a new key with jiugai keys new, register it, then take the old entry out."), to: &check)
    }
  }

  private func lookAtPacks(_ settings: Settings, _ check: inout HostCheck) {
    do {
      let laws = try InstalledLaws(
        packs: try settings.folder("packs")?.path, further: try settings.folder("further-packs")?.path,
        calendars: try settings.folder("calendars")?.path)
      check.packs = laws.library.editions.map { $0.identity.with(laws.library.defaults.identity) }
    } catch {
      add(
        "packs-faulty", fatal: true,
        .init(zh: "规则包或工作日历读不进：\(error)", en: "The packs or calendars cannot be read: \(error)"),
        cure: .init(
          zh: "用 jiugai policy check 查看所指的文件，换上发布的原件。",
          en: "Look at the file named with jiugai policy check, and put the released original in its place."), to: &check)
    }
  }

  // MARK: The store

  private func lookAtStore(_ folder: URL, _ keys: URL, _ check: inout HostCheck) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path) else {
      if !manager.isWritableFile(atPath: folder.deletingLastPathComponent().path) {
        add(
          "store-folder", fatal: true,
          .init(zh: "存储文件夹 \(folder.path) 不存在，也不能新建。", en: "The store's folder \(folder.path) does not exist and cannot be made."),
          cure: .init(
            zh: "新建该文件夹并交给运行 jiugai-\(service) 的用户。", en: "Make it and give it to the user of jiugai-\(service)."),
          to: &check)
      }
      return
    }
    check.isRunning = HostInspection.isLocked(folder.appendingPathComponent("store.lock"))
    let disk = try? manager.attributesOfFileSystem(forPath: folder.path)
    check.diskFree = (disk?[.systemFreeSize] as? NSNumber)?.int64Value
    check.diskSize = (disk?[.systemSize] as? NSNumber)?.int64Value
    if !manager.isWritableFile(atPath: folder.path) {
      add(
        "store-folder", fatal: true,
        .init(zh: "当前用户不能写存储文件夹 \(folder.path)。", en: "The present user cannot write to the store's folder \(folder.path)."),
        cure: .init(
          zh: "以运行 jiugai-\(service) 的用户或 root 再检查；仍不能写，就改正文件夹的属主。",
          en: "Check again as the user of jiugai-\(service) or as root; if it is still so, correct the folder's owner."),
        to: &check)
    }
    guard manager.fileExists(atPath: folder.appendingPathComponent("journal.sqlite").path) else { return }
    do {
      let key = try? VaultKey(file: keys.appendingPathComponent("vault.key"))
      let store = try InspectedStore(folder: folder, vaultKey: key)
      if try store.feed() != service.rawValue { throw StoreError.otherFeed(expected: service.rawValue, found: try store.feed()) }
      if try store.keyFits() == false { throw StoreError.vaultKeyWrong }
      if let anchor = try Anchor.read(in: folder) {
        try store.reader.read { snapshot in
          let head = try snapshot.head
          guard head.sequence >= anchor.sequence, try snapshot.hash(at: anchor.sequence)?.hexDigits == anchor.hash else {
            throw StoreError.diverged("it is not the one that anchor.json describes (event \(anchor.sequence))")
          }
        }
      }
    } catch StoreError.cannotOpen where check.diskFree ?? .max < HostInspection.roomToRead {
      // Even to read takes a little room beside the database; that the disk is full is told for itself.
    } catch {
      add(
        "store-faulty", fatal: true,
        .init(zh: "存储 \(folder.path) 打不开或不是原来的：\(error)", en: "The store \(folder.path) cannot be opened or is another: \(error)"),
        cure: .init(
          zh: "不要删除或改动任何文件；运行 jiugai-\(service) --verify，再按 Runbooks/store-faulty.md 处理。",
          en: "Delete and change nothing; run jiugai-\(service) --verify, then follow Runbooks/store-faulty.md."), to: &check)
    }
  }

  /// An erasure that cannot be noted apart from the store is undone by a backup of before: the service only logs that it could
  /// not, so it is told here before somebody asks to be erased. Root may write everywhere: whose the folder is counts.
  private func lookAtErasures(_ log: ErasureLog, beside store: URL, _ check: inout HostCheck) {
    let (manager, file) = (FileManager.default, log.file)
    var place = manager.fileExists(atPath: file.path) ? file : file.deletingLastPathComponent()
    while !manager.fileExists(atPath: place.path), place.path.count > 1 { place.deleteLastPathComponent() }
    func owner(_ url: URL) -> NSNumber? { (try? manager.attributesOfItem(atPath: url.path))?[.ownerAccountID] as? NSNumber }
    // A folder that does not exist yet is made by the service, if it may; a package makes it with the store's.
    let isMade = place == file || place == file.deletingLastPathComponent()
    let isForeign = isMade && owner(store).map { $0 != owner(place) } ?? false
    var why: String?
    if !manager.isWritableFile(atPath: place.path) || isForeign { why = "\(place.path)" }
    if why == nil { do { _ = try log.entries() } catch { why = "\(error)" } }
    guard let why else { return }
    add(
      "erasures-unwritable", fatal: false,
      .init(
        zh: "\(service) 的抹除记录写不进 \(file.path)（\(why)）：日后从备份恢复，会带回已抹除的个人信息。",
        en: "The erasure log of \(service), \(file.path), cannot be written (\(why)): a restored backup would bring erased "
          + "people back."),
      cure: .init(
        zh: "把该文件夹和文件交给运行 jiugai-\(service) 的用户（与存储文件夹同属主）；下次抹除或启动时自会补写。",
        en: "Give folder and file to the user of jiugai-\(service), as the store's folder is; what is missing is written at the "
          + "next erasure or start."), to: &check)
  }

  /// Whether a process holds the lock: told by the kernel's list, since to try the lock would be to hold it for a moment.
  static func isLocked(_ file: URL) -> Bool {
    var status = stat()
    guard stat(file.path, &status) == 0, let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else {
      return false
    }
    let mark = ":\(status.st_ino)"
    return locks.split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      return words.contains("FLOCK") && words.contains { $0.hasSuffix(mark) }
    }
  }
}
