import DomainModel

extension RefusalCode {
  // The site.
  public static let worksAlreadyStarted = RefusalCode(
    "works-already-started", .never, zh: "该项目已登记开工，无需重复办理。", en: "The start of the works is already recorded.")
  public static let worksNotStarted = RefusalCode(
    "works-not-started", .afterCorrection, zh: "尚未登记开工，请先办理开工，或登记未经许可的开工情况。",
    en: "No start is recorded yet; record the start, or that works were seen to begin without one.")
  public static let channelMissing = RefusalCode(
    "channel-missing", .afterCorrection, zh: "请至少填写一种现场沟通渠道。", en: "Name at least one way to reach the site.")
  public static let photoMissing = RefusalCode(
    "photo-missing", .afterCorrection, zh: "已拆除的违法建筑请附拆除后的照片。",
    en: "Add a photo taken after the removal for every structure that is gone.")
  public static let structureRepeated = RefusalCode(
    "structure-repeated", .afterCorrection, zh: "同一编号在一次登记中出现多次，请核对。",
    en: "A number stands more than once in this record; check the list.")
  public static let itemsMissing = RefusalCode(
    "items-missing", .afterCorrection, zh: "请至少填写一项内容。", en: "Give at least one entry.")
  public static let dayAhead = RefusalCode(
    "day-ahead", .afterCorrection, zh: "所填的发生日期晚于登记日期，请核对。",
    en: "A day that has been reached lies after the day of the record; check it.")
  public static let progressBackwards = RefusalCode(
    "progress-backwards", .afterCorrection, zh: "进度低于此前所报（{before}），如确需调低请说明原因。",
    en: "Progress is less than reported before ({before}); give the reason if it really went back.")
  public static let watcherUnknown = RefusalCode(
    "watcher-unknown", .afterCorrection, zh: "该人员未登记为本项目的监督员，请先登记。",
    en: "That person is not registered as watching this project; register them first.")

  public static let pilotNotForeseen = RefusalCode(
    "pilot-not-foreseen", .never, zh: "本市规定没有为试点小区另定开工月份，无需登记。",
    en: "The city's rules have no month of their own for pilots, so nothing is to be recorded.")

  // Defects and tickets.
  public static let defectUnknown = RefusalCode(
    "defect-unknown", .afterCorrection, zh: "没有找到该整改问题，请核对编号。", en: "There is no such defect; check its number.")
  public static let defectNotOpen = RefusalCode(
    "defect-not-open", .never, zh: "该问题已报整改或已销号，无需重复办理。", en: "The defect is already said to be fixed, or closed.")
  public static let defectNotFixed = RefusalCode(
    "defect-not-fixed", .afterCorrection, zh: "该问题尚未报整改完成，整改后再复查。",
    en: "The defect has not been reported as fixed; it is looked at again afterwards.")
  public static let ticketUnknown = RefusalCode(
    "ticket-unknown", .afterCorrection, zh: "没有找到该工单，请核对编号。", en: "There is no such ticket; check its number.")
  public static let ticketEnded = RefusalCode(
    "ticket-ended", .never, zh: "该工单已办结；如有新的情况，请另行登记。", en: "The ticket has ended; open another for what is new.")

  // Design changes.
  public static let changeUnknown = RefusalCode(
    "change-unknown", .afterCorrection, zh: "没有找到该设计变更，请核对编号。",
    en: "There is no such design change; check its number.")
  public static let changeClosed = RefusalCode(
    "change-closed", .never, zh: "该设计变更已实施或未获批准，不能再办。", en: "The design change was carried out or turned down.")
  public static let changeStageTaken = RefusalCode(
    "change-stage-taken", .never, zh: "该环节已经办理，无需重复。", en: "That stage of the change has been taken already.")
  public static let changeOutOfOrder = RefusalCode(
    "change-out-of-order", .afterCorrection, zh: "设计变更须依次办理，请先完成所列环节。",
    en: "A design change keeps its order; take the stages listed first.")
  public static let investmentUnknown = RefusalCode(
    "investment-unknown", .later, zh: "尚未收到项目批准的总投资，无法判断变更是否重大；也可以直接按重大变更办理。",
    en: "The approved investment is not known, so the change cannot be classified; it may be treated as major.")

  // Acceptance and filing.
  public static let acceptanceUnknown = RefusalCode(
    "acceptance-unknown", .afterCorrection, zh: "没有找到该次联合验收，请核对编号。",
    en: "There is no such acceptance; check its number.")
  public static let acceptanceSuperseded = RefusalCode(
    "acceptance-superseded", .never, zh: "该次验收之后又组织过验收，请以最近一次为准。",
    en: "Another acceptance was held since; the latest one counts.")
  public static let acceptanceAlreadyPassed = RefusalCode(
    "acceptance-already-passed", .never, zh: "该项目已通过验收。", en: "The project has passed its acceptance.")
  public static let acceptanceOfOthers = RefusalCode(
    "acceptance-of-others", .afterCorrection, zh: "本市规定竣工验收由 {organiser} 组织，请由其登记。",
    en: "In this city the acceptance is organised by {organiser}; have it record this.")
  public static let verificationMissing = RefusalCode(
    "verification-missing", .afterCorrection, zh: "请附规划核实文件；会商意见明确无需核实的，请选择“无需核实”。",
    en: "Add the verification, or say that none is needed where the consultation opinion says so.")
  public static let exemptionNotStated = RefusalCode(
    "exemption-not-stated", .afterCorrection, zh: "会商意见未明确免办建设工程规划许可证，须办理规划核实。",
    en: "The consultation opinion does not exempt the project from the planning permit; planning must be verified.")
  public static let completionAlreadyFiled = RefusalCode(
    "completion-already-filed", .never, zh: "该项目已办理竣工验收备案。", en: "The completion is already filed.")

  // Hand-over, warranty, management, evaluation.
  public static let assetNotOffered = RefusalCode(
    "asset-not-offered", .afterCorrection, zh: "本市规定或本项目没有这一类移交内容，请核对。",
    en: "The city's rules or this project have no such class of assets; check it.")
  public static let receiverNotAllowed = RefusalCode(
    "receiver-not-allowed", .afterCorrection, zh: "该类内容不移交给所填的接收方，请按规定选择接收方。",
    en: "Assets of this class do not go to that receiver; choose one that the rules name.")
  public static let handoverUnknown = RefusalCode(
    "handover-unknown", .afterCorrection, zh: "没有找到该次移交，请核对编号。", en: "There is no such hand-over; check its number.")
  public static let handoverTaken = RefusalCode(
    "handover-taken", .never, zh: "该次移交已由接收方接收。", en: "The receiver has taken these assets already.")
  public static let receiptMissing = RefusalCode(
    "receipt-missing", .afterCorrection, zh: "由接收方以外的单位登记接收的，请附接收方签署的文件。",
    en: "Where another than the receiver records it, add the receiver's signed paper.")
  public static let claimUnknown = RefusalCode(
    "claim-unknown", .afterCorrection, zh: "没有找到该保修事项，请核对编号。",
    en: "There is no such warranty matter; check its number.")
  public static let claimFixed = RefusalCode(
    "claim-fixed", .never, zh: "该保修事项已修复。", en: "It was put right already.")
  public static let modeNotOffered = RefusalCode(
    "mode-not-offered", .afterCorrection, zh: "本市规定没有这种管理模式，请从所列模式中选择。",
    en: "The city's rules offer no such way of managing; choose one of those listed.")
  public static let modeSurveyContradicts = RefusalCode(
    "mode-survey-contradicts", .afterCorrection, zh: "问卷数对不上：收回数不多于发出数，各模式得票之和不多于收回数，每种模式只填一次。",
    en: "The questionnaires do not add up: no more come back than were handed out, the choices are no more than those, and each mode stands once.")
  public static let ageBandContradicts = RefusalCode(
    "age-band-contradicts", .afterCorrection, zh: "所填年龄与年龄段不一致，请核对。",
    en: "The age does not lie in the band given; check it.")
  public static let evaluationMissing = RefusalCode(
    "evaluation-missing", .afterCorrection, zh: "尚未登记绩效评价，请先评价再反馈。",
    en: "The project has not been evaluated yet; evaluate it before feeding back.")
  public static let boardNotShown = RefusalCode(
    "board-not-shown", .afterCorrection, zh: "请附公示牌照片，证明投诉热线已在现场公布。",
    en: "Add a photograph of the board that shows the number on the site.")
  public static let resultNotAccepted = RefusalCode(
    "result-not-accepted", .later, zh: "竣工验收尚未通过，验收后再作评价。",
    en: "The works have not been accepted; their result is judged afterwards.")
  public static let provisionalPriceMissing = RefusalCode(
    "provisional-price-missing", .afterCorrection, zh: "以暂定预算价下浮方式发包的，应填写暂定预算价、下浮比例和理由；其他方式不填。",
    en: "A tender on a provisional price names the price, its discount and why; other forms name none.")
}
