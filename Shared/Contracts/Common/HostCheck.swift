import DomainModel

/// What a service finds when it is told to check its settings, keys and files on this machine, without serving; the
/// operators' tool reads it.
public struct HostCheck: Codable, Hashable, Sendable {
  public var format = "jiugai-host-check/1"
  public let service: ServiceName
  public let version: String
  /// Where it answers, `tcp://127.0.0.1:5720`; empty when the settings cannot be read.
  public let listen: String
  public let store: String
  /// The key by which it is known; nil when it cannot be read.
  public var key: KeyFingerprint?
  /// The keys that it expects of the services it reads.
  public var peers: [Peer]
  public var packs: [PackEdition]
  /// Bytes free and in all on the store's disk; nil when there is no such folder.
  public var diskFree: Int64?
  public var diskSize: Int64?
  /// Whether a process holds the store.
  public var isRunning: Bool
  public var findings: [Finding]

  /// The key that is expected of a peer.
  public struct Peer: Codable, Hashable, Sendable {
    public let service: ServiceName
    public let endpoint: String
    public let key: KeyFingerprint?

    public init(service: ServiceName, endpoint: String, key: KeyFingerprint?) {
      self.service = service
      self.endpoint = endpoint
      self.key = key
    }
  }

  /// One thing to see to.
  public struct Finding: Codable, Hashable, Sendable {
    /// Stable, for programs: `settings`, `key-unreadable`, `principals-faulty` …
    public let code: String
    /// Whether the service cannot start, or not serve everyone, because of it.
    public let isFatal: Bool
    public let what: StoreReport.Said
    public let cure: StoreReport.Said

    public init(code: String, isFatal: Bool, what: StoreReport.Said, cure: StoreReport.Said) {
      self.code = code
      self.isFatal = isFatal
      self.what = what
      self.cure = cure
    }
  }

  public init(service: ServiceName, version: String, listen: String, store: String) {
    self.service = service
    self.version = version
    self.listen = listen
    self.store = store
    peers = []
    packs = []
    isRunning = false
    findings = []
  }
}
