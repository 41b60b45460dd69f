import DomainModel

extension RefusalCode {
  static let intake: [RefusalCode] = [
    .communityUnknown, .communityKnown, .surveyMissing, .surveyIncomplete, .floorAreaMissing, .assessmentMissing,
    .reviewNotDue, .conditionUnknown, .editionNotInForce, .editionOfOtherPlace, .editionUnchanged, .projectActive,
    .projectNotHalted, .bodyEmpty, .catalogueMismatch, .weightsContradict, .noCostBase, .applicantNotSender, .applicantNotAllowed,
    .paperUnknown, .filingMissing, .filingAnswered, .reasonsMissing, .reviewBare, .planYearOther, .projectListed,
    .planEmpty, .planNotAdopted, .alreadyReported, .projectOfOtherPlace, .projectRepeated, .specialPlanUnknown,
    .specialPlanOutOfOrder, .reviewersMissing, .yearsReversed,
    .applicationNotAgreed, .systemNotNamed, .outboundUnknown, .outboundAnswered, .acknowledgementMissing,
    .projectWrittenOff,
    .declarationFiledBefore,
  ]

  public static let communityUnknown = RefusalCode(
    "community-unknown", .afterCorrection, zh: "没有找到该小区，请核对小区编号，或先登记小区。",
    en: "There is no such community; check its number, or register it first.")
  public static let communityKnown = RefusalCode(
    "community-known", .never, zh: "该街道（乡镇）已登记同名小区，编号为 {community}，请直接使用。",
    en: "A community of that name is already registered in the subdistrict as {community}; use that one.")
  public static let surveyMissing = RefusalCode(
    "survey-missing", .afterCorrection, zh: "该小区尚未登记调查摸底情况，请先登记。",
    en: "The community has not been surveyed yet; record its survey first.")
  public static let surveyIncomplete = RefusalCode(
    "survey-incomplete", .afterCorrection, zh: "调查内容有缺漏或前后不一致，请按所列各项补正后再报。",
    en: "The survey lacks something or contradicts itself; correct the fields listed and send it again.")
  public static let floorAreaMissing = RefusalCode(
    "floor-area-missing", .afterCorrection, zh: "有楼栋没有规划许可面积，也没有产权登记面积，请先在调查中补齐。",
    en: "A building has neither a permit's nor a title's floor area; complete the survey first.")
  public static let assessmentMissing = RefusalCode(
    "assessment-missing", .afterCorrection, zh: "该小区尚未按现有调查结果认定，请先办理资格认定。",
    en: "The community has not been tested on its current survey; test its eligibility first.")
  public static let reviewNotDue = RefusalCode(
    "review-not-due", .never, zh: "该认定结果不属于可由人工决定的情形，或已经作出决定。",
    en: "This outcome is not one that a person may decide, or it has been decided.")
  public static let conditionUnknown = RefusalCode(
    "condition-unknown", .afterCorrection, zh: "所列条件不在规则规定的条件之中，或重复填写，请核对。",
    en: "A condition is not one that the rules name, or stands twice; check the list.")
  public static let editionNotInForce = RefusalCode(
    "edition-not-in-force", .afterCorrection, zh: "所选规则版本在办理日期不在有效期内，请选择当日有效的版本。",
    en: "The edition of the rules is not in force on that day; choose the one that is.")
  public static let editionOfOtherPlace = RefusalCode(
    "edition-of-other-place", .afterCorrection, zh: "所选规则版本不适用于该小区所在地区，请核对。",
    en: "The edition of the rules holds in another place than the community's; check it.")
  public static let editionUnchanged = RefusalCode(
    "edition-unchanged", .never, zh: "该项目已适用此规则版本。", en: "The project is already under that edition.")
  public static let projectActive = RefusalCode(
    "project-active", .afterCorrection, zh: "该小区已有项目 {project}，撤回后方可另行开办。",
    en: "The community already has project {project}; it must be withdrawn before another is opened.")
  public static let projectNotHalted = RefusalCode(
    "project-not-halted", .never, zh: "项目没有暂停，无需恢复。",
    en: "The project is not suspended, so there is nothing to resume.")
  public static let bodyEmpty = RefusalCode(
    "body-empty", .afterCorrection, zh: "自治组织至少应有一名成员，每名成员只填一次。",
    en: "The body needs at least one member, and each member stands once.")
  public static let catalogueMismatch = RefusalCode(
    "catalogue-mismatch", .afterCorrection, zh: "所列改造项目与规则目录的编号、名称、类别或是否计入投资不一致，请按目录核对。",
    en: "Items do not agree with the catalogue's code, key, tier or exclusion; check them against the catalogue.")
  public static let weightsContradict = RefusalCode(
    "weights-contradict", .afterCorrection, zh: "分摊权重只能给调查登记的楼栋，每栋一次，且不能全部为零。",
    en: "Weights are for buildings of the survey, each once, and not all of them zero.")
  public static let noCostBase = RefusalCode(
    "no-cost-base", .afterCorrection, zh: "方案没有可计算出资的工程费用（仅有电梯，或仅有分摊费用），请补充工程项目费用。",
    en: "The plan has no works to reckon shares on (lifts only, or shared costs only); add the works' costs.")
  public static let applicantNotSender = RefusalCode(
    "applicant-not-sender", .afterCorrection, zh: "申请主体与办理账号不一致，请由申请主体办理。",
    en: "The applicant is not the one who sends this; let the applicant send it.")
  public static let applicantNotAllowed = RefusalCode(
    "applicant-not-allowed", .afterCorrection, zh: "按规则，该主体不能提出此项申请（申报）。",
    en: "The rules do not let this applicant file it.")
  public static let paperUnknown = RefusalCode(
    "paper-unknown", .afterCorrection, zh: "所附材料不在清单之内；清单外的材料请以 other 填报。",
    en: "A paper is not of this package; file further materials as other.")
  public static let filingMissing = RefusalCode(
    "filing-missing", .afterCorrection, zh: "尚未收到需要审核的申请（申报）材料。", en: "Nothing has been filed that could be reviewed.")
  public static let filingAnswered = RefusalCode(
    "filing-answered", .never, zh: "该申请（申报）已审核办结；如被退回，请补齐后重新提交。",
    en: "The filing has been answered; if it was returned, complete it and file it again.")
  public static let reasonsMissing = RefusalCode(
    "reasons-missing", .afterCorrection, zh: "退回时请写明理由和需要补充的内容。",
    en: "A return needs its reasons and what is to be completed.")
  public static let reviewBare = RefusalCode(
    "review-bare", .afterCorrection, zh: "评审结论应附评审人员、理由和书面意见，不能只填是或否。",
    en: "A review needs its panel, its reasons and the signed opinion; a bare yes or no is not enough.")
  public static let planYearOther = RefusalCode(
    "plan-year-other", .afterCorrection, zh: "项目 {project} 的财政评估或市政府同意针对的是另一计划年度，请核对。",
    en: "The assessment or the consent of project {project} is for another plan year; check it.")
  public static let projectListed = RefusalCode(
    "project-listed", .never, zh: "项目 {project} 已列入年度计划。", en: "Project {project} already stands in an annual plan.")
  public static let planEmpty = RefusalCode(
    "plan-empty", .afterCorrection, zh: "请至少列出一个项目。", en: "At least one project is needed.")
  public static let planNotAdopted = RefusalCode(
    "plan-not-adopted", .afterCorrection, zh: "该年度计划尚未确定，确定后再上报。",
    en: "The year's plan has not been adopted yet; report it afterwards.")
  public static let alreadyReported = RefusalCode(
    "already-reported", .never, zh: "该项目已上报市旧改办。", en: "The project has already been reported to the city.")
  public static let declarationFiledBefore = RefusalCode(
    "declaration-filed-before", .never, zh: "该项目申报已在牵头部门备案，无需重复办理。",
    en: "The lead department has the declaration on file already.")
  public static let projectOfOtherPlace = RefusalCode(
    "project-of-other-place", .afterCorrection, zh: "项目 {project} 不属于该地区，请核对。",
    en: "Project {project} belongs to another division; check it.")
  public static let projectRepeated = RefusalCode(
    "project-repeated", .afterCorrection, zh: "项目 {project} 重复列出，每个项目只列一次。",
    en: "Project {project} stands in the list twice; list it once.")
  public static let projectWrittenOff = RefusalCode(
    "project-written-off", .never, zh: "该项目已销号。", en: "The project has been struck off the register.")
  public static let applicationNotAgreed = RefusalCode(
    "application-not-agreed", .later, zh: "改造申请尚未获同意，同意后再录入系统。",
    en: "The application has not been agreed to yet; enter it in the system afterwards.")
  public static let systemNotNamed = RefusalCode(
    "system-not-named", .never, zh: "本项目适用的规则没有规定录入或推送的系统（或各项目规定的系统不同），无需办理。",
    en: "The rules of these projects name no outside system, or not the same one; there is nothing to send.")
  public static let outboundUnknown = RefusalCode(
    "outbound-unknown", .afterCorrection, zh: "没有这一次录入（推送），请先生成报送内容，并核对次序号。",
    en: "No such item was made ready; make it ready first, and check the attempt's number.")
  public static let outboundAnswered = RefusalCode(
    "outbound-answered", .never, zh: "第 {attempt} 次录入（推送）的答复已登记。",
    en: "The answer to attempt {attempt} is already recorded.")
  public static let acknowledgementMissing = RefusalCode(
    "acknowledgement-missing", .afterCorrection, zh: "系统已受理的，请填写其回执编号。",
    en: "Where the system accepted, its acknowledgement number is needed.")
  public static let specialPlanUnknown = RefusalCode(
    "special-plan-unknown", .afterCorrection, zh: "没有这份专项改造规划，请先编制。",
    en: "There is no such special plan; compile it first.")
  public static let specialPlanOutOfOrder = RefusalCode(
    "special-plan-out-of-order", .afterCorrection, zh: "专项改造规划应依次编制、审查、公示、上报，现在的下一步是 {next}。",
    en: "A special plan is compiled, reviewed, published and submitted in that order; {next} comes next.")
  public static let reviewersMissing = RefusalCode(
    "reviewers-missing", .afterCorrection, zh: "部门审查应写明参加审查的部门，其他步骤不填。",
    en: "A review names the departments that took part; the other stages name none.")
  public static let yearsReversed = RefusalCode(
    "years-reversed", .afterCorrection, zh: "规划的终止年份早于起始年份，请核对。",
    en: "The plan's last year lies before its first; check them.")
}
