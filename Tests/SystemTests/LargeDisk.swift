import DomainModel
import Foundation
import Scenario

/// Intake with its store on a file system of three GiB, most of it in no block of any disk: large enough to be no cause for alarm
/// while it is empty. It is in a mount namespace that ends with the service.
final class LargeDisk {
  /// Whether an image can be mounted here: as root, with a loop device to be had.
  @Sendable static func canMount() async -> Bool {
    guard getuid() == 0 else { return false }
    let script = "f=$(mktemp) && truncate -s 8M $f && mkfs.ext4 -q $f && mount -o loop $f /mnt; status=$?; rm -f $f; exit $status"
    return (try? await Installation.run(URL(fileURLWithPath: "/usr/bin/unshare"), ["--mount", "bash", "-c", script]))?.status == 0
  }

  private let process: Process
  private let filler: String

  init(_ stage: Stage) throws {
    let store = stage.installation.store(of: .intake).path
    let image = stage.folder.appendingPathComponent("disk.img").path
    filler = stage.installation.store(of: .intake).appendingPathComponent("filler").path
    let inside = """
      store=$1 image=$2; shift 2
      truncate -s 3G "$image" && mkfs.ext4 -q -m 0 "$image" && mount -o loop "$image" "$store" || exit 96
      chmod 700 "$store"
      exec "$@"
      """
    process = try stage.wrapped(["-c", "exec unshare --mount bash -c \"$0\" bash \"$@\"", inside, store, image])
  }

  /// Runs a command where the file system is seen, and gives what it prints.
  @discardableResult
  func run(_ command: String) async throws -> String {
    try await Installation.run(
      URL(fileURLWithPath: "/usr/bin/nsenter"),
      ["--target", "\(process.processIdentifier)", "--mount", "bash", "-c", command]
    ).output
  }

  /// Takes all of the room, in blocks that are never written.
  func fill() async throws {
    let free = "$(( $(stat -f -c '%a * %S' \"$(dirname '\(filler)')\") - 1048576 ))"
    try await run("fallocate -l \(free) '\(filler)'")
  }

  func makeRoom() async throws { try await run("rm '\(filler)'") }

  func end() { process.endNow() }
}
