import Contracts
import DomainModel
import FileStore
import Foundation
import Logging
import Messaging
import Policy
import ServiceLifecycle

/// A service as it runs: store, keys, laws, sockets and the loop, put together in one place for `main` and for tests.
public struct ServiceProcess: Sendable, Service, CustomStringConvertible {
  let definition: ServiceDefinition
  let settings: Settings
  private let logger: Logger

  /// What a service group calls it. Without this the group would print all that the service is made of.
  public var description: String { definition.service.rawValue }

  public init(_ definition: ServiceDefinition, settings: Settings, logger: Logger) {
    self.definition = definition
    self.settings = settings
    self.logger = logger
  }

  /// Serves until the group shuts down gracefully. Returning means that everything taken was answered and stored;
  /// throwing, that the service cannot go on.
  public func run() async throws {
    let keysFolder = URL(fileURLWithPath: try settings.text("keys"))
    let storeFolder = URL(fileURLWithPath: try settings.text("store"))
    let name = definition.service.rawValue
    let pair = try CertificateFile.readPair(at: keysFolder.appendingPathComponent("\(name).key_secret"))
    let vaultKey = try VaultKey(file: keysFolder.appendingPathComponent("vault.key"))
    let laws = try RefreshableLaws(
      packs: try settings.folder("packs")?.path, further: try settings.folder("further-packs")?.path,
      calendars: try settings.folder("calendars")?.path)
    let table = KeyTable()
    let access = try AccessDesk(
      file: URL(fileURLWithPath: try settings.text("principals")), keys: table,
      limit: try settings.whole("alarm-attempts"), minutes: try settings.whole("alarm-minutes"))
    let shared = try LoopShared(access: access, storeFolder: storeFolder)
    let (definition, settings, logger) = (definition, settings, logger)

    try await withTaskCancellationOrGracefulShutdownHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let thread = Thread {
          do {
            try ServiceProcess.serve(
              definition, settings, logger, pair: pair, keysFolder: keysFolder, storeFolder: storeFolder,
              vaultKey: vaultKey, laws: laws, table: table, shared: shared)
            continuation.resume()
          } catch {
            continuation.resume(throwing: error)
          }
        }
        thread.name = "jiugai.loop"
        thread.stackSize = 8 << 20
        thread.start()
      }
    } onCancelOrGracefulShutdown: {
      shared.stop()
    }
  }

  /// Begins a new epoch of a store that does not run: what its readers saw beyond its last event is given up, and they
  /// stop until an operator has accepted that.
  ///
  /// - Returns: one line that names the epoch and the event that it begins after.
  func beginEpoch() throws -> String {
    var options = try storeOptions()
    options.beginsEpoch = true
    let journal = try SQLiteJournal(options)
    let repeated = try journal.owedErasures().count
    let line =
      "\(definition.service.rawValue): epoch \(journal.epoch) begins after event \(journal.head.sequence)"
      + (repeated == 0 ? "" : "; \(repeated) erasures of personal data were repeated")
    try journal.close()
    return line
  }

  /// The loop's thread from its first line to its last.
  private static func serve(
    _ definition: ServiceDefinition, _ settings: Settings, _ logger: Logger, pair: CurveKeyPair, keysFolder: URL,
    storeFolder: URL, vaultKey: VaultKey, laws: RefreshableLaws, table: KeyTable, shared: LoopShared
  ) throws {
    let name = definition.service.rawValue
    // The store first: its lock keeps a second instance away before a socket could disturb the first.
    var options = StoreOptions(
      folder: storeFolder, feed: name, vaultKey: vaultKey, makeEpoch: { ServiceProcess.newEpoch() },
      now: { Instant.now().description })
    options.erasureLog = try settings.erasureLog()
    options.logger = logger
    let journal = try SQLiteJournal(options)
    let documents = try DocumentStore(
      storeFolder: storeFolder, catalogue: journal.documentCatalogue, vaultKey: vaultKey,
      limit: Int64(try settings.whole("document-limit")), now: { Instant.now().milliseconds / 1000 })
    let crash = try CrashGuard(folder: storeFolder)
    let engine = try Engine(definition, journal: journal, laws: laws)

    let context = try MessagingContext()
    let handler = try ZAPHandler(context: context, keys: table, domain: "jiugai") { shared.access.knocked($0, $1) }
    try handler.start()
    let desk = DocumentDesk(store: documents, reader: journal.reader(), service: definition.service)
    let batchLimit = try settings.whole("batch")
    let door = FrontDoorThread(
      FrontDoor.Equipment(
        context: context, endpoint: try settings.text("listen"), keys: pair, service: definition.service, feed: journal.feed,
        epoch: journal.epoch, epochs: Hello.epochs(of: journal), registry: engine.registry, healthType: engine.healthType,
        shapes: MessageShapes(definition.contract), reader: journal.reader(), vaultKey: vaultKey, documents: desk,
        laws: laws, batchLimit: batchLimit, logger: logger, shared: shared))
    defer {
      shared.endLoop()
      door.join()
    }
    let endpoint = try door.endpoint()
    try SelfProbe.check(endpoint: endpoint, serverKey: pair.publicKey, context: context)

    var followers: [FeedFollower] = []
    for other in ServiceName.allCases where other != definition.service {
      guard let follower = try follower(of: other, for: definition, settings, keysFolder, context, pair, journal, logger) else { continue }
      followers.append(follower)
    }
    let loop = ServiceLoop(
      engine: engine, journal: journal, followers: followers, shared: shared, documents: desk, crash: crash,
      batchLimit: batchLimit, logger: logger)
    try loop.begin()
    door.serve()
    logger.info(
      "serving",
      metadata: [
        "endpoint": "\(endpoint)", "epoch": "\(journal.epoch)", "head": "\(engine.headSequence)",
        "version": "\(Version.current)",
      ])
    try loop.run()
    // Nobody may read any more when the journal is closed: neither the front door nor what it has started.
    shared.endLoop()
    door.join()
    shared.awaitWork()
    try journal.close()
    crash.ended()
    handler.stop()
    _ = context.terminate()
    logger.info("stopped")
  }

  private static func follower(
    of other: ServiceName, for definition: ServiceDefinition, _ settings: Settings, _ keysFolder: URL,
    _ context: MessagingContext, _ pair: CurveKeyPair, _ journal: SQLiteJournal, _ logger: Logger
  ) throws -> FeedFollower? {
    let endpoint = try settings.text("feeds.\(other.rawValue).endpoint")
    guard !endpoint.isEmpty else { return nil }
    var key = try settings.text("feeds.\(other.rawValue).key")
    var watched: WatchedKeyFile?
    if key.isEmpty {
      let file = keysFolder.appendingPathComponent("\(other.rawValue).key")
      guard FileManager.default.fileExists(atPath: file.path) else {
        logger.warning("feed is not read: its public key is missing", metadata: ["feed": "\(other.rawValue)"])
        return nil
      }
      key = try CertificateFile.readPublicKey(at: file)
      watched = WatchedKeyFile(file, key: key)
    }
    let socket = try ClientSocket(context: context, endpoint: endpoint, serverKey: key, keys: pair)
    let follower = try FeedFollower(
      feed: other, reader: definition.service, socket: socket, key: PrincipalBook.fingerprint(of: key),
      cursor: try journal.cursor(feed: other.rawValue),
      waitMilliseconds: try settings.whole("feed-wait"), logger: logger)
    follower.keyFile = watched
    return follower
  }

  /// What the settings say of the store.
  func storeOptions() throws -> StoreOptions {
    let keys = URL(fileURLWithPath: try settings.text("keys"))
    var options = StoreOptions(
      folder: URL(fileURLWithPath: try settings.text("store")), feed: definition.service.rawValue,
      vaultKey: try VaultKey(file: keys.appendingPathComponent("vault.key")), makeEpoch: { ServiceProcess.newEpoch() },
      now: { Instant.now().description })
    options.erasureLog = try settings.erasureLog()
    return options
  }

  /// Eight hexadecimal digits by chance: made once, when a store is created.
  private static func newEpoch() -> String {
    let digits = String(UInt32.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
