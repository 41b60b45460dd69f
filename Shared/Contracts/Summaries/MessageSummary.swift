import DomainModel

/// What a message is for, in a line: shown by the desk and in the published catalogue. Which articles stand behind a command is
/// the pack's to say, since cities differ.
public struct MessageSummary: Hashable, Sendable {
  public let zh: String
  public let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The line of a message by its name, `voting.close-round`; nil when nobody has written one, which a test forbids.
  public static func of(_ name: WireName) -> MessageSummary? {
    let parts = name.rawValue.split(separator: ".", maxSplits: 1).map(String.init)
    guard let service = parts.first, let message = parts.last else { return nil }
    return own[service]?[message] ?? common[message]
  }

  private static let own: [String: [String: MessageSummary]] = [
    "intake": intake, "voting": voting, "funding": funding, "approvals": approvals, "supervision": supervision,
  ]

  /// What every service says and hears.
  private static let common: [String: MessageSummary] = [
    "withdraw-record": .init("撤回一条登记并说明理由，依据它的步骤随之存疑", "Withdraws a record with a reason; what rests on it is put in question"),
    "confirm-step": .init("经复核确认一个存疑的步骤仍然有效", "Confirms, after review, that a step in question still stands"),
    "disclose": .init("按职责和理由查看个人信息，先留下查看记录", "Shows personal data for a stated reason; the record of it comes first"),
    "disclose-document": .init(
      "按职责和理由调阅含个人信息的文件，先留下调阅记录", "Shows a protected document for a stated reason; the record of it comes first"),
    "erase-person": .init("到期或依申请销毁一个人的个人信息", "Destroys a person's data on expiry or request"),
    "find-person": .init("凭姓名、电话或证件号查找一个人的编号，先留下查找记录", "Finds a person's ids by name, phone or id number; the record of it comes first"),
    "hold-person": .init("因争议未了留存一个人的个人信息", "Keeps a person's data for an open dispute"),
    "release-person": .init("争议了结，解除留存", "Ends a hold on a person's data"),
    "facts-heard": .init("登记从其他服务听到的事实", "Facts heard from another service"),
    "record-withdrawn": .init("一条登记已撤回", "A record was withdrawn"),
    "doubt-heard": .init("听到其他服务撤回了本服务所依据的事实", "Heard that a fact relied on here was withdrawn elsewhere"),
    "step-questioned": .init("一个步骤因所依据的事实变化而存疑", "A step is in question because what it rests on changed"),
    "step-confirmed": .init("存疑的步骤已确认有效", "A step in question was confirmed"),
    "disclosed": .init("谁因何看了谁的哪些信息", "Who saw which data of whom, and why"),
    "document-disclosed": .init("谁因何调阅了哪份含个人信息的文件", "Who was shown which protected document, and why"),
    "person-erased": .init("一个人的个人信息已销毁", "A person's data were destroyed"),
    "persons-sought": .init("谁因何查找过个人，不含所查内容", "Who looked for a person and why, never for whom"),
    "person-held": .init("一个人的个人信息因争议留存", "A person's data are held for a dispute"),
    "person-released": .init("留存已解除", "A hold on a person's data was ended"),
    "person-holdings": .init("本服务持有一个人的哪些信息、到何时为止，不含内容", "What is held of a person and until when, without values"),
    "due-persons": .init("一个项目中保存期限届满的人", "The persons of a project whose data is due for erasure"),
    "health": .init("本服务的版本、末号、读取进度和磁盘", "The service's version, head, reading positions and disk"),
    "receipts": .init("一个项目各步骤的依据", "The receipts of a project's steps"),
    "refusals": .init("一个项目不予办理的记录", "What was refused for a project"),
    "refusal-log": .init("跨项目的不予办理记录，可按日期、单位和代码筛选", "Refusals across all projects, by date, organisation and code"),
    "invariants": .init("核对本服务各记录之间必须成立的关系", "Checks what must always hold between this service's records"),
    "facts": .init("本服务所知的项目事实", "The facts about a project that this service knows"),
    "parked": .init("因不能处理而搁置的项目", "Projects set aside because an event could not be taken in"),
    "deadlines": .init("各项期限及其算法", "What is due when, and how it was counted"),
    "retry-parked": .init("重新尝试处理搁置的事件", "Tries events that wait once more"),
    "skip-parked": .init("说明理由，跳过一条搁置的事件", "Passes over an event that waits, with a reason"),
    "parked-skipped": .init("一条搁置的事件已跳过", "An event that waited was passed over"),
    "parked-events": .init("一个项目搁置的事件及原因", "The events of a project that wait, and why"),
    "accept-feed": .init("运维确认恢复后的事件源，从指定处继续读取", "An operator has a restored feed read on from where it says"),
    "feed-accepted": .init("恢复后的事件源已确认", "A restored feed was accepted"),
    "hearing-withdrawn": .init("收回了在放弃的历史中听到的内容", "What was heard of a given-up past was taken back"),
  ]
}
