import DomainModel

extension RefusalCode {
  /// The codes that every service may give.
  public static let common: [RefusalCode] = [
    .gateClosed, .datedBefore, .datedInFuture, .projectUnknown, .projectHalted, .recordUnknown, .recordFinal, .personUnknown,
    .personHeld, .personNotHeld, .personOfOtherProject, .nobodySought, .documentOfOtherProject,
    .documentMissing, .stepNotQuestioned, .editionMissing, .amountOutOfRange, .versionConflict, .calendarUnknown, .planNotCurrent,
    .notParked, .parkedBehind, .packsFaulty, .feedNotRead, .feedUnchanged,
  ]

  public static let gateClosed = RefusalCode(
    "gate-closed", .afterCorrection, zh: "办理条件尚未满足，请按下列各项补齐后再办。",
    en: "The conditions of this step are not yet met; complete what is listed, then try again.")
  public static let datedBefore = RefusalCode(
    "dated-before", .afterCorrection, zh: "所填日期早于同一事项已办步骤的日期（{last}），请核对日期。",
    en: "The date is earlier than a step already taken on the same matter ({last}); check the date.")
  public static let datedInFuture = RefusalCode(
    "dated-in-future", .afterCorrection, zh: "所填日期晚于今天，只能登记已经发生的事项。",
    en: "The date lies in the future; only what has happened can be recorded.")
  public static let projectUnknown = RefusalCode(
    "project-unknown", .later, zh: "本服务尚未收到该项目的开办信息，请稍后再试；如长时间如此，请核对项目编号。",
    en: "This service has not yet heard that the project was opened; try again shortly, or check the project's number.")
  public static let projectHalted = RefusalCode(
    "project-halted", .afterCorrection, zh: "项目已暂停或已撤回，恢复后方可办理。",
    en: "The project is suspended or withdrawn; it must be resumed first.")
  public static let recordUnknown = RefusalCode(
    "record-unknown", .afterCorrection, zh: "没有找到所指的记录，请核对编号。", en: "There is no such record; check its number.")
  public static let recordFinal = RefusalCode(
    "record-final", .never, zh: "该记录是已办结的步骤，不能撤回；如有错误，请用相应的更正办法。",
    en: "The record is a step that was taken and cannot be withdrawn; use the correction that the step provides.")
  public static let personUnknown = RefusalCode(
    "person-unknown", .afterCorrection, zh: "本服务没有保存此人的资料。", en: "This service holds nothing about that person.")
  public static let personHeld = RefusalCode(
    "person-held", .afterCorrection, zh: "此人的资料因未了结的争议被留存，请先办理解除留存（release-person）。",
    en: "The person's data is held for an open dispute; release the hold first (release-person).")
  public static let personNotHeld = RefusalCode(
    "person-not-held", .never, zh: "本项目没有留存此人的资料。", en: "This project does not hold that person's data for a dispute.")
  public static let personOfOtherProject = RefusalCode(
    "person-of-other-project", .afterCorrection, zh: "本服务只在其他项目中保存此人的资料，请填写那个项目的编号。",
    en: "This service holds that person's data for other projects only; name one of those.")
  public static let documentOfOtherProject = RefusalCode(
    "document-of-other-project", .afterCorrection, zh: "该项目及其小区在本服务的记录没有提到这份文件，请核对校验值和项目编号。",
    en: "No record of that project, or of its community, names the document here; check its hash and the project.")
  public static let nobodySought = RefusalCode(
    "nobody-sought", .afterCorrection, zh: "请填写姓名、电话或身份证号中的至少一项。",
    en: "Give at least one of name, phone and id number.")
  public static let documentMissing = RefusalCode(
    "document-missing", .afterCorrection, zh: "所列文件尚未上传完成，请先用 jiugai attach 上传。",
    en: "A document it names has not been uploaded; upload it first with jiugai attach.")
  public static let stepNotQuestioned = RefusalCode(
    "step-not-questioned", .never, zh: "该步骤没有待确认的疑问。", en: "That step is not in question.")
  public static let editionMissing = RefusalCode(
    "edition-missing", .later, zh: "本服务没有安装该项目所用的规则版本，请联系信息部门安装。",
    en: "The edition of the rules that the project uses is not installed here; ask IT to install it.")
  public static let amountOutOfRange = RefusalCode(
    "amount-out-of-range", .afterCorrection, zh: "金额或面积合计超出可处理的范围，请核对数值。",
    en: "An amount or area adds up to more than can be held; check the figures.")
  public static let versionConflict = RefusalCode(
    "version-conflict", .afterCorrection, zh: "该事项在您读取之后已有变动，请重新查看后再办。",
    en: "The matter has changed since it was read; look again before deciding.")
  public static let calendarUnknown = RefusalCode(
    "calendar-unknown", .later, zh: "{year} 年的工作日历尚未安装，无法计算工作日。",
    en: "The working-day calendar of {year} is not installed, so working days cannot be counted.")
  public static let notParked = RefusalCode(
    "not-parked", .afterCorrection, zh: "没有这样的滞留事件，请先用 jiugai-status parked list 查看。",
    en: "Nothing like that waits here; look with jiugai-status parked list first.")
  public static let parkedBehind = RefusalCode(
    "parked-behind", .afterCorrection, zh: "该事件只是排在更早的事件之后，请先处理最前面的那一条（{feed} 第 {sequence} 号）。",
    en: "That event only waits behind an earlier one; see to the first ({feed} #{sequence}).")
  public static let packsFaulty = RefusalCode(
    "packs-faulty", .afterCorrection, zh: "规则包文件夹里有文件不能用（{fault}），请改正后再试；原有的规则照常使用。",
    en: "A file in the folder of packs cannot be used ({fault}); correct it, then try again. The rules held before stay.")
  public static let feedNotRead = RefusalCode(
    "feed-not-read", .never, zh: "本服务没有读过该数据流，没有要接受的。", en: "This service never read that feed; there is nothing to accept.")
  public static let feedUnchanged = RefusalCode(
    "feed-unchanged", .never, zh: "本服务读的就是该数据流的这个纪元。", en: "This service reads that very epoch of the feed.")
  public static let planNotCurrent = RefusalCode(
    "plan-not-current", .afterCorrection, zh: "所填方案不是现行版本（现行为 {current}），请按现行方案办理。",
    en: "That is not the plan version now valid ({current}); use the valid one.")
}
