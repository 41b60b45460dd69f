import DomainModel

extension RuleTexts {
  /// Consultation, review, documents, permits.
  static let approvals: [RuleText] = [
    RuleText(
      "initiation.opened", "已进入立项程序", "The project has entered initiation",
      cure: "年度计划推送后办理立项。", "Open the initiation once the annual plan is pushed."),
    RuleText(
      "review.current-plan-passed", "现行方案已通过主管部门审查", "The valid plan passed the competent office’s review",
      cure: "请先报主管部门审查现行方案并登记结果。", "Have the valid plan reviewed first, and record the result."),
    RuleText(
      "site-survey.departments-invited", "规定的部门均已邀请踏勘", "Every department that is named is invited",
      cure: "请补邀所列部门和单位。", "Invite the departments and utilities that are listed as missing."),
    RuleText(
      "site-survey.deadline", "反馈期限按规定的工作日计算", "The deadline is the one that the rules give",
      cure: "反馈期限应为 {deadline}。", "The deadline is {deadline}."),
    RuleText(
      "site-survey.gas-invited", "已邀请燃气单位", "The gas operator is invited",
      cure: "名单未列燃气，建议一并邀请。", "Gas is not named in the list; invite it all the same."),
    RuleText(
      "site-survey.all-answered", "各部门均已书面反馈", "Every department commented in writing",
      cure: "请继续催办逾期部门；沉默不等于同意。", "Go on reminding those overdue; silence is no consent."),
    RuleText(
      "site-survey.answered", "现场踏勘意见已收齐", "The site survey is answered",
      cure: "请催促未反馈的部门。", "Remind the departments that have not answered."),
    RuleText(
      "site-survey.feedback-in-time", "踏勘意见按时反馈", "The feedback came in time",
      cure: "逾期反馈照常登记，请加快其余部门。", "Late feedback is recorded all the same; remind the others."),
    RuleText(
      "consultation.held", "联合会商已召开", "The joint consultation was held",
      cure: "由住建局组织联合会商并登记。", "Have the housing bureau hold it and record it."),
    RuleText(
      "consultation.meeting-held", "会商会议已召开", "The meeting took place",
      cure: "先登记会商会议。", "Record the meeting first."),
    RuleText(
      "consultation.participants-invited", "规定的部门都已通知", "All departments required were invited",
      cure: "请补通知缺少的部门。", "Invite those that are missing."),
    RuleText(
      "consultation.participants-present", "规定的部门都已参加", "All departments required took part",
      cure: "请缺席部门补充书面意见。", "Ask those absent for a written opinion."),
    RuleText(
      "consultation.opinions-received", "各部门意见已收齐", "All opinions are in",
      cure: "请催促未提意见的部门。", "Remind those that have not answered."),
    RuleText(
      "consultation.opinion-in-time", "意见按时提出", "The opinion came in time",
      cure: "逾期意见照常登记。", "A late opinion is recorded all the same."),
    RuleText(
      "consultation.no-objection", "没有部门反对", "No department objects",
      cure: "请按反对意见修改方案或协调一致。", "Revise the plan, or settle the objection."),
    RuleText(
      "consultation.plan-current", "会商的是现行方案", "The consultation is about the valid plan",
      cure: "方案改过后须重新会商。", "A changed plan needs a new consultation."),
    RuleText(
      "consultation.opinion-formed", "会商意见已形成", "The consultation opinion is formed",
      cure: "等待会商意见。", "Wait for the opinion."),
    RuleText(
      "review.preliminary-passed", "初步方案已经上级旧改办审核通过", "The preliminary plan passed the review above",
      cure: "请先将初步方案报上级旧改办审核。", "Submit the preliminary plan for review first."),
    RuleText(
      "review.plan-passed", "方案审查通过", "The plan review passed",
      cure: "等待方案审查结果。", "Wait for the review."),
    RuleText(
      "simplified.applicable", "适用简化审批", "The simplified route applies",
      cure: "不适用的，按一般程序办理。", "Where it does not, the ordinary route is taken."),
    RuleText(
      "approvals.other-help", "不适用简化审批的项目另有办法", "Projects off the simplified route are helped otherwise",
      cure: "按所列办法推进审批。", "Take the way that is named."),
    RuleText(
      "code.assigned", "项目代码已赋", "The project code is assigned",
      cure: "先在投资项目平台申请项目代码。", "Obtain the project code first."),
    RuleText(
      "initiation.approved", "立项已批复", "The initiation is approved",
      cure: "等待立项批复。", "Wait for the approval."),
    RuleText(
      "initiation.investment-agrees", "立项投资与方案一致", "The investment agrees with the plan",
      cure: "请核对立项投资额与现行方案。", "Check the figure against the valid plan."),
    RuleText(
      "initiation.government-investment-agrees", "政府投资性质与方案一致",
      "Whether it is government investment agrees with the plan",
      cure: "请核对项目性质。", "Check the nature of the project."),
    RuleText(
      "documents.band-complete", "本投资档所需文件均已批复", "The documents of its band are approved",
      cure: "请办齐本档所需的批复文件。", "Obtain the documents that its band asks for."),
    RuleText(
      "documents.band-kept", "投资额未跨档", "The investment stays in its band",
      cure: "跨档的，按新的投资档补办文件。", "Where it crossed, complete the documents of the new band."),
    RuleText(
      "documents.merge-allowed", "文件可以合并批复", "These documents may be merged",
      cure: "不能合并的，请分别办理。", "Where they may not, obtain them one by one."),
    RuleText(
      "documents.recheck-done", "投资变化后已重新核对", "Checked again after the investment changed",
      cure: "请按新的投资额重新核对所需文件。", "Check the documents against the new figure."),
    RuleText(
      "consultation.facility-offices-invited", "涉及公共设施影响的部门已通知", "The offices that answer for added facilities are invited",
      cure: "方案增设公共设施，请一并邀请 {missing}。", "The plan adds public facilities: invite {missing} too."),
    RuleText(
      "planning.facilities-answered", "新增公共设施对消防、日照的影响已说明", "What added facilities do to fire safety and sunlight is answered",
      cure: "请 {missing} 说明是否影响消防安全或住宅日照。", "Have {missing} say whether fire safety or sunlight is affected."),
    RuleText(
      "planning.facilities-harmless", "新增公共设施不影响消防安全和住宅日照", "Added facilities harm neither fire safety nor sunlight",
      cure: "请调整公共设施的位置或规模，再请部门说明。", "Move or reduce the facility, then have the office answer again."),
    RuleText(
      "planning.exempt", "免办规划许可", "No planning permit is needed",
      cure: "未免办的，按规定办理规划许可。", "Otherwise obtain the planning permits."),
    RuleText(
      "planning.exemption-stated", "会商意见写明免办规划许可", "The opinion states the planning exemption",
      cure: "请自然资源部门在会商意见中写明。", "Have natural resources state it in the opinion."),
    RuleText(
      "planning.statement-given", "会商中已就规划许可表态", "The consultation speaks to the planning permit",
      cure: "请自然资源部门表态。", "Ask natural resources to say."),
    RuleText(
      "planning.statement-agrees", "意见与规划部门的表态一致", "The opinion agrees with what planning said",
      cure: "请核对会商意见。", "Check the opinion."),
    RuleText(
      "planning.conditions-unchanged", "规划条件未改变", "The planning conditions are unchanged",
      cure: "改变规划条件的，须办理规划许可。", "A change of conditions needs a permit."),
    RuleText(
      "planning.important-street-answered", "是否临重要街道已说明", "Whether it faces an important street is answered",
      cure: "方案含外立面，请说明是否临重要街道。", "The plan touches the façade: say whether it faces an important street."),
    RuleText(
      "planning.no-important-street-facade", "不涉及重要街道立面", "No façade on an important street",
      cure: "涉及的须办理规划许可。", "Where there is one, obtain the permit."),
    RuleText(
      "planning.exempt-or-permitted", "已免办或已取得规划许可", "Exempt from the planning permit, or permitted",
      cure: "请在会商意见中写明免办，或取得规划许可。", "Have the exemption stated, or obtain the permits."),
    RuleText(
      "drawings.uploaded", "施工图已上传", "The drawings are uploaded",
      cure: "请上传施工图。", "Upload the drawings."),
    RuleText(
      "permit.materials-ready", "施工许可材料齐备", "The permit’s materials are ready",
      cure: "请补齐材料；允许承诺的可先承诺。", "Complete the materials; pledge those that may be pledged."),
    RuleText(
      "permit.papers-complete", "许可材料都已提交", "All papers of the permit are in",
      cure: "请补交缺少的材料。", "Hand in what is missing."),
    RuleText(
      "permit.pledge-allowed", "该材料可以承诺代替", "This paper may be pledged",
      cure: "不能承诺的，请提交原件。", "Where it may not, hand in the paper itself."),
    RuleText(
      "permit.issued", "施工许可已核发", "The construction permit is issued",
      cure: "等待施工许可。", "Wait for the permit."),
    RuleText(
      "safety.argument-passed", "专家论证通过", "The expert argument passed",
      cure: "请按论证意见修改后重新论证。", "Revise the plan and have it argued again."),
    RuleText(
      "safety.baseline-dated", "论证写明所依据标准的时间", "The standards it is held against are dated",
      cure: "请在论证中写明标准的时间。", "Have the argument date the standards."),
    RuleText(
      "safety.floor-affirmed", "论证确认不低于原有标准", "Not below the former standards",
      cure: "请在论证中明确不降低原有安全条件。", "Have the argument say so."),
  ]
}
