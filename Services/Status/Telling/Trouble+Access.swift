import Contracts
import DomainModel

/// Sentences of what concerns keys, clocks, versions and the soundness of stores.
extension Trouble {
  /// What is the matter, one sentence.
  var said: StoreReport.Said {
    switch self {
    case .storeFaulty(let service, let findings):
      .init(
        zh: "\(service) 的存储与原来的不同：核验出 \(findings) 处不符。",
        en: "The store of \(service) is not what it was: verification found \(findings) thing\(findings == 1 ? "" : "s") wrong.")
    case .principalsFaulty(let service, let fault):
      .init(
        zh: "\(service) 没有采用改动后的 principals.yaml，仍按原来的放行：\(fault)。",
        en: "\(service) did not take up the changed principals.yaml and goes by the former one: \(fault).")
    case .peerKey(let service, let feed):
      .init(
        zh: "\(service) 手里的 \(feed) 公钥不是 \(feed) 现用的。",
        en: "The key that \(service) expects of \(feed) is not the one that \(feed) has.")
    case .packsDiffer(let service, let edition):
      .init(
        zh: "\(service) 安装的规则包与其他服务的不同，如 \(edition)。",
        en: "The packs of \(service) are not those of the other services, \(edition) among them.")
    case .keyExpired(let service, let keys):
      .init(
        zh: "\(Trouble.zh(keys)) 的密钥已失效，\(service) 不再受理其报文。",
        en: "The key of \(Trouble.en(keys)) has expired; \(service) takes nothing from it any more.")
    case .keyExpiring(let service, let keys):
      .init(
        zh: "\(Trouble.zh(keys)) 的密钥即将失效，届时 \(service) 不再受理其报文。",
        en: "The key of \(Trouble.en(keys)) is about to expire; \(service) will then take nothing from it.")
    case .unauthorised(let service, let knocking, let minutes):
      .init(
        zh: "\(Trouble.who(knocking, .zh))在 \(minutes) 分钟内向 \(service) 尝试了 \(knocking.recent) 次无权的事（\(knocking.code)）。",
        en: "\(Trouble.who(knocking, .en)) tried \(knocking.recent) times within \(minutes) minutes at \(service) what it may "
          + "not (\(knocking.code)).")
    case .clockOff(let service, let seconds):
      .init(
        zh: "\(service) 所在机器的时钟\(seconds > 0 ? "快" : "慢") \(abs(seconds)) 秒。",
        en: "The clock of \(service)'s machine is \(abs(seconds)) seconds \(seconds > 0 ? "ahead" : "behind").")
    case .versionsApart(let service, let version, let newest):
      .init(
        zh: "\(service) 的版本 \(version) 比最新的 \(newest) 落后不止一版。",
        en: "\(service) has version \(version), more than one behind the newest, \(newest).")
    default: .init(zh: code, en: code)
    }
  }

  /// What to do, one sentence.
  var remedy: StoreReport.Said {
    switch self {
    case .storeFaulty(let service, _):
      .init(
        zh: "停止 jiugai-\(service)，保全它的存储，不要改动；再由备份恢复。",
        en: "Stop jiugai-\(service), keep its store as it is, and restore from a backup.")
    case .principalsFaulty:
      .init(zh: "改正所指的一行并保存，服务会自己重新读取。", en: "Correct the line named and save; the service takes it up by itself.")
    case .peerKey(let service, let feed):
      .init(
        zh: "把 \(feed) 现用的 \(feed).key 复制到 jiugai-\(service) 的密钥文件夹，再重启它。",
        en: "Copy the present \(feed).key of \(feed) into the keys folder of jiugai-\(service) and restart it.")
    case .packsDiffer(let service, _):
      .init(
        zh: "给 jiugai-\(service) 安装与其他服务相同的规则包文件，再重启它。",
        en: "Give jiugai-\(service) the same pack files as the others have, then restart it.")
    case .keyExpired, .keyExpiring:
      .init(
        zh: "请该单位用 jiugai keys new 生成新密钥，登记到各服务的 principals.yaml，再删去旧的一条。",
        en: "Have them make a new key with jiugai keys new, register it in every principals.yaml, then take out the old entry.")
    case .unauthorised(_, let knocking, _) where knocking.organisation != nil:
      .init(
        zh: "问该单位在办什么：多半是身份、区划或来源没有登记对；若不是他们，撤销这把密钥。",
        en: "Ask that organisation what it is about: most likely a role, division or source is registered wrongly; "
          + "if it was not they, revoke the key.")
    case .unauthorised:
      .init(
        zh: "在各单位的公钥中找这个指纹（jiugai keys list）；找不到就查来源地址并在防火墙上挡住。",
        en: "Look for that fingerprint among the offices' keys (jiugai keys list); if it is nobody's, find the address it "
          + "comes from and shut it out at the firewall.")
    case .clockOff(let service, _):
      .init(
        zh: "在 \(service) 和本机上开启时间同步（timedatectl set-ntp true）。",
        en: "Switch on time synchronisation on the machine of \(service) and on this one: timedatectl set-ntp true.")
    case .versionsApart(let service, _, _):
      .init(zh: "升级 jiugai-\(service)；相邻两版之间才能并用。", en: "Upgrade jiugai-\(service); only neighbouring versions work together.")
    default: .init(zh: "", en: "")
    }
  }

  private static func zh(_ keys: [Health.ExpiringKey]) -> String {
    keys.prefix(3).map { "\($0.organisation)（\($0.key)，\($0.on)）" }.joined(separator: "、")
      + (keys.count > 3 ? "等 \(keys.count) 把" : "")
  }

  private static func en(_ keys: [Health.ExpiringKey]) -> String {
    keys.prefix(3).map { "\($0.organisation) (\($0.key), \($0.on))" }.joined(separator: ", ")
      + (keys.count > 3 ? " and \(keys.count - 3) more" : "")
  }

  private static func who(_ knocking: Health.Knocking, _ language: Language) -> String {
    let isChinese = language == .zh
    guard let key = knocking.key else { return isChinese ? "许多不同的密钥" : "Many different keys" }
    guard let organisation = knocking.organisation else { return isChinese ? "没有登记的密钥 \(key) " : "The unregistered key \(key)" }
    return isChinese ? "\(organisation) 的密钥 \(key) " : "The key \(key) of \(organisation)"
  }
}
