import Crypto
import Foundation

/// The state of a walk along the chain: what did not fit so far, and what it may yet turn out to be.
struct ChainWalk {
  /// An event whose stored hash is not the one computed.
  private struct Misfit {
    let sequence: Int64
    /// The hash before it, as stored and as computed.
    let previous: [Data]
    let digest: SHA256.Digest
    let hash: Data
    /// Whether the event after it follows from its stored hash; nil if none followed.
    var isConfirmed: Bool?
    let followsGap: Bool
  }

  private static let bound = 1_000
  /// Misfits are compared with each other, so there must not be many.
  private static let misfitBound = 64
  private(set) var sequence: Int64 = 0
  /// The stored hash of the event before.
  private(set) var previous: Data
  /// What the hash of the event before should be, if that is something else than stored.
  private var computed: Data?
  private var misfits: [Misfit] = []
  private var findings: [VerificationReport.Finding] = []
  private var checked: Int64 = 0
  private var isCut = false
  private var followsMisfit = false

  init(start: Data) {
    previous = start
  }

  mutating func add(
    _ kind: VerificationReport.Finding.Kind, _ sequence: Int64, through: Int64? = nil, _ detail: String
  ) {
    guard findings.count < Self.bound else { return isCut = true }
    findings.append(.init(kind: kind, sequence: sequence, through: through ?? sequence, detail: detail))
  }

  mutating func visit(_ event: StoredEvent) {
    checked += 1
    let followsGap = event.sequence != sequence + 1
    if followsGap {
      add(.removed, sequence + 1, through: event.sequence - 1, "no event stands there")
    }
    let digest = SHA256.hash(data: event.bytes)
    let stored = ChainHash.next(after: previous, sequence: event.sequence, digest: digest)
    let fromComputed = computed.map { ChainHash.next(after: $0, sequence: event.sequence, digest: digest) }
    let fits = stored == event.hash || fromComputed == event.hash
    if followsMisfit, !misfits.isEmpty, fits { misfits[misfits.count - 1].isConfirmed = stored == event.hash }
    if !fits {
      if misfits.count < Self.misfitBound {
        misfits.append(
          Misfit(
            sequence: event.sequence, previous: [previous] + (computed.map { [$0] } ?? []), digest: digest,
            hash: event.hash, followsGap: followsGap))
      } else {
        isCut = true
      }
    }
    followsMisfit = !fits
    computed = fits ? nil : fromComputed ?? stored
    previous = event.hash
    sequence = event.sequence
  }

  /// Says of each event that did not fit what happened to it, now that all of them are known.
  mutating func resolve() {
    let pool = misfits
    // The hash that an event really follows may have moved elsewhere together with its row.
    let strays = pool.map(\.hash)
    var truth: [Int64: Data] = [:]
    for misfit in pool {
      let before = misfit.previous + (truth[misfit.sequence - 1].map { [$0] } ?? [])
      let follows = { (candidate: Misfit, hash: Data) in
        (before + strays).contains {
          ChainHash.next(after: $0, sequence: misfit.sequence, digest: candidate.digest) == hash
        }
      }
      if follows(misfit, misfit.hash) { continue }
      let other = pool.first { other in
        other.sequence != misfit.sequence && (follows(other, other.hash) || follows(other, misfit.hash))
      }
      if let other {
        if let hash = [other.hash, misfit.hash].first(where: { follows(other, $0) }) { truth[misfit.sequence] = hash }
        add(.reordered, misfit.sequence, "the event that belongs here stands at \(other.sequence)")
      } else if misfit.followsGap {
        // Its hash rests on an event that is gone: unless what follows contradicts it too, nothing speaks against it.
        if misfit.isConfirmed == false { add(.hashAltered, misfit.sequence, "its hash is not the one that follows") }
      } else if misfit.isConfirmed == false {
        add(.hashAltered, misfit.sequence, "its bytes are sound, its stored hash is not")
      } else {
        add(.altered, misfit.sequence, "its bytes are not those that were hashed")
      }
    }
  }

  func report(head: JournalHead) -> VerificationReport {
    VerificationReport(
      checked: checked, head: head, findings: findings.sorted { $0.sequence < $1.sequence }, isCut: isCut)
  }
}
