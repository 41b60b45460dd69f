import ArgumentParser

/// Official forms, filled from the services' own figures.
struct FormCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "打印表单：征求书、公示书、汇总表、申请表等。 Print official forms.",
    discussion: """
      数字都取自各服务，不能手填；联系人、地址等可用选项填入，不填则留空白线。

        jiugai form list --pack yueqing
        jiugai form opinion-form 330382-2024-0007 --round R1 --out 征求书.html
        jiugai form notice-form 330382-2024-0007 --posted-on 2024-04-25 --contact 居委会 --pdf --out 公示书.pdf
      """,
    subcommands: [FormListCommand.self, FormPrintCommand.self], defaultSubcommand: FormPrintCommand.self)
}
