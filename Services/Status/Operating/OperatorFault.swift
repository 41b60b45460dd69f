import ClientKit
import Contracts
import DomainModel

/// Why an order of the operator came to nothing before a service was asked.
enum OperatorFault: Error {
  /// No such event waits there.
  case notWaiting(String)
  /// The reader reads the feed as it is; there is nothing to accept.
  case notChanged
  /// The feed's service is still in the epoch that the reader read: its store was not declared restored.
  case noNewEpoch
  /// The feed's service does not tell its epochs.
  case epochsUnknown
}

/// What went wrong, for people and for programs.
struct Trip: Hashable {
  let code: String
  let sentence: String
  /// Whether the service did not answer at all.
  let isSilence: Bool

  init(_ error: any Error, _ service: ServiceName, _ language: Language) {
    let isChinese = language == .zh
    switch error {
    case ClientFault.refused(let problem):
      (code, sentence, isSilence) = (problem.code, problem.title, false)
    case ClientFault.rejected(let code, let problem):
      (self.code, sentence, isSilence) = (code, problem?.title ?? code, false)
    case OperatorFault.notWaiting(let event):
      (code, isSilence) = ("not-parked", false)
      sentence = isChinese ? "\(service) 里没有滞留的事件 \(event)。" : "No event \(event) waits in \(service)."
    case OperatorFault.notChanged:
      (code, isSilence) = ("not-changed", false)
      sentence = isChinese ? "\(service) 读的就是现在的纪元，没有要接受的。" : "\(service) reads the present epoch; there is nothing to accept."
    case OperatorFault.noNewEpoch:
      (code, isSilence) = ("no-new-epoch", false)
      sentence =
        isChinese
        ? "数据源还在原来的纪元：恢复存储之后要先用 --begin-epoch 开始新的纪元。"
        : "The source is still in its old epoch: after a restore it has to begin a new one first, with --begin-epoch."
    case OperatorFault.epochsUnknown:
      (code, isSilence) = ("epochs-unknown", false)
      sentence = isChinese ? "数据源没有说明它的纪元，请先升级它。" : "The source does not tell its epochs; upgrade it first."
    case ClientFault.noAnswer:
      (code, isSilence) = ("no-answer", true)
      sentence = isChinese ? "\(service) 没有答复。" : "\(service) does not answer."
    default:
      (code, sentence, isSilence) = ("unusable", "\(error)", true)
    }
  }
}
