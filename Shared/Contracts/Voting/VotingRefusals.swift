import DomainModel

extension RefusalCode {
  static let ofVoting: [RefusalCode] = [
    .rollUnknown, .rollNotDraft, .rollNotSealed, .rollUnitsFaulty, .areaMissing, .rollCountDiffers, .rollAreaDiffers,
    .rollContentDiffers,
    .roundUnknown, .roundAlreadyOpen, .roundNotOpen, .roundStillRunning, .roundNotClosed, .voteAlreadyCarried,
    .voteNotForeseen, .datesReversed, .planVersionNeeded, .planVersionNotAsked, .pivotalBlanks,
    .objectionNotUpheld,
    .ballotNumberUsed, .ballotUnknown, .unitNotInRoll, .ballotEarly, .ballotLate, .signedAfterRecorded, .signerMissing,
    .signerNotOwner,
    .noticeUnknown, .noticeNotHanging, .noticeOfOtherPlan, .lastDayNotOver,
    .objectionUnknown, .objectionEnded, .dispositionNotGiven, .thresholdBinds, .roundCarried,
    .consultationNotForeseen, .consultationRoundUnknown, .consultationRoundOutOfTurn, .consultationRoundEnded,
    .commentEmpty, .commentUnknown, .answerBare, .signatureNotForeseen, .planSignedAlready, .signatoriesMissing,
    .signatoryRepeated, .signedPageMissing,
  ]

  // Going past a threshold.
  public static let thresholdBinds = RefusalCode(
    "threshold-binds", .never, zh: "该地规则对此项表决比例未用“原则上”，不得例外。",
    en: "The rules of this city set this threshold without an \"in principle\"; nobody may go past it.")
  public static let roundCarried = RefusalCode(
    "round-carried", .never, zh: "该轮表决已达到比例，或已例外认可，无需办理。",
    en: "The round carried, or counts as carried already; there is nothing to go past.")

  // Rolls.
  public static let rollUnknown = RefusalCode(
    "roll-unknown", .afterCorrection, zh: "没有这份业主名册，请核对名册编号。", en: "There is no such owner roll; check its number.")
  public static let rollNotDraft = RefusalCode(
    "roll-not-draft", .never, zh: "名册已经封存，内容不能再改；如需更正请新建一份名册。",
    en: "The roll is sealed and changes no more; begin a new roll to correct it.")
  public static let rollNotSealed = RefusalCode(
    "roll-not-sealed", .afterCorrection, zh: "名册尚未封存，请先核对份数、面积并封存，再开启表决。",
    en: "The roll is not sealed yet; check its count and area and seal it before opening a round on it.")
  public static let rollUnitsFaulty = RefusalCode(
    "roll-units-faulty", .afterCorrection,
    zh: "所指各行有误：unit 为房屋重复，owners 为缺业主（未售的请标明未售）或业主重复，representative 为代表不在业主之中。更正后请整批重新提交。",
    en: """
      The rows pointed to need correcting: at unit, the unit is listed twice; at owners, there is none (mark an unsold \
      unit as unsold) or one twice; at representative, it is not one of the owners. Correct them and send the batch \
      again.
      """)
  public static let areaMissing = RefusalCode(
    "area-missing", .afterCorrection, zh: "有 {missing} 套房屋没有专有部分面积，补齐后方可封存。",
    en: "{missing} units have no exclusive area; enter them before sealing the roll.")
  public static let rollCountDiffers = RefusalCode(
    "roll-count-differs", .afterCorrection, zh: "已收到 {received} 套，与所报 {stated} 套不符，请检查是否有批次漏传或重传。",
    en: "{received} units arrived but {stated} are stated; look for a batch that was lost or sent twice.")
  public static let rollAreaDiffers = RefusalCode(
    "roll-area-differs", .afterCorrection, zh: "已收到面积合计 {received} 平方米，与所报 {stated} 平方米不符，请核对各套面积。",
    en: "The areas add up to {received} m² but {stated} m² are stated; check the areas of the units.")
  public static let rollContentDiffers = RefusalCode(
    "roll-content-differs", .afterCorrection, zh: "名册内容的校验值不符，请逐批核对后重新上传。",
    en: "The content hash does not match what arrived; compare the batches and send the roll again.")

  // Rounds.
  public static let roundUnknown = RefusalCode(
    "round-unknown", .afterCorrection, zh: "没有这一轮表决，请核对轮次编号。", en: "There is no such round; check its number.")
  public static let roundAlreadyOpen = RefusalCode(
    "round-already-open", .afterCorrection, zh: "同一事项的表决（{round}）正在进行，请先结束该轮。",
    en: "A round on the same matter ({round}) is open; close it first.")
  public static let roundNotOpen = RefusalCode(
    "round-not-open", .never, zh: "该轮表决已经结束，不能再登记或再次结束。",
    en: "The round is closed; nothing more can be entered, and it cannot be closed again.")
  public static let roundStillRunning = RefusalCode(
    "round-still-running", .later, zh: "该轮表决的截止日为 {closes}，到期后方可结束。",
    en: "The round runs until {closes}; it can be closed from that day on.")
  public static let roundNotClosed = RefusalCode(
    "round-not-closed", .afterCorrection, zh: "该轮表决尚未结束，请先结束表决。", en: "The round is still open; close it first.")
  public static let voteAlreadyCarried = RefusalCode(
    "vote-already-carried", .never, zh: "该事项已经表决通过（{round}），无需再次表决。",
    en: "The matter was carried already ({round}); no further round is needed.")
  public static let voteNotForeseen = RefusalCode(
    "vote-not-foreseen", .never, zh: "本地规则对该事项不采用按比例表决的方式，请按当地规定的签字或征求意见程序办理。",
    en: "The city's rules decide this matter without a vote; use the signature or consultation that they provide.")
  public static let datesReversed = RefusalCode(
    "dates-reversed", .afterCorrection, zh: "起止日期颠倒，或开始日期早于办理日期，请核对。",
    en: "The dates are reversed, or the round would begin before this command's day; check them.")
  public static let planVersionNeeded = RefusalCode(
    "plan-version-needed", .afterCorrection, zh: "此项须写明所依据的改造方案版本。",
    en: "Name the version of the plan that this is about.")
  public static let planVersionNotAsked = RefusalCode(
    "plan-version-not-asked", .afterCorrection, zh: "意愿表决不针对具体方案，请不要填写方案版本。",
    en: "A willingness round is about no plan yet; leave the plan version out.")
  public static let pivotalBlanks = RefusalCode(
    "pivotal-blanks", .afterCorrection, zh: "未填意见的表决票决定了结果，请核对后确认知悉，再结束表决。",
    en: "Forms without an opinion decided the result; confirm that you know this, then close the round.")
  public static let objectionNotUpheld = RefusalCode(
    "objection-not-upheld", .afterCorrection, zh: "只有异议被采纳，才能重新核票；请先办结该异议。",
    en: "A tally is opened again only for an objection that was adopted; end the objection first.")

  // Forms.
  public static let ballotNumberUsed = RefusalCode(
    "ballot-number-used", .never, zh: "该票号已经登记，先登记的有效，请核对票号。",
    en: "This ballot number was entered before and the first stands; check the number.")
  public static let ballotUnknown = RefusalCode(
    "ballot-unknown", .afterCorrection, zh: "本轮没有登记过该票号，请核对。", en: "No form of that number was entered in this round.")
  public static let unitNotInRoll = RefusalCode(
    "unit-not-in-roll", .afterCorrection, zh: "该房屋不在本轮所用的名册中，请核对房屋编号。",
    en: "The unit is not in the roll of this round; check its id.")
  public static let ballotEarly = RefusalCode(
    "ballot-early", .never, zh: "签署日期早于表决开始日（{opens}），不能计入本轮。",
    en: "The form was signed before the round began ({opens}); it cannot count in it.")
  public static let ballotLate = RefusalCode(
    "ballot-late", .never, zh: "签署日期晚于表决截止日（{closes}），不能计入本轮。",
    en: "The form was signed after the round ended ({closes}); it cannot count in it.")
  public static let signedAfterRecorded = RefusalCode(
    "signed-after-recorded", .afterCorrection, zh: "签署日期晚于登记日期，请核对日期。",
    en: "The form is dated after the day on which it is entered; check the dates.")
  public static let signerMissing = RefusalCode(
    "signer-missing", .afterCorrection, zh: "已签名的表决票须写明签字业主；没有签名的请登记为未签名。",
    en: "Name the owner who signed, or enter the form as unsigned.")
  public static let signerNotOwner = RefusalCode(
    "signer-not-owner", .afterCorrection, zh: "签字人不是该房屋名册上的业主，请核对。",
    en: "Whoever signed is not an owner of the unit in this roll; check who it was.")

  // Notices.
  public static let noticeUnknown = RefusalCode(
    "notice-unknown", .afterCorrection, zh: "没有这份公示，请核对公示编号。", en: "There is no such notice; check its number.")
  public static let noticeNotHanging = RefusalCode(
    "notice-not-hanging", .never, zh: "该公示已经结束，或已被新的公示取代。",
    en: "The notice has ended, or another has taken its place.")
  public static let noticeOfOtherPlan = RefusalCode(
    "notice-of-other-plan", .afterCorrection, zh: "公示的方案与表决的方案不是同一版本，请重新公示或核对编号。",
    en: "The notice shows another version of the plan than the one voted on; post it anew, or check the numbers.")
  public static let lastDayNotOver = RefusalCode(
    "last-day-not-over", .later, zh: "公示最后一天须满一整天，{last} 的次日起方可办结。",
    en: "A notice's last day runs to its end; it can be closed from the day after {last}.")

  // Objections.
  public static let objectionUnknown = RefusalCode(
    "objection-unknown", .afterCorrection, zh: "没有这条异议，请核对编号。", en: "There is no such objection; check its number.")
  public static let objectionEnded = RefusalCode(
    "objection-ended", .never, zh: "该异议已经办结。", en: "The objection has been dealt with already.")
  public static let dispositionNotGiven = RefusalCode(
    "disposition-not-given", .afterCorrection, zh: "此处理结果由系统自动给出，不能人工填写，请选择撤回、采纳、和解或不予支持。",
    en: "The system alone gives that disposition; choose withdrawn, adopted, settled or not-upheld.")

  // Consultation.
  public static let consultationNotForeseen = RefusalCode(
    "consultation-not-foreseen", .never, zh: "本地规则没有规定方案征求意见轮次，请按当地规定的表决或签字程序办理。",
    en: "The city's rules know no rounds of consultation on the plan; use the vote or signature that they provide.")
  public static let consultationRoundUnknown = RefusalCode(
    "consultation-round-unknown", .afterCorrection, zh: "没有这一轮征求意见，请核对编号。",
    en: "There is no such round of consultation; check its number.")
  public static let consultationRoundOutOfTurn = RefusalCode(
    "consultation-round-out-of-turn", .afterCorrection, zh: "征求意见共 {rounds} 轮，依次进行，现在应为第 {next} 轮。",
    en: "There are {rounds} rounds of consultation, taken in their order; round {next} comes now.")
  public static let consultationRoundEnded = RefusalCode(
    "consultation-round-ended", .afterCorrection, zh: "该轮征求意见已经结束；新的意见请登记在进行中的轮次，或作为现场反映登记。",
    en: "The round of consultation has ended; record further comments in the open round, or as a ticket.")
  public static let commentEmpty = RefusalCode(
    "comment-empty", .afterCorrection, zh: "请填写意见内容，或附上书面意见。", en: "Enter what was said, or attach the letter.")
  public static let commentUnknown = RefusalCode(
    "comment-unknown", .afterCorrection, zh: "所指各条不是本轮的意见，或重复列出；请至少列出一条，每条只列一次。",
    en: "What is pointed to is no comment of this round, or stands twice; list at least one, each once.")
  public static let answerBare = RefusalCode(
    "answer-bare", .afterCorrection, zh: "部分采纳或未采纳的意见应说明理由。",
    en: "A comment that is not taken up, or only in part, needs the reason.")
  // Signatures.
  public static let signatureNotForeseen = RefusalCode(
    "signature-not-foreseen", .never, zh: "本地规则不以签字确认方案，请按当地规定的表决或征求意见程序办理。",
    en: "The city's rules do not have the plan signed; use the vote or consultation that they provide.")
  public static let planSignedAlready = RefusalCode(
    "plan-signed-already", .never, zh: "该方案版本（{plan}）已签字确认，无需重复办理。",
    en: "That version of the plan ({plan}) is signed already.")
  public static let signatoriesMissing = RefusalCode(
    "signatories-missing", .afterCorrection, zh: "请至少填写一名签字人。", en: "Name at least one person who signed.")
  public static let signatoryRepeated = RefusalCode(
    "signatory-repeated", .afterCorrection, zh: "同一签字人出现多次，请删去重复项。",
    en: "A person is listed twice; keep one.")
  public static let signedPageMissing = RefusalCode(
    "signed-page-missing", .afterCorrection, zh: "请上传签字页。", en: "Upload the signed pages.")
}
