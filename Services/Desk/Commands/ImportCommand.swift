import ArgumentParser

/// Brings in what offices keep in tables.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入 CSV 表格。 Import CSV tables.",
    discussion: """
      先把整张表核对完，有错就按“行:列”全部列出，什么也不发送。编码用 UTF-8（有无 BOM 均可）或 GB18030；列名用中文或英文。
      中断后原样再执行一次即可，已办的不会重复。--dry-run 只核对。

      各表的列（* 必填）：
        roll            幢号* 房号* 专有部分面积* 业主姓名 手机 身份证号 业主编号 单元编号 面积依据 用途 代表 未售 计户
                        一行一位业主；同一套的几位共有人写几行
        ballots         票号* 幢号 房号（或单元编号） 意见* 签署日期* 签字人 手机 身份证号 签字人编号 方式 扫描件
        deposits        流水号* 金额* 到账日期* 资金来源 幢号 房号（或单元编号）
        survey          幢号* 建成年份* 梯数* 户数* 规划许可面积 产权登记面积 面积依据 面积依据文件 建成日期
        questionnaires  满意度* 姓名 联系方式 问卷编号 性别 年龄 年龄段 文化程度 了解程度 是否改造 改造内容 其他内容 改善程度 意见

      姓名、电话、证件号只进保险库；人员编号由 person.key（在连接文件旁，0600）推算，请妥善备份这个文件。
      """,
    subcommands: [
      ImportRollCommand.self, ImportBallotsCommand.self, ImportDepositsCommand.self, ImportSurveyCommand.self,
      ImportQuestionnairesCommand.self,
    ])
}
