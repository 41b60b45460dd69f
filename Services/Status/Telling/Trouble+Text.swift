import Contracts
import DomainModel

extension Trouble {
  /// What is the matter, one sentence.
  func sentence(_ language: Language) -> String {
    let figures = Figures(language: language)
    let isChinese = language == .zh
    switch self {
    case .down(let service, let silence): return silence.sentence(of: service, language)
    case .notAccepting(let service):
      return isChinese
        ? "\(service) 不受理命令：它正在停止，或别的服务读到过它已没有的记录。"
        : "\(service) accepts no commands: it is stopping, or others have read records that it no longer has."
    case .diskLow(let service, let free, let size):
      let left = figures.disk(free: free, size: size)
      return isChinese ? "\(service) 的磁盘只剩 \(left)。" : "The disk of \(service) has only \(left) left."
    case .feedStopped(let service, let feed, let code):
      let why = Trouble.reason(ofStop: code, feed, language)
      return isChinese
        ? "\(service) 已停止读取 \(feed)：\(why)（\(code)）。"
        : "\(service) stopped reading \(feed): \(why) (\(code))."
    case .parked(let service, let projects, let first):
      let start =
        isChinese
        ? "\(service) 有 \(projects) 个项目滞留"
        : projects == 1 ? "1 project waits in \(service)" : "\(projects) projects wait in \(service)"
      guard let first else { return isChinese ? "\(start)，原因没有问到。" : "\(start); the reasons did not come." }
      let why = first.word(language)
      return isChinese
        ? "\(start)：\(first.name(language)) 自 \(first.feed) 第 \(first.sequence) 号起，\(why)。"
        : "\(start): \(first.name(language)) since \(first.feed) #\(first.sequence), \(why)."
    case .feedSilent(let service, let feed, let seconds):
      guard let seconds else {
        return isChinese ? "\(feed) 在运行，\(service) 却从未听到它。" : "\(feed) is up, but \(service) has never heard it."
      }
      let time = figures.duration(seconds)
      return isChinese
        ? "\(feed) 在运行，\(service) 却已 \(time)没有听到它。"
        : "\(feed) is up, but \(service) has not heard it for \(time)."
    case .behind(let service, let feed, let events):
      let lag = figures.count(events)
      return isChinese ? "\(service) 比 \(feed) 落后 \(lag) 条。" : "\(service) is \(lag) events behind \(feed)."
    default: return said.text(language)
    }
  }

  /// What to do, one sentence.
  func cure(_ language: Language) -> String {
    let isChinese = language == .zh
    switch self {
    case .down(let service, let silence): return silence.cure(of: service, language)
    case .notAccepting(let service):
      return isChinese
        ? "若不是在停机，就查看 jiugai-\(service) 的日志并核对其存储与备份；查明前不要清理任何文件。"
        : "Unless it is being stopped, read the log of jiugai-\(service) and compare its store with the backup; "
          + "remove no file before."
    case .diskLow(let service, _, _):
      return isChinese
        ? "为 jiugai-\(service) 的磁盘腾出或增加空间；存储文件夹里的文件不能删。"
        : "Make room on the disk of jiugai-\(service), or enlarge it; delete nothing in the store's folder."
    case .feedStopped(let service, let feed, "EPOCH_CHANGED"):
      return isChinese
        ? "查明 \(feed) 的存储为何更换，再用 jiugai-status feed accept --feed \(feed) 让 \(service) 读下去。"
        : "Find out why the store of \(feed) changed, then let \(service) go on: "
          + "jiugai-status feed accept --feed \(feed)."
    case .feedStopped(_, let feed, "CURSOR_AHEAD"):
      return isChinese
        ? "若 \(feed) 放回了旧的备份：停止它，用 --begin-epoch 开始新的纪元，再 jiugai-status feed accept --feed \(feed)。"
        : "If an old copy of \(feed) was put back: stop it, begin an epoch with --begin-epoch, "
          + "then jiugai-status feed accept --feed \(feed)."
    case .feedStopped(_, let feed, _):
      return isChinese
        ? "停止 jiugai-\(feed)，核对它的存储与备份，查明前不要让它再记录。"
        : "Stop jiugai-\(feed) and compare its store with the backup before it records anything more."
    case .parked(let service, _, let first):
      return Parked.Waiting.cure(first, in: service, language)
    case .feedSilent(let service, let feed, _):
      return isChinese
        ? "检查 jiugai-\(service) 配置里 feeds.\(feed) 的地址和公钥，以及两者之间的网络。"
        : "Check the address and key of feeds.\(feed) in the settings of jiugai-\(service), and the network between."
    case .behind(let service, _, _):
      return isChinese
        ? "等 \(service) 追上；若差距不减，查看 jiugai-\(service) 的日志和机器负荷。"
        : "Let \(service) catch up; if the gap stays, read the log of jiugai-\(service) and look at the machine's load."
    default: return remedy.text(language)
    }
  }

  private static func reason(ofStop code: String, _ feed: ServiceName, _ language: Language) -> String {
    let isChinese = language == .zh
    return switch code {
    case "EPOCH_CHANGED":
      isChinese ? "\(feed) 恢复或重建过存储，开始了新的纪元" : "the store of \(feed) was restored or made anew, in a new epoch"
    case "FEED_DIVERGED":
      isChinese ? "\(feed) 的记录与先前读到的不同" : "the records of \(feed) are not those read before"
    case "CURSOR_AHEAD":
      isChinese ? "\(feed) 的末尾缺了已被读过的记录" : "\(feed) has lost records that were read before"
    default: isChinese ? "\(feed) 拒绝" : "\(feed) refuses"
    }
  }
}

extension Parked.Waiting {
  /// The project, or a word for events that name none.
  func name(_ language: Language) -> String {
    project.isEmpty ? (language == .zh ? "（不属于项目）" : "(no project)") : project
  }

  /// Why it waits, as a clause.
  func word(_ language: Language) -> String {
    let isChinese = language == .zh
    return switch reason {
    case "edition-not-installed": isChinese ? "所用的规则版本没有安装" : "whose edition of the rules is not installed"
    case "unknown-critical": isChinese ? "有这一版程序还不认识的重要事件" : "with an important event that this version does not know"
    case "undecodable": isChinese ? "有事件读不懂" : "with an event that cannot be read"
    case "behind": isChinese ? "排在更早的事件之后" : "behind an earlier event"
    default: reason
    }
  }

  /// What to do about a project that waits in `service`.
  static func cure(_ first: Parked.Waiting?, in service: ServiceName, _ language: Language) -> String {
    let isChinese = language == .zh
    guard let first else {
      return isChinese
        ? "再运行一次本工具，或查看 jiugai-\(service) 的日志。"
        : "Run this tool again, or read the log of jiugai-\(service)."
    }
    return switch first.reason {
    case "edition-not-installed":
      isChinese
        ? "给 jiugai-\(service) 安装它要的规则包（\(first.detail)），再运行 jiugai-status parked retry。"
        : "Give jiugai-\(service) the pack that it asks for (\(first.detail)), then run jiugai-status parked retry."
    case "unknown-critical", "undecodable":
      isChinese
        ? "把 jiugai-\(service) 升级到不低于 \(first.feed) 的版本（\(first.detail)）。"
        : "Upgrade jiugai-\(service) to at least the version of \(first.feed) (\(first.detail))."
    default:
      isChinese ? "查看 jiugai-\(service) 的日志（\(first.detail)）。" : "Read the log of jiugai-\(service) (\(first.detail))."
    }
  }
}
