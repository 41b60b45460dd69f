import DomainModel
import Messaging

extension Silence {
  /// For a cell of a table.
  func word(_ language: Language) -> String {
    let isChinese = language == .zh
    return switch self {
    case .noAnswer(.connecting): isChinese ? "连不上" : "no connection"
    case .noAnswer(.connected): isChinese ? "不答复" : "no answer"
    case .noAnswer(.unreachable): isChinese ? "未运行" : "not running"
    case .noAnswer(.serverKeyMismatch): isChinese ? "密钥不符" : "other key"
    case .noAnswer(.keyNotKnown): isChinese ? "密钥未登记" : "key not known"
    case .noAnswer(.keyRevoked): isChinese ? "密钥已撤销" : "key revoked"
    case .answered(let code): code
    case .notConfigured: isChinese ? "未配置" : "not configured"
    case .unusable: isChinese ? "配置有误" : "bad settings"
    }
  }

  /// One sentence.
  func sentence(of service: ServiceName, _ language: Language) -> String {
    let isChinese = language == .zh
    return switch self {
    case .noAnswer(.connecting):
      isChinese ? "\(service) 没有答复：还没有连上。" : "\(service) does not answer: no connection has come about."
    case .noAnswer(.connected):
      isChinese ? "\(service) 连得上，但没有按时答复。" : "\(service) is connected but did not answer in time."
    case .noAnswer(.unreachable):
      isChinese
        ? "\(service) 没有答复：它的地址上没有程序接受连接。"
        : "\(service) does not answer: nobody accepts connections at its address."
    case .noAnswer(.serverKeyMismatch):
      isChinese
        ? "\(service) 中断了握手：它的公钥很可能与连接文件里的不同。"
        : "\(service) breaks off the handshake: its public key most likely differs from the connection file's."
    case .noAnswer(.keyNotKnown):
      isChinese ? "\(service) 还不认识运维证书。" : "\(service) does not know the operator's certificate yet."
    case .noAnswer(.keyRevoked):
      isChinese ? "\(service) 已撤销运维证书。" : "\(service) has revoked the operator's certificate."
    case .answered(let code):
      isChinese ? "\(service) 不说明自己的状况：\(code)。" : "\(service) does not tell how it is: \(code)."
    case .notConfigured:
      isChinese ? "连接文件里没有 \(service)。" : "The connection file does not name \(service)."
    case .unusable(let why):
      isChinese
        ? "连接文件里 \(service) 的地址、公钥或证书不能用：\(why)。"
        : "What the connection file says of \(service) cannot be used: \(why)."
    }
  }

  /// What to do, one sentence.
  func cure(of service: ServiceName, _ language: Language) -> String {
    let isChinese = language == .zh
    return switch self {
    case .noAnswer(.connecting):
      isChinese
        ? "确认 jiugai-\(service) 在运行、地址正确、运维证书已登记；用 --wait 8 再看一次能分清。"
        : "Check that jiugai-\(service) runs, its address, and that it knows the operator's key; --wait 8 tells which."
    case .noAnswer(.unreachable):
      isChinese ? "启动 jiugai-\(service)，并查看它的日志。" : "Start jiugai-\(service) and read its log."
    case .noAnswer(.connected):
      isChinese
        ? "查看 jiugai-\(service) 的日志和机器负荷；仍不答复就重启它。"
        : "Read the log of jiugai-\(service) and look at the machine's load; restart it if it stays silent."
    case .noAnswer(.serverKeyMismatch):
      isChinese
        ? "核对连接文件里 \(service) 的公钥与该服务的 \(service).key 是否一致；一致的话，看运维证书是否已登记。"
        : "Compare the key of \(service) in the connection file with the service's \(service).key; "
          + "if they are the same, see whether it knows the operator's key."
    case .noAnswer(.keyNotKnown):
      isChinese
        ? "把运维证书的公钥加进 \(service) 的 principals.yaml，保存后即生效。"
        : "Add the operator's public key to the principals.yaml of \(service); it holds as soon as it is saved."
    case .noAnswer(.keyRevoked):
      isChinese
        ? "问清是谁撤销的；若应恢复，用 jiugai keys new 生成新的运维证书，登记到 \(service) 的 principals.yaml，并写进连接文件。"
        : "Ask who revoked it; to be let in again make a new certificate with jiugai keys new, add it to the principals.yaml "
          + "of \(service) and name it in the connection file."
    case .answered("NOT_AUTHORISED"), .answered("SOURCE_MISMATCH"):
      isChinese
        ? "在 \(service) 的 principals.yaml 里核对运维证书的身份（operator）和来源。"
        : "Check the role (operator) and the source of the operator's key in the principals.yaml of \(service)."
    case .answered:
      isChinese ? "查看 jiugai-\(service) 的日志。" : "Read the log of jiugai-\(service)."
    case .notConfigured:
      isChinese ? "在连接文件里补上 \(service) 的地址和公钥。" : "Add the address and the key of \(service) to the connection file."
    case .unusable:
      isChinese
        ? "改正连接文件里 \(service) 的地址、公钥或证书。"
        : "Correct the address, key or certificate of \(service) in the connection file."
    }
  }
}
