import ArgumentParser
import Contracts
import DomainModel
import Foundation

/// Gives a service or a client a new key pair, while the old one is accepted for a time.
struct KeysRotateCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "换一对新密钥，旧的到期前仍可用。 A new key pair; the old one holds until a day.",
    discussion: """
      新公钥以同样的单位、身份、区划登记进 principals.yaml，旧公钥自 --expires 那天起不再接受，旧文件移到 retired/。
      旧公钥已吊销或过期的，也这样领新的；旧的仍不接受。
      然后把 principals.yaml 送到每台主机（一秒内生效，不必重启），再把新证书送到它的主人。
      换服务的密钥时：其他主机换上它的新公钥（不必重启），它自己的主机换上新私钥并重启这一个服务，客户端换连接文件。

      Examples:
        jiugai keys rotate keyring housing
        jiugai keys rotate keyring voting --expires 2027-01-01
        jiugai keys revoke keyring operator; jiugai keys rotate keyring operator     丢失之后
      """)

  @Argument(help: "jiugai keys installation 写出的文件夹。 The folder that jiugai keys installation made.")
  var folder: String

  @Argument(help: "服务名，或单位的证书名。 A service, or the name of a client.")
  var name: String

  @Option(help: "旧公钥从哪天起不再接受；默认 14 天后。 The first day on which the old key is refused; in 14 days when left out.")
  var expires: BusinessDate?

  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let keyring = try Keyring(URL(fileURLWithPath: folder, isDirectory: true))
    let today = Instant.now().businessDate
    let day = expires ?? today.adding(days: 14)
    guard day > today else {
      throw DeskFault.usage(
        "expires-not-later", zh: "--expires 要晚于今天 \(today)；立即停用请用 jiugai keys revoke。",
        en: "--expires must be later than today, \(today); to end it at once use jiugai keys revoke.")
    }
    let holder = try keyring.holder(name)
    let renewed = try keyring.rotate(holder, oldExpires: day, today: today)
    output.show([
      "name": .string(name), "publicKey": .string(renewed.publicKey),
      "oldExpires": renewed.oldExpires.map { .string($0.description) } ?? .null,
    ]) { output.say(chinese(holder, renewed.oldExpires), english(holder, renewed.oldExpires)) }
  }

  private func chinese(_ holder: Keyring.Holder, _ day: BusinessDate?) -> String {
    switch holder {
    case .client:
      """
      “\(name)”已有新密钥，旧的\(day.map { "到 \($0) 前仍可用" } ?? "已不再接受")。接下来：
        1. 把 principals.yaml 送到每台主机的 /etc/jiugai，一秒内生效；
        2. jiugai keys bundle \(folder) --client \(name) --to … 把新证书送给它的主人\(day.map { "，在 \($0) 之前换上" } ?? "")。
      """
    case .service:
      """
      \(name) 已有新密钥，旧的\(day.map { "作为读取方到 \($0) 前仍被其他服务接受" } ?? "已不再接受")。接下来，依次：
        1. 把 principals.yaml 送到每台主机的 /etc/jiugai，一秒内生效，不必重启；
        2. 把 keys/<其他服务>/\(name).key 送到其他主机，一秒内生效，不必重启；此后到第 3 步之前它们读不到 \(name)，不会丢失；
        3. 把 keys/\(name)/\(name).key_secret 送到它的主机，重启 jiugai-\(name)，只重启这一个；
        4. 把新的 connection.json 送到每个客户端；在此之前客户端连不上 \(name)。
      """
    }
  }

  private func english(_ holder: Keyring.Holder, _ day: BusinessDate?) -> String {
    switch holder {
    case .client:
      """
      \(name) has a new key; the old one \(day.map { "holds until \($0)" } ?? "is refused already"). Next:
        1. bring principals.yaml into /etc/jiugai of every host; it holds within a second;
        2. jiugai keys bundle \(folder) --client \(name) --to … and bring the certificate to its \
      owner\(day.map { " before \($0)" } ?? "").
      """
    case .service:
      """
      \(name) has a new key; \(day.map { "as a reader it may use the old one until \($0)" } ?? "the old one is refused already"). \
      Next, in this order:
        1. bring principals.yaml into /etc/jiugai of every host; it holds within a second, without a restart;
        2. bring keys/<other service>/\(name).key to the other hosts; taken up within a second, without a restart. From then
           until step 3 they cannot read \(name); nothing is lost;
        3. bring keys/\(name)/\(name).key_secret to its host and restart jiugai-\(name), and nothing else;
        4. bring the new connection.json to every client; before that it cannot reach \(name).
      """
    }
  }
}
