import DomainModel
import Foundation

/// What all rows are measured with.
struct Workbench {
  let folder: URL
  /// Ballots of one run.
  let ballots: Int
  /// Events of the big journal.
  let events: Int
  let connections: Int
  let inFlight: Int
  let keepsFolder: Bool
  static let runs = 3

  var window: Int { connections * inFlight }

  /// A fresh folder with services, gone when `body` is done.
  func withRig<Result>(_ name: String, _ services: [ServiceName] = [.voting], _ body: (Rig) throws -> Result) throws -> Result {
    let place = folder.appendingPathComponent(name)
    if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
    let rig = try Rig(folder: place, services: services)
    do {
      let result = try body(rig)
      try rig.tearDown(keeping: keepsFolder)
      return result
    } catch {
      // What went wrong is the thing to tell, not that ending went wrong too.
      try? rig.tearDown(keeping: true)
      throw error
    }
  }

  /// A pace, and what processor time each item took on either side: with two cores they share, both bound it.
  struct Pace {
    let rate: Int
    let serviceNanoseconds: Int
    /// Of that, on the busiest thread: the one that decides and writes.
    let busiestNanoseconds: Int
    let clientNanoseconds: Int
  }

  /// Sends ballots as a batch of clients would.
  func pace(_ requests: [Prepared], ballots: Int, through line: Pipeline, of rig: Rig) throws -> Pace {
    let service = ProcessorTime(of: rig.process(of: .voting))
    let threads = ThreadTimes(of: rig.process(of: .voting))
    let client = ProcessorTime(of: getpid())
    let watch = Stopwatch()
    try line.run(requests)
    let rate = watch.rate(of: ballots)
    return Pace(
      rate: rate, serviceNanoseconds: service.nanoseconds(per: ballots), busiestNanoseconds: threads.busiest(per: ballots),
      clientNanoseconds: client.nanoseconds(per: ballots))
  }

  func say(_ text: String) { FileHandle.standardError.write(Data("… \(text)\n".utf8)) }
}
