import DomainModel

extension RefusalCode {
  // Consultation.
  public static let consultationUnknown = RefusalCode(
    "consultation-unknown", .afterCorrection, zh: "没有找到该次联合会商，请核对编号。",
    en: "There is no such joint consultation; check its number.")
  public static let consultationOpen = RefusalCode(
    "consultation-open", .never, zh: "该方案的联合会商已在进行，请继续办理原会商（{consultation}）。",
    en: "A joint consultation on this plan is under way; go on with it ({consultation}).")
  public static let invitedTwice = RefusalCode(
    "invited-twice", .afterCorrection, zh: "同一单位以同一身份重复列入邀请名单，请删去重复项。",
    en: "An organisation is invited twice in the same role; remove the repetition.")
  public static let invitationUnclear = RefusalCode(
    "invitation-unclear", .afterCorrection, zh: "专营单位须注明类别（供电、供水、燃气、通信、广电），其他单位不填类别。",
    en: "A utility's kind must be given (power, water, gas, telecom, broadcasting), and only a utility's.")
  public static let deadlinePassed = RefusalCode(
    "deadline-passed", .afterCorrection, zh: "反馈期限早于邀请之日，请另定期限。",
    en: "The deadline lies before the day of the invitation; set a later one.")
  public static let notInvited = RefusalCode(
    "not-invited", .never, zh: "贵单位不在邀请名单内，如需参加请与牵头单位联系。",
    en: "Your organisation was not invited in a role it holds; turn to the convener to take part.")
  public static let opinionWithoutText = RefusalCode(
    "opinion-without-text", .afterCorrection, zh: "附条件或不同意的，请写明内容或上传书面意见。",
    en: "Conditions and objections must be written out or come with a document.")
  public static let planningNotTheirs = RefusalCode(
    "planning-not-theirs", .afterCorrection, zh: "规划方面的说明由自然资源和规划部门出具，请删去该项。",
    en: "What concerns planning is for natural resources to say; leave it out.")
  public static let facilitiesNotTheirs = RefusalCode(
    "facilities-not-theirs", .afterCorrection, zh: "新增公共设施对消防安全的影响由消防部门说明，对住宅日照的影响由自然资源和规划部门说明，请删去不属于贵单位的一项。",
    en: "What added public facilities do to fire safety is for the fire brigade to say, and to sunlight for natural resources; leave out what is not yours.")
  public static let consultationHeldAlready = RefusalCode(
    "consultation-held-already", .never, zh: "该次联合会商已于 {held} 召开。", en: "That consultation was held on {held}.")
  public static let opinionFormedAlready = RefusalCode(
    "opinion-formed-already", .never, zh: "会商意见已于 {formed} 形成；如需更改，请先撤销原意见。",
    en: "The opinion was formed on {formed}; to change it, revoke it first.")
  public static let opinionNotFormed = RefusalCode(
    "opinion-not-formed", .never, zh: "该次会商没有有效的会商意见。", en: "There is no opinion in force from that consultation.")

  // Review of the plan.
  public static let planReviewedAlready = RefusalCode(
    "plan-reviewed-already", .never, zh: "该方案版本已通过本次审核，无需重复登记；方案修改后请按新版本办理。",
    en: "That version has passed this review already; a changed plan is a version of its own.")
  public static let reviewReasonsMissing = RefusalCode(
    "review-reasons-missing", .afterCorrection, zh: "退回方案须写明理由和修改意见。",
    en: "A plan that is returned needs reasons: say what is to be changed.")
  public static let exemptionConfirmedAlready = RefusalCode(
    "exemption-confirmed-already", .never, zh: "规划许可豁免已于 {confirmed} 确认。",
    en: "The exemption from planning permits was confirmed on {confirmed}.")
  public static let exemptionNotMet = RefusalCode(
    "exemption-not-met", .afterCorrection, zh: "豁免规划许可的条件尚未全部满足，请看下列各项。",
    en: "The conditions of the exemption from planning permits do not all hold; see what is listed.")

  // Route and code.
  public static let nothingDeclared = RefusalCode(
    "nothing-declared", .afterCorrection, zh: "请至少填写一项改造内容的情况，并附依据材料。",
    en: "Declare the project or at least one item, with evidence.")
  public static let declaredTwice = RefusalCode(
    "declared-twice", .afterCorrection, zh: "同一改造内容重复填写，请合并。", en: "An item is declared twice; keep one.")
  public static let codeAssignedAlready = RefusalCode(
    "code-assigned-already", .never, zh: "项目已赋码（{code}）；录入有误的，请撤回原记录后重新登记。",
    en: "The project has its code ({code}); if it was entered wrongly, withdraw that record first.")
  public static let codeTaken = RefusalCode(
    "code-taken", .afterCorrection, zh: "该代码已登记在另一个项目（{project}）名下，请核对。",
    en: "That code belongs to another project ({project}); check it.")

  // Initiation.
  public static let initiationOpenAlready = RefusalCode(
    "initiation-open-already", .never, zh: "立项已于 {opened} 启动；投资额有变的，请办理投资重新申报。",
    en: "The initiation was opened on {opened}; declare a changed investment instead.")
  public static let initiationNotOpen = RefusalCode(
    "initiation-not-open", .afterCorrection, zh: "项目尚未启动立项，请先启动立项。",
    en: "The initiation has not been opened; open it first.")
  public static let figureDatedAhead = RefusalCode(
    "figure-dated-ahead", .afterCorrection, zh: "投资额的核定日期晚于申报日期，请核对。",
    en: "The figure is dated after the day it is declared; check the date.")
  public static let documentsEmpty = RefusalCode(
    "documents-empty", .afterCorrection, zh: "请至少列出一项文件，且不得重复。",
    en: "Name at least one document, and none twice.")
  public static let documentApprovedAlready = RefusalCode(
    "document-approved-already", .never, zh: "{document} 已经批复，不能重复批复。",
    en: "The {document} is approved; it cannot be approved again.")
  public static let documentOutOfOrder = RefusalCode(
    "document-out-of-order", .afterCorrection, zh: "应先批复 {missing}，再批复其后的文件。",
    en: "The {missing} must be approved before those that follow it.")
  public static let packagingDiffers = RefusalCode(
    "packaging-differs", .afterCorrection, zh: "立项时选择的编报方式（{packaging}）不含此合并；如需合并，请先重新申报编报方式。",
    en: "The packaging chosen ({packaging}) does not merge these; declare another packaging first.")
  public static let nothingToRecheck = RefusalCode(
    "nothing-to-recheck", .never, zh: "没有需要复核的合并批复。", en: "No merged approval waits to be checked again.")

  // Permits.
  public static let notTheirOffice = RefusalCode(
    "not-their-office", .never, zh: "该事项由 {office} 办理。", en: "This is for {office} to do.")
  public static let permitIssuedAlready = RefusalCode(
    "permit-issued-already", .never, zh: "该许可证已于 {issued} 核发。", en: "That permit was issued on {issued}.")
  public static let planningPermitNotNeeded = RefusalCode(
    "planning-permit-not-needed", .never, zh: "会商意见已明确无需办理规划许可，且该意见有效。",
    en: "The consultation opinion makes planning permits unnecessary, with effect.")
  public static let permitDatesReversed = RefusalCode(
    "permit-dates-reversed", .afterCorrection, zh: "有效期截止日早于起始日，请核对。",
    en: "The last day lies before the first; check the dates.")
  public static let expertsMissing = RefusalCode(
    "experts-missing", .afterCorrection, zh: "请列出参加论证的专家（不得重复）和所涉图纸。",
    en: "Name the experts, each once, and the drawings it is about.")
  public static let baselineDatedAhead = RefusalCode(
    "baseline-dated-ahead", .afterCorrection, zh: "所依标准的时点晚于论证之日，请核对。",
    en: "The baseline standard is dated after the argument; check the date.")
  public static let changeApprovedAlready = RefusalCode(
    "change-approved-already", .never, zh: "该设计变更已于 {approved} 批准。",
    en: "That design change was approved on {approved}.")
  public static let changeOfOtherProject = RefusalCode(
    "change-of-other-project", .afterCorrection, zh: "该设计变更属于另一个项目，请核对编号。",
    en: "That design change belongs to another project; check its number.")
  public static let surveyUnknown = RefusalCode(
    "survey-unknown", .afterCorrection, zh: "没有找到该次现场踏勘，请核对编号。",
    en: "There is no such site survey; check its number.")

  public static let nobodyOverdue = RefusalCode(
    "nobody-overdue", .later, zh: "没有逾期未反馈的部门；期限届满的次日起方可登记逾期。",
    en: "No department is overdue; that can be recorded from the day after its deadline.")
  public static let siteDeadlineUnknown = RefusalCode(
    "site-deadline-unknown", .later, zh: "{year} 年的节假日安排尚未公布，无法计算反馈期限，请待日历补齐后再登记踏勘。",
    en: "The holidays of {year} are not published, so the deadline cannot be counted; try again once the calendar has them.")
  // Land, single cases, revisions.
  public static let landNotAsked = RefusalCode(
    "land-not-asked", .afterCorrection, zh: "未申报涉及土地权属变化，无需办理用地手续；如有变化，请先申报。",
    en: "No change of land ownership was declared, so no approval is needed; declare the change first if there is one.")
  public static let landApprovedAlready = RefusalCode(
    "land-approved-already", .never, zh: "用地审批已经办理。", en: "The land approval was given already.")
  public static let caseNotForeseen = RefusalCode(
    "case-not-foreseen", .never, zh: "本地规则没有一事一议的规定，请按法定程序办理。",
    en: "The city's rules know no decision case by case; take the statutory way.")
  public static let planNotRevised = RefusalCode(
    "plan-not-revised", .afterCorrection, zh: "该方案版本与审查的版本相同，无需确认；请先登记修改后的版本。",
    en: "That is the version which was reviewed; record the revised one first.")

  /// What approvals refuses for, beside what every service does.
  public static let approvals: [RefusalCode] = [
    .consultationUnknown, .consultationOpen, .invitedTwice, .invitationUnclear, .deadlinePassed,
    .notInvited, .opinionWithoutText, .planningNotTheirs, .facilitiesNotTheirs, .consultationHeldAlready, .opinionFormedAlready,
    .opinionNotFormed, .exemptionConfirmedAlready, .exemptionNotMet, .nothingDeclared, .declaredTwice, .codeAssignedAlready, .codeTaken, .initiationOpenAlready,
    .initiationNotOpen, .figureDatedAhead, .documentsEmpty, .documentApprovedAlready, .documentOutOfOrder,
    .packagingDiffers, .nothingToRecheck, .notTheirOffice, .permitIssuedAlready, .planningPermitNotNeeded,
    .permitDatesReversed, .expertsMissing, .baselineDatedAhead, .changeApprovedAlready, .changeOfOtherProject,
    .surveyUnknown, .nobodyOverdue, .siteDeadlineUnknown, .planReviewedAlready, .reviewReasonsMissing, .landNotAsked,
    .landApprovedAlready, .caseNotForeseen, .planNotRevised,
  ]
}
