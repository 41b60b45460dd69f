import DomainModel

extension RuleTexts {
  /// Site, changes, acceptance, hand-over, what comes after.
  static let works: [RuleText] = [
    RuleText(
      "evaluation.reported-back", "评价结果已反馈市住建局", "The evaluation was fed back to the housing bureau",
      cure: "请将评价意见和建议反馈市住建局并登记。", "Feed the evaluation back to the housing bureau and record it."),
    RuleText(
      "land.settled", "用地手续已办或无需办理", "Land needs no procedure, or has its approval",
      cure: "先申报是否涉及土地权属变化；涉及的，办理用地审批。", "Declare whether land ownership changes; if it does, get the approval."),
    RuleText(
      "hotline.posted", "现场已公布投诉热线", "The complaint number hangs on the site",
      cure: "请在施工现场公布投诉热线并登记，附照片。", "Post the number on the site and record it with a photograph."),
    RuleText(
      "construction-plan.made", "施工方案已制定", "The construction plan is made",
      cure: "由工作专班会同施工单位制定施工方案并登记。", "Have the task force and the contractor make it and record it."),
    RuleText(
      "construction-plan.with-contractor", "施工方案由施工单位参与制定", "The contractor took part in the construction plan",
      cure: "请与已确定的施工单位共同制定。", "Make it with the contractor who was appointed."),
    RuleText(
      "quality.supervision-registered", "质量安全监督机构已介入", "The quality and safety institution watches the works",
      cure: "先办理质量安全监督登记。", "Have the institution register the works."),
    RuleText(
      "tender.provisional-price", "中标价不高于暂定预算价下浮后的金额", "The sum stays within the provisional price less its discount",
      cure: "按暂定预算价 {budget} 下浮后最高为 {most}，请核对合同价。", "The provisional {budget} less its discount is {most} at most; check the contract sum."),
    RuleText(
      "management.joint-meeting-complete", "联席会议有业主自治组织参加", "The owners' body takes part in the joint meeting",
      cure: "请小区自治组织参加联席会议。", "Have the owners' body take part."),
    RuleText(
      "management.joint-meeting-set-up", "小区管理联席会议已建立", "The joint meeting on management is set up",
      cure: "由社区牵头建立联席会议并登记。", "Have the community set it up and record it."),
    RuleText(
      "evaluation.voices-heard", "业主、社区、专家均已评价", "Owners, community and experts were all heard",
      cure: "请组织尚未评价的一方评价并登记。", "Have those who are missing say what they make of it, and record it."),
    RuleText(
      "case.safety-shown", "满足安全要求", "It meets the requirements of safety",
      cure: "不满足安全要求的设施不能建设。", "What is not safe cannot be built."),
    RuleText(
      "case.residents-consulted", "已广泛征求居民意见", "Residents were widely consulted",
      cure: "先完成方案征求意见。", "Finish the consultation on the plan first."),
    RuleText(
      "concealed.seen-by-offices", "隐蔽工程有规定的各方到场", "The offices named were there before works were covered",
      cure: "下次覆盖前请缺少的各方到场。", "Have those who are missing there next time."),
    RuleText(
      "management.interim-arranged", "过渡托底由街道、社区安排", "The interim service is arranged by subdistrict or community",
      cure: "由街道或社区委托准物业服务机构。", "Let the subdistrict or the community arrange it."),
    RuleText(
      "tender.recorded", "招标结果已登记", "The tender’s result is recorded",
      cure: "请登记招标或比选结果。", "Record the tender."),
    RuleText(
      "tender.form-encouraged", "采用了鼓励的发包方式", "An encouraged form of contract",
      cure: "可以考虑工程总承包等方式。", "Consider design and build."),
    RuleText(
      "contractors.appointed", "施工、监理单位已确定", "Contractor and supervisor are appointed",
      cure: "请登记施工单位和监理单位。", "Record both."),
    RuleText(
      "demolition.cleared", "违法建筑已拆除", "Illegal structures are cleared",
      cure: "请先拆除并登记。", "Clear them first and record it."),
    RuleText(
      "start.month-reached", "已到规定的开工月份", "The month for starting works has come",
      cure: "试点小区和其他小区各有开工月份，请自 {from} 起办理开工。", "Pilots and the others have months of their own: start from {from} on."),
    RuleText(
      "start.month-kept", "在规定的开工月份内开工", "The works start within the month laid down",
      cure: "已过规定的开工月份（至 {until}），请说明情况并加快进度。", "The month ended on {until}; explain, and make up for the time."),
    RuleText(
      "works.finish-before", "在规定日期前完成", "Finished before the day laid down",
      cure: "应在 {before} 之前完成，请调整工期安排。", "It is to be finished before {before}; change the schedule."),
    RuleText(
      "site.platform-set-up", "现场沟通协调平台已设立", "The site platform is set up",
      cure: "请建设单位设立并登记。", "Have the construction unit set it up."),
    RuleText(
      "construction.started", "工程已开工", "The works have started",
      cure: "先登记开工。", "Record the start first."),
    RuleText(
      "concealed.inspected-before-covering", "隐蔽工程覆盖前已查验", "Inspected before it was covered",
      cure: "请说明情况，必要时剥开查验。", "Explain, and open it up where needed."),
    RuleText(
      "change.not-material", "变更不属于重大变更", "The change is not material",
      cure: "重大变更须重新表决和审批。", "A material change needs a new vote and approval."),
    RuleText(
      "change.order-kept", "变更按先后办理", "The change’s steps are in order",
      cure: "请先补办前面的步骤。", "Complete the earlier steps first."),
    RuleText(
      "fire.inspection-passed", "消防查验通过", "The fire inspection passed",
      cure: "先完成消防查验。", "Have it inspected first."),
    RuleText(
      "acceptance.parties-present", "参加验收的单位齐全", "All parties take part in the acceptance",
      cure: "请补请缺席的单位。", "Invite those that are missing."),
    RuleText(
      "acceptance.technical-rules-named", "验收依据的技术要求已注明", "The technical rules of acceptance are named",
      cure: "请附主管部门（{set-by}）明确的竣工验收技术要求。", "Attach the technical rules that {set-by} set for acceptance."),
    RuleText(
      "acceptance.nobody-objects", "参加单位均同意", "No party objects",
      cure: "请按意见整改后再验收。", "Put right what is objected to."),
    RuleText(
      "acceptance.defects-closed", "整改问题均已销号", "Every defect is closed",
      cure: "请完成整改并登记复查。", "Put the defects right and record it."),
    RuleText(
      "acceptance.passed", "联合验收通过", "The acceptance passed",
      cure: "先完成联合验收。", "Complete the acceptance first."),
    RuleText(
      "planning.verified", "规划核实通过", "The works are verified against the permit",
      cure: "请申请规划核实。", "Apply for the verification."),
    RuleText(
      "planning.verified-or-waived", "规划核实通过或不需要", "Verified against the permit, or waived",
      cure: "请申请规划核实；免办许可的不需要。", "Apply for it; where no permit was needed, none is."),
    RuleText(
      "filing.materials-complete", "备案材料齐全", "The filing’s materials are complete",
      cure: "请补齐备案材料。", "Complete the materials."),
    RuleText(
      "filing.ordinary-materials", "一般程序的备案材料齐全", "The ordinary route’s materials are complete",
      cure: "请补齐缺少的材料。", "Add what is missing."),
    RuleText(
      "filing.completed", "竣工验收备案已完成", "The completion is filed",
      cure: "先办理竣工验收备案。", "File the completion first."),
    RuleText(
      "warranty.minimum-period", "保修期不短于规定", "The warranty is long enough",
      cure: "请按规定延长保修期。", "Extend it to what is required."),
    RuleText(
      "warranty.covers", "在保修期内", "The warranty covers it",
      cure: "保修期已过的，按维修责任处理。", "After it ends, upkeep falls to who is responsible."),
    RuleText(
      "archive.as-asked", "档案按要求归档", "Archived as asked",
      cure: "请补齐归档手续。", "Complete the archiving."),
    RuleText(
      "archive.completed", "工程档案已归档", "The archive is complete",
      cure: "请归档工程资料。", "Archive the papers of the works."),
    RuleText(
      "handover.jointly-accepted", "设施经共同验收后移交", "Accepted jointly before the hand-over",
      cure: "请与接收单位共同验收。", "Accept it together with who takes it over."),
    RuleText(
      "handover.lead-department-arranged", "牵头部门已安排移交和管护", "The lead department arranged hand-over and upkeep",
      cure: "请附牵头部门的安排。", "Attach its arrangement."),
    RuleText(
      "handover.upkeep-after-warranty", "保修期满后的管护责任明确", "Upkeep after the warranty is settled",
      cure: "请写明接收单位和起始日期。", "Say who takes over and from when."),
    RuleText(
      "handover.completed", "设施移交已完成", "The hand-over is complete",
      cure: "请完成各类设施的移交。", "Hand over what is left."),
    RuleText(
      "management.mode-fixed", "长效管理模式已确定", "The mode of management is fixed",
      cure: "请由业主确定管理模式并登记。", "Have the owners fix the mode and record it."),
    RuleText(
      "management.mode-as-pledged", "管理模式与承诺书一致", "The mode is the one that was pledged",
      cure: "请改选承诺的模式；菜单式与酬金式为同一模式的，请明确确认。",
      "Choose the mode that was pledged, or confirm that menu-based and commission-based are the same."),
    RuleText(
      "management.mode-offered", "所选管理模式在规定范围内", "The mode is one of those offered",
      cure: "请从规定的模式中选择。", "Choose one of those offered."),
    RuleText(
      "management.owners-asked", "已问卷征求全体业主对管理模式的意见", "All owners were asked how to be managed",
      cure: "请向全体业主发放问卷，并登记发出、收回和各模式的份数。",
      "Hand a questionnaire to all owners and record how many went out, came back, and want which mode."),
    RuleText(
      "management.mode-as-asked", "管理模式与多数问卷意见一致", "The mode is the one most owners want",
      cure: "多数意见为 {most}，请按意见确定，或说明依据。", "Most want {most}: follow them, or say on what else the choice rests."),
    RuleText(
      "management.mode-published", "管理模式已公示", "The mode is published",
      cure: "请公示管理模式并附公示书。", "Publish the mode and attach the notice."),
    RuleText(
      "management.covenant-made", "管理规约已订立", "The covenant is made",
      cure: "请订立并上传管理规约。", "Make the covenant and upload it."),
    RuleText(
      "evaluation.recorded", "后评估已登记", "The evaluation is recorded",
      cure: "请登记后评估结果。", "Record the evaluation."),
    RuleText(
      "evaluation.indicators", "满意率和改善率", "Satisfaction and improvement rates",
      cure: "指标为本系统推荐，人数一并公布。", "The indicators are ours; counts are published with them."),
  ]
}
