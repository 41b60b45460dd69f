import DomainModel

extension RuleTexts {
  /// Applications, declarations, the annual plan.
  static let filings: [RuleText] = [
    RuleText(
      "project.not-halted", "项目未暂停、未撤回", "The project is neither suspended nor withdrawn",
      cure: "先恢复项目。", "Resume the project first."),
    RuleText(
      "application.submitted", "改造申请已提交", "The application is submitted",
      cure: "由业主委员会或社区提交改造申请。", "Have the owners’ body or residents’ committee apply."),
    RuleText(
      "application.forms-complete", "申请表格齐全", "The application’s forms are complete",
      cure: "请补齐申请表、征求书、汇总表。", "Add the missing forms."),
    RuleText(
      "application.agreed", "改造申请已获同意", "The application is agreed",
      cure: "等待街道（乡镇）审核并登记同意。", "Wait for the subdistrict’s review and agreement."),
    RuleText(
      "filing.applicant-allowed", "由规定的单位提出", "Filed by one who may",
      cure: "请由规定的单位以自己的身份提出。", "Have one of those who may file it do so."),
    RuleText(
      "scheme.commissioned", "已委托编制方案", "The scheme is commissioned",
      cure: "先由街道委托设计单位编制方案。", "Have the subdistrict commission a designer."),
    RuleText(
      "plan.item-conditions", "所选项目的前提条件均有证明", "What the chosen items need is shown",
      cure: "请逐项补充证明材料，或从方案中去掉该项目。", "Attach what shows each condition, or leave the item out."),
    RuleText(
      "application.agreed-by-office", "由有权单位审核同意", "The office whose decision it is agrees",
      cure: "请由 {agreed-by} 审核同意，附街道（乡镇）意见。", "Let {agreed-by} agree, with the subdistrict’s opinion."),
    RuleText(
      "plan.tiers-cumulative", "改造类别逐级包含", "Each tier stands on the one below it",
      cure: "请补充所缺类别的改造内容，或附材料说明该类设施完好（条件代码 in-order）。",
      "Add items of the tier that is missing, or attach what shows that it is in order already (condition in-order)."),
    RuleText(
      "plan.lower-tiers-whole", "下级类别的各项均已列入或完好", "All items of the lower tiers are chosen or in order",
      cure: "未列入 {left-out-count} 项，请核对是否确无需要。", "{left-out-count} items are left out: check that they are not needed."),
    RuleText(
      "plan.compulsory-items", "必选项目均已列入", "No compulsory item is left out",
      cure: "请列入所缺的必选项目。", "Add the compulsory items that are missing."),
    RuleText(
      "plan.contents-complete", "方案内容齐全", "The plan holds all it must",
      cure: "请补充所列缺少的内容。", "Add the contents that are listed as missing."),
    RuleText(
      "package.paper-filed", "申报材料已交", "The paper is filed",
      cure: "请上传并登记这份材料。", "Upload and file this paper."),
    RuleText(
      "declaration.submitted", "项目申报已提交", "The declaration is submitted",
      cure: "由业主委员会或社区提交项目申报。", "Have the owners’ body or residents’ committee declare."),
    RuleText(
      "declaration.package-complete", "申报材料齐全", "The declaration package is complete",
      cure: "请补齐必交材料。", "Add the mandatory papers."),
    RuleText(
      "declaration.plan-is-valid-version", "申报的是现行方案", "The declared plan is the valid one",
      cure: "方案改过后须重新申报。", "A changed plan must be declared anew."),
    RuleText(
      "declaration.initial-review-passed", "街道初审通过", "The initial review passed",
      cure: "等待街道（乡镇）初审。", "Wait for the subdistrict’s initial review."),
    RuleText(
      "declaration.filed", "项目申报已在牵头部门备案", "The declaration is on file",
      cure: "由街道上报，牵头部门登记备案。", "Have the subdistrict report it and the lead department put it on file."),
    RuleText(
      "application.matters-settled", "应落实的事项已落实", "What must be settled is settled",
      cure: "请附资金筹集、改造内容等事项的落实说明。", "Add the statement that the matter is settled, such as fund-raising or contents."),
    RuleText(
      "filing.signed-by-all-members", "全体成员均已签字", "Every member has signed",
      cure: "请补齐所列成员的签字后再提交。", "Have the members that are listed sign, then file again."),
    RuleText(
      "filing.stamp-valid", "盖章有效", "The stamp is valid",
      cure: "有业主委员会的由其盖章；未成立的由社区居委会代章并注明。",
      "An owners’ committee uses its own seal; without one the residents’ committee stamps in its place, marked as such."),
    RuleText(
      "declaration.reported", "已上报市改造办", "Reported to the city",
      cure: "由街道汇总上报。", "Have the subdistrict report it."),
    RuleText(
      "fiscal.capacity-assessed", "财政承受能力已评估", "Fiscal capacity is assessed",
      cure: "等待改造办登记评估结果。", "Wait for the renovation office’s assessment."),
    RuleText(
      "fiscal.within-available", "确认金额不超过可用财力", "What is confirmed stays within what is available",
      cure: "请调整入选项目或说明资金来源。", "Adjust the selection, or say where the money comes from."),
    RuleText(
      "review.competitive-passed", "竞争性评审通过", "The competitive review passed",
      cure: "等待改造办登记评审结果。", "Wait for the result of the review."),
    RuleText(
      "plan.city-consent", "市政府已同意年度计划", "The city consents to the annual plan",
      cure: "等待市政府同意意见。", "Wait for the city government’s consent."),
    RuleText(
      "area.assessed", "已作综合评估，必要且可行", "Assessed with its surroundings, needed and feasible",
      cure: "先对小区及周边片区作综合评估。", "Assess the community with its surroundings first."),
    RuleText(
      "special-plan.submitted", "专项改造规划已审查、公示并上报", "The special plan was reviewed, published and submitted",
      cure: "先完成专项改造规划的审查、公示和上报。", "Have the special plan reviewed, published and submitted first."),
    RuleText(
      "plan.batch-implement", "项目列入实施一批", "The project is in the batch to be carried out",
      cure: "谋划、储备的项目先调整到实施一批，再列入年度计划。", "Move it from planning or reserve to the batch to be carried out first."),
    RuleText(
      "construction-unit.requested", "住建部门已报请确定建设单位", "Housing asked for the construction unit to be fixed",
      cure: "请住建部门报请县级政府确定。", "Have the housing department ask the county government."),
    RuleText(
      "task-force.formed", "工作专班已成立", "The task force is formed",
      cure: "由建设单位牵头成立工作专班并登记。", "Have the construction unit form it and record it."),
    RuleText(
      "task-force.members-complete", "工作专班成员齐全", "Everyone whom the rules name sits in the task force",
      cure: "请补齐缺少的成员单位。", "Add the members that are missing."),
    RuleText(
      "system.application-recorded", "改造申请已录入省系统并取得回执", "The province’s system acknowledged the application",
      cure: "先生成录入内容，上传后登记系统回执编号。", "Make the entry ready, upload it, and record the system’s number."),
    RuleText(
      "plan.reported-upwards", "年度计划已报送规定的各部门", "The annual plan was reported to every office named",
      cure: "请分别报送并逐一登记。", "Report it to each office and record each report."),
    RuleText(
      "plan.pushed", "年度计划已推送省系统并取得回执", "The province’s system acknowledged the annual plan",
      cure: "先生成推送内容，上传后登记系统回执编号。", "Make the push ready, upload it, and record the system’s number."),
    RuleText(
      "plan.deadline", "年度计划在期限内确定", "The annual plan is fixed in time",
      cure: "已过期限的，由市政府说明理由后例外办理。", "After the deadline the city government may go past it with a reason."),
    RuleText(
      "plan.annual-plan-listed", "已列入年度改造计划", "Listed in the annual plan",
      cure: "先列入年度计划。", "Have the project listed first."),
    RuleText(
      "construction-unit.fixed", "建设单位已确定", "The construction unit is fixed",
      cure: "请登记建设单位。", "Record the construction unit."),
    RuleText(
      "construction-unit.kind", "建设单位属于规定的类型", "The construction unit is of a kind that may be",
      cure: "请核对由谁担任建设单位。", "Check who is to be the construction unit."),
  ]
}
