import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Forms
import Policy

/// Prints one form of a project.
struct FormPrintCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "打印一种表单（可省略 print）。 Print one form.",
    discussion: """
      表单内容为中文；--lang en 时加印英文名称。PDF 由本机的 Chromium 生成（Debian：apt-get install chromium fonts-noto-cjk）。

      Examples:
        jiugai form plan-summary 330382-2024-0007 --pdf --out 汇总表.pdf
        jiugai form plan-ballot 330382-2024-0007 --round R3 --out 征求表.html          每户一张，带二维码
        jiugai form opinion-summary 330382-2024-0007 --internal --reason 核对签名 --as subdistrict --out 内部.html
      """)

  @Argument(help: "表单的代码或名称，见 jiugai form list。 The form's code or title.")
  var form: String

  @Argument(help: "项目编号。 The project.")
  var project: ProjectID

  @Option(help: "表决轮次，如 R1；征求书、征求表写了轮次才逐户编号。 The round; ballots are numbered by unit only with one.")
  var round: String?

  @Option(help: "只印这一套的征求书（征求表）。 Print the ballot of this unit alone.")
  var unit: UnitID?

  @Option(help: "第几次印制：遗失补印写 2。 Which printing of a ballot it is; 2 for a lost one.")
  var copy: Int = 1

  @Option(help: "写到这个文件；不写则输出 HTML。 The file to write.")
  var out: String?

  @Flag(help: "生成 PDF（需要 Chromium）。 Make a PDF; needs Chromium.")
  var pdf = false

  @Option(help: "表上的日期；不写则留空。 The date on the form.")
  var date: BusinessDate?

  @Option(name: .customLong("posted-on"), help: "公示书：拟张贴日期，公示期由此计算。 The posting day of a notice.")
  var postedOn: BusinessDate?

  @Option(name: .customLong("last-day"), help: "公示书：公示最后一天，不短于规定期限。 Its last day.")
  var lastDay: BusinessDate?

  @Option(help: "联系人。 The contact.")
  var contact: String?

  @Option(name: .customLong("contact-phone"), help: "联系方式。 The contact's telephone.")
  var contactPhone: String?

  @Option(name: .customLong("subdistrict-address"), help: "街道办事处地址。 The subdistrict's address.")
  var subdistrictAddress: String?

  @Option(name: .customLong("subdistrict-phone"), help: "街道办事处电话。 The subdistrict's telephone.")
  var subdistrictPhone: String?

  @Option(help: "管理模式代码，如 property-company。 The mode of management.")
  var mode: Identifier<SlugKind>?

  @Option(help: "承诺书：居民出资以外的来源，如 maintenance-fund=200000.00（元），可写多次。 Another source of the residents' money.")
  var fund: [String] = []

  @Flag(help: "内部版：显示姓名、电话和证件末四位，逐人记录披露。 With names in full; each disclosure is recorded.")
  var `internal` = false

  @Option(help: "披露理由，内部版必填。 Why personal data is disclosed.")
  var reason: String?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  private var isPDF: Bool { pdf || out?.lowercased().hasSuffix(".pdf") == true }

  func validate() throws {
    guard (1...99).contains(copy) else { throw ValidationError("--copy: 1 – 99") }
    guard `internal` == (reason != nil) else {
      throw ValidationError("--internal 与 --reason 须一起写。 --internal and --reason go together.")
    }
    guard unit == nil || round != nil else {
      throw ValidationError("--unit 须与 --round 一起写。 --unit goes with --round.")
    }
    guard !isPDF || out != nil else {
      throw ValidationError("PDF 要写到文件：--out 文件.pdf。 A PDF needs a file: --out FILE.pdf.")
    }
  }

  func perform() async throws {
    let fields = try fields()
    let printer = isPDF ? try PDFPrinter.found() : nil
    let desk = try office.office(output)
    defer { desk.close() }
    let gathering = FormGathering(
      desk: desk, role: try role(), project: project, round: try roundID(), reason: reason)
    let printed: PrintedForm
    do {
      let press = FormPress(try FormFolder())
      let (entry, facts) = try await gathering.facts(for: form, laws: InstalledLaws())
      printed = try press.print(entry, facts, fields)
    } catch let fault as FormFault {
      throw DeskFault(code: fault.code, exit: Exit.refused, zh: fault.zh, en: fault.en, fields: [])
    }
    guard let out else { return print(printed.html) }
    let file = URL(fileURLWithPath: out)
    if let printer {
      try PrivateFile.replace(file, with: try printer.pdf(of: printed.html))
    } else {
      try PrivateFile.replace(file, with: Data(printed.html.utf8))
    }
    output.show([
      "title": .string(printed.title), "file": .string(out), "sheets": .integer(Int64(printed.sheets)),
      "isInternal": .bool(printed.isInternal), "isPDF": .bool(isPDF),
    ]) {
      let sheets = printed.sheets > 1 ? output.say("，共 \(printed.sheets) 张", ", \(printed.sheets) sheets") : ""
      let warning =
        printed.isInternal
        ? output.say("\n内部使用：含个人信息，不得张贴。", "\nFor internal use: it holds personal data and must not be posted.") : ""
      return output.say("已写入 \(out)：\(printed.title)\(sheets)。", "Wrote \(out): \(printed.title)\(sheets).") + warning
    }
  }

  private func fields() throws -> FormFields {
    var fields = FormFields()
    fields.date = date
    fields.contact = contact
    fields.contactPhone = contactPhone
    fields.subdistrictAddress = subdistrictAddress
    fields.subdistrictPhone = subdistrictPhone
    fields.postedOn = postedOn
    fields.lastDay = lastDay
    fields.mode = mode
    fields.unit = unit
    fields.copy = copy
    fields.showsEnglish = !output.isChinese
    for text in fund {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let code = try? Identifier<SlugKind>(parts[0]),
        let amount = CellText.decimal(parts[1]).flatMap({ try? Money($0) }), fields.funds[code] == nil
      else {
        throw DeskFault.usage(
          "bad-fund", zh: "“\(text)”应写成 来源=金额（元），每个来源一次。", en: "\(text): write SOURCE=YUAN, each source once.")
      }
      fields.funds[code] = amount
    }
    return fields
  }

  /// `R1` or the whole id.
  private func roundID() throws -> RoundID? {
    guard let round else { return nil }
    let text = round.contains("/") ? round : "\(project)/\(round.uppercased())"
    guard let id = try? RoundID(text), id.project() == project else {
      throw DeskFault.usage(
        "unknown-round", zh: "“\(round)”不是项目 \(project) 的轮次。", en: "\(round) is no round of \(project).")
    }
    return id
  }

  /// The role that was given, else the subdistrict, which may see what forms are made of; else any.
  private func role() throws -> Role {
    if let role = office.role { return role }
    let clients = try office.connection().clients
    return clients[Role.subdistrict.rawValue] != nil ? .subdistrict : try office.readingRole()
  }
}
