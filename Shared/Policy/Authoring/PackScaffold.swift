import DomainModel

/// The first text of a new city's pack: every part of the format, silent, with the question that the document should
/// answer and the form of the answer. It is sound from the first line, so that the checker tells of the author's own slips
/// alone; a line whose question is not answered yet ends in `# ?`.
public struct PackScaffold {
  /// How a line ends whose question is open.
  public static let mark = "# ?"

  public let id: Identifier<SlugKind>
  public let edition: Identifier<SlugKind>

  public init(id: Identifier<SlugKind>, edition: Identifier<SlugKind>) {
    self.id = id
    self.edition = edition
  }

  /// The file's text, ending in a line feed.
  public var text: String {
    (head + parameters + lists + course).joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    [
      "# \(id)：规则草稿。从上到下逐条读文件回答：有规定的写出取值和 cites，未规定的保留 silent；",
      "# 答完一条就删去行末的问号标记。随时运行 jiugai policy check 本文件，看还有哪些待答。",
      "# The rules of \(id), a draft. Answer from top to bottom: a value with cites, or silent where the document says",
      "# nothing; take away the mark at the end of a line once it is answered. jiugai policy check tells what is open.",
      "pack:",
      "  id: \(id)",
      "  edition: \(edition)",
      "  # 规则的名称。What the rules are called.",
      "  name: {zh: \(id), en: \(id)}  \(PackScaffold.mark)",
      "  # 文件的效力。The document's standing: \(words(PackHeader.Status.allCases.map(\.rawValue)))",
      "  status: draft  \(PackScaffold.mark)",
      "  # 适用区域（行政区划代码）。Where it holds: {division: 330382, zh: …, en: …, cites: [plan 2.1]}",
      "  territory: silent  \(PackScaffold.mark)",
      "  # 有效期；现行文件必填。When it holds: {from: 2024-01-05, until: 2029-01-04, cites: [plan 6]}",
      "  validity: silent  \(PackScaffold.mark)",
      "  # 上级文件的策略包可写 parent: 名称，只供参考，从不适用。A parent's values are shown as advice: parent: …",
      "",
      "# 所引文件，按简称。Title as printed; number, registration, issuer, dated, inForce if printed.",
      "instruments:",
      "  plan:",
      "    title: \(id)  \(PackScaffold.mark)",
      "",
    ]
  }

  /// Every parameter of the format, nested as its path says.
  private var parameters: [String] {
    var lines: [String] = []
    var open: [String] = []
    for form in ParameterForm.all {
      let keys = form.path.split(separator: ".").map(String.init)
      let sections = Array(keys.dropLast())
      let common = zip(open, sections).prefix { $0.0 == $0.1 }.count
      for depth in common..<max(common, sections.count) {
        if depth == 0, !lines.isEmpty { lines.append("") }
        lines.append(String(repeating: "  ", count: depth) + "\(sections[depth]):")
      }
      open = sections
      let indent = String(repeating: "  ", count: sections.count)
      if let question = PackQuestions.question(of: form.path) { lines.append("\(indent)# \(question.zh) \(question.en)") }
      lines.append("\(indent)#   \(form.allowed)")
      lines.append("\(indent)\(keys[keys.count - 1]): silent  \(PackScaffold.mark)")
    }
    return lines
  }

  private var lists: [String] {
    [
      "",
      "# 表格，标题照印。Forms by their exact titles.",
      "#   - {code: opinion-form, title: …, en: …, stage: S03, layout: silent, cites: [plan 3.1]}",
      "forms: silent  \(PackScaffold.mark)",
      "",
      "# 成套提交的材料。Papers that are handed in together.",
      "#   - {code: declaration, zh: …, en: …, submittedTo: subdistrict, items: [{number: 1, form: …, mandatory: yes}], cites: [plan 3.4]}",
      "packages: silent  \(PackScaffold.mark)",
      "",
      "# 改造内容清单；key 与其他城市同一事项相同。The catalogue; a key is the same in every city.",
      "catalogue:",
      "  # 如何选择内容？ How are items chosen? {zh: …, en: …, cites: […]}",
      "  selection: silent  \(PackScaffold.mark)",
      "  # 各类是并列还是逐级包含？ {value: \(words(Catalogue.TierRule.allCases.map(\.rawValue))), cites: […]}",
      "  tierRule: silent  \(PackScaffold.mark)",
      "  # 哪些内容必须做？ {value: [key], cites: […]}",
      "  compulsory: silent  \(PackScaffold.mark)",
      "  # 方面。{code: A, zh: 建筑, en: Building}",
      "  aspects: []  \(PackScaffold.mark)",
      "  # 分类。{tier: \(words(Tier.allCases.map(\.rawValue))), digit: 1, zh: …, en: …, purposeZh: …, purposeEn: …, cites: […]}",
      "  tiers: silent  \(PackScaffold.mark)",
      "  # 清单所在条款。The articles that hold the list.",
      "  cites: [plan 1]  \(PackScaffold.mark)",
      "  # {code: A1.1, key: roof-leak, tier: basic, zh: 照印, en: …}",
      "  items: []  \(PackScaffold.mark)",
      "",
    ]
  }

  /// Stages, gates and the rest, which name steps and rules of the product.
  private var course: [String] {
    let marks = StageProgress.marks.sorted { $0.key < $1.key }
    let steps = marks.compactMap { code, mark in
      mark.step.map { "#   \(code)  \($0)\(mark.case.map { " (\($0))" } ?? "")" }
    }
    let rules = RuleRegistry.knownRules.sorted().map { rule -> String in
      let title = (try? RuleID(rule)).map { RuleTexts.title(of: $0, .zh) } ?? ""
      return "#   \(rule)  \(title)"
    }
    return [
      "# 阶段，按先后；code 取自下表。Stages in their order; order repeats where two run side by side.",
      "#   - {code: S03, id: willingness, order: 3, kind: \(words(Stage.Kind.allCases.map(\.rawValue))), zh: …, en: …, cites: [plan 3.1]}",
      "stages: []  \(PackScaffold.mark)",
      "",
      "# 门槛：某一步之前必须成立的规则。没有列出的步骤不设门槛。Gates: what must hold before a step.",
      "#   - step: intake.submit-application",
      "#     gate:",
      "#       - {code: G-V1, rule: voting.willingness-carried, force: \(words(Force.allCases.map(\.rawValue))), cites: [plan 3.1]}",
      "# 步骤 Steps:",
    ] + steps + ["# 规则 Rules:"] + rules + [
      "gates: []  \(PackScaffold.mark)",
      "",
      "# 某条命令只许谁发。Who alone may send a message: {message: voting.post-notice, roles: [subdistrict], cites: [plan 3.3]}",
      "senders: silent  \(PackScaffold.mark)",
      "",
      "# 职责，用我们的话。Duties in our words: {role: subdistrict, zh: …, en: …, cites: [plan 5]}",
      "duties: silent  \(PackScaffold.mark)",
      "",
      "# 表格和告示用语，用我们的话。Sentences in our words: {code: notice-period, zh: …, en: …, cites: [plan 3.3]}",
      "texts: silent  \(PackScaffold.mark)",
    ]
  }

  private func words(_ words: [String]) -> String { words.joined(separator: " | ") }
}
