import Contracts
import DomainModel
import Policy
import Terminal

/// What a draft still asks its author, as editors and people read it.
struct OpenQuestionText {
  let file: String
  let questions: [OpenQuestion]

  var json: JSONValue {
    .array(
      questions.map { open -> JSONValue in
        [
          "path": .string(open.path), "line": .integer(Int64(open.line)),
          "question": open.question.map { ["zh": .string($0.zh), "en": .string($0.en)] } ?? .null,
          "allowed": open.allowed.map { .string($0) } ?? .null,
        ]
      })
  }

  /// The next few, in the order in which to answer them.
  func text(_ language: Language, most: Int) -> String {
    let isChinese = language == .zh
    var lines = [
      Style.warning.paint(
        isChinese
          ? "还有 \(questions.count) 个问题待答，请依次回答（答完删去行末的 # ?）：" : "\(questions.count) questions are open; answer them in this order (then take away the # ?):")
    ]
    for open in questions.prefix(most) {
      let ask = open.question.map { isChinese ? $0.zh : $0.en } ?? (isChinese ? "见该处注释" : "see the comment there")
      lines.append("\(Style.heading.paint("\(file):\(open.line)")) \(open.path): \(ask)")
      if let allowed = open.allowed {
        lines.append("    \(Style.quiet.paint(isChinese ? "写法：" : "written: "))\(allowed) \(isChinese ? "或" : "or") silent")
      }
    }
    if questions.count > most {
      lines.append(Style.quiet.paint(isChinese ? "…… 其余 \(questions.count - most) 个，加 --all 全部列出" : "… and \(questions.count - most) more; --all lists them"))
    }
    return lines.joined(separator: "\n")
  }
}
