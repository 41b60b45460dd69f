import DomainModel

extension RuleTexts {
  /// The community: eligibility, survey, its own body, roll, votes, notices, objections.
  static let residents: [RuleText] = [
    RuleText(
      "survey.images-recorded", "影像资料已入库", "Images of the community are kept",
      cure: "请在调查中补充影像资料。", "Add images to the survey."),
    RuleText(
      "voting.threshold-in-principle", "“原则上”的比例可由区政府（管委会）例外认可",
      "The district may go past a threshold set in principle",
      cure: "请由区政府（管委会）说明理由后认可。", "Have the district’s government or committee decide, with its reason."),
    RuleText(
      "survey.recorded", "小区调查已登记", "The community was surveyed",
      cure: "由街道或社区登记小区调查。", "Have the subdistrict or residents’ committee record the survey."),
    RuleText(
      "survey.covers-residents", "需求调查覆盖小区所有居民", "The survey of needs reached everybody",
      cure: "还有 {unreached} 户没有调查到，请补充入户后重新登记。", "{unreached} households were not reached: visit them and record the survey anew."),
    RuleText(
      "survey.areas-agree", "各幢规划许可面积与产权登记面积一致", "Permit and registered floor area agree",
      cure: "两个面积不同：请说明采用哪一个，并附依据。", "The two areas differ: say which counts and attach what it rests on."),
    RuleText(
      "survey.total-agrees", "申报总面积等于各幢之和", "The declared total is the sum of the buildings",
      cure: "请核对总面积和各幢面积。", "Check the total and the buildings’ areas."),
    RuleText(
      "eligibility.not-excluded", "小区符合改造条件", "The community is eligible",
      cure: "先办理条件认定；属于例外的，由有权单位说明理由后决定。", "Have eligibility assessed; an exception needs a decision with a reason."),
    RuleText(
      "eligibility.build-year", "建成年份在改造范围内", "Built early enough",
      cure: "请核对各幢建成年份；2000年以后建成的须满足另行条件。", "Check the buildings’ years; later ones must meet further conditions."),
    RuleText(
      "eligibility.one-build-year", "各幢建成年份在界限同一侧", "All buildings lie on one side of the cut-off",
      cure: "请按幢核对年份，由改造办确定范围。", "Check each building’s year and let the renovation office settle the scope."),
    RuleText(
      "eligibility.later-build-condition", "建成较晚的小区满足另行条件", "A later community meets the further conditions",
      cure: "请补充功能、设施、管理和居民意愿方面的材料。", "Add material on functions, facilities, management and the residents’ wish."),
    RuleText(
      "eligibility.place", "位于城关或建制镇范围内", "Lies in the urban subdistricts or a designated town",
      cure: "请核对小区所在区域。", "Check where the community lies."),
    RuleText(
      "eligibility.legal-title", "具有合法产权", "Has legal title",
      cure: "请补充产权材料。", "Add the papers of title."),
    RuleText(
      "eligibility.structural-safety", "房屋结构安全", "Structurally safe",
      cure: "请先做房屋安全鉴定，危房另按规定处理。", "Have the structure appraised; dangerous buildings take another path."),
    RuleText(
      "eligibility.not-on-shantytown-plan", "未列入棚改计划", "Not on the shantytown plan",
      cure: "列入棚改的不作为改造重点，请与住建部门核对。", "Communities on that plan are outside the focus; check with housing."),
    RuleText(
      "eligibility.not-on-expropriation-plan", "近年内未列入征收计划", "Not to be expropriated soon",
      cure: "请与征收部门核对计划和年份。", "Check the plan and its year with the expropriation office."),
    RuleText(
      "eligibility.not-to-be-rebuilt", "不属于拟拆除重建", "Not to be demolished and rebuilt",
      cure: "拟拆除重建的不属于改造范围。", "What is to be rebuilt is outside renovation."),
    RuleText(
      "eligibility.not-self-built", "不以自建住房为主", "Not mostly self-built",
      cure: "以自建住房为主的不属于改造范围。", "Mostly self-built housing is outside renovation."),
    RuleText(
      "eligibility.not-urban-village", "不是城中村", "Not an urban village",
      cure: "城中村不属于改造范围。", "Urban villages are outside renovation."),
    RuleText(
      "self-governance.formed", "小区自治组织已成立", "The community has its own body",
      cure: "请在街道指导下成立业主委员会或自治小组，并登记。", "Form an owners’ committee or group with the subdistrict’s help."),
    RuleText(
      "voting.roll-sealed", "业主名册已封存", "The owner roll is sealed",
      cure: "先导入业主名册并封存：jiugai import roll。", "Import the owner roll and seal it: jiugai import roll."),
    RuleText(
      "roll.one-area-basis", "名册各套面积口径一致", "All areas of the roll have one basis",
      cure: "尽量统一用产权登记面积；混用时请逐套核对。", "Use registered areas throughout; check each unit where bases are mixed."),
    RuleText(
      "roll.heads-equal-households", "人数与户数一致", "Heads equal households",
      cure: "两者不同属常见情况，请核对一人多套和未计户的房屋。",
      "They often differ; check owners of several units and units that are no household."),
    RuleText(
      "voting.willingness-carried", "改造意愿表决已通过", "The willingness round carried",
      cure: "先组织改造意愿表决，达到规定比例。", "Hold the willingness round until the shares are reached."),
    RuleText(
      "voting.plan-carried", "现行方案的表决已通过", "The vote on the valid plan carried",
      cure: "就现行方案组织表决；方案改过的，须重新表决。", "Hold the vote on the valid plan; a changed plan needs a new vote."),
    RuleText(
      "voting.vote-closed", "方案表决已结束", "The plan vote is closed",
      cure: "先结束方案表决。", "Close the plan vote first."),
    RuleText(
      "voting.summary-attached", "表决汇总表已附", "The vote summary is attached",
      cure: "请上传表决汇总表并附到公示。", "Upload the vote summary and attach it to the notice."),
    RuleText(
      "voting.plan-signed", "方案已签字确认", "The plan is signed",
      cure: "请组织业主委员会或居民代表对现行方案（{valid-plan}）签字确认；签的是其他版本的不算。",
      "Have the valid version ({valid-plan}) signed by those who must; a signature under another version does not count."),
    RuleText(
      "signature.capacity-allowed", "签字人具有规定的身份", "The signatories have a capacity that the rules name",
      cure: "请由规定的业主委员会成员或居民代表签字。", "Have it signed by committee members or residents’ representatives, as the rules say."),
    RuleText(
      "signature.choice-recorded", "居民代表的产生方式已记录", "How each representative was chosen is recorded",
      cure: "请逐一填写居民代表的产生方式。", "Say of each representative how they were chosen."),
    RuleText(
      "signature.reviewed-version", "签字的方案就是审核通过的版本", "The version signed is the one reviewed",
      cure: "方案在审核后有深化的，请核对改动是否出自审核意见。",
      "Where the plan was deepened after the review, check that the changes follow from it."),
    RuleText(
      "voting.quorum-area", "参与表决的面积达到要求", "Enough of the floor area takes part",
      cure: "继续征求未表决业主的意见，再结束本轮。", "Reach owners who have not answered, then close the round."),
    RuleText(
      "voting.quorum-heads", "参与表决的人数达到要求", "Enough owners take part",
      cure: "继续征求未表决业主的意见，再结束本轮。", "Reach owners who have not answered, then close the round."),
    RuleText(
      "voting.approve-area", "同意的面积达到要求", "Enough of the floor area agrees",
      cure: "与不同意的业主沟通，修改方案后可重新表决。", "Talk with those who disagree; a revised plan may be voted on again."),
    RuleText(
      "voting.approve-heads", "同意的人数达到要求", "Enough owners agree",
      cure: "与不同意的业主沟通，修改方案后可重新表决。", "Talk with those who disagree; a revised plan may be voted on again."),
    RuleText(
      "voting.advisory-threshold", "也达到流程图所示比例", "The chart’s share is reached too",
      cure: "以正文比例为准，这里只作提示。", "The text governs; this is shown for information."),
    RuleText(
      "voting.signed-blank", "签名而未表态的票按规定处理", "Signed blank forms are treated as the rules say",
      cure: "请核对表格是否印有空白如何计算的说明。", "Check whether the form says what a blank counts as."),
    RuleText(
      "voting.head-bases-agree", "按人与按户计算结果一致", "Heads and households give the same result",
      cure: "两种口径结果不同，请在会议纪要中说明。", "The two bases differ; say so in the minutes."),
    RuleText(
      "voting.forms-issued", "收回的票不多于发出的票", "No more forms came back than were issued",
      cure: "请核对发放数量和重复的票。", "Check the number issued and repeated forms."),
    RuleText(
      "voting.collected-by", "由规定的单位组织表决", "The round is run by the body that the rules name",
      cure: "请由 {named} 组织和收表；由他人代办的，请在会议纪要中说明。",
      "Let {named} run the round and collect the forms; where another did, say so in the minutes."),
    RuleText(
      "survey.hazard-plan-made", "排查发现隐患的已编制专项整治方案", "Hazards found have their special plan",
      cure: "请编制专项整治方案，并在调查登记中附上。", "Draw up the special plan and attach it to the survey."),
    RuleText(
      "plan.version-exists", "已有现行改造方案", "There is a valid plan",
      cure: "先登记改造方案。", "Record the plan first."),
    RuleText(
      "notice.open", "公示正在进行", "The notice is posted",
      cure: "先张贴公示并登记。", "Post the notice and record it."),
    RuleText(
      "notice.posted", "方案公示已张贴", "The plan notice is posted",
      cure: "请张贴方案公示并登记。", "Post the plan notice and record it."),
    RuleText(
      "notice.start-shown", "张贴有照片等凭据", "The posting is shown by evidence",
      cure: "请上传张贴当日的照片。", "Upload a photograph of the posting."),
    RuleText(
      "notice.places-complete", "规定的位置都已张贴", "Posted at every place required",
      cure: "请在缺少的位置补贴，并附照片。", "Post at the missing places and add photographs."),
    RuleText(
      "notice.contents-complete", "公示内容齐全", "The notice shows all it must",
      cure: "请补齐缺少的内容后重新张贴。", "Add what is missing and post again."),
    RuleText(
      "notice.earliest-end", "公示最早结束日已算出", "The earliest end is known",
      cure: "请安装该年份的工作日历。", "Install the calendar of that year."),
    RuleText(
      "notice.minimum-reached", "公示天数达到要求", "The notice stood long enough",
      cure: "满规定的工作日后再结束公示。", "Wait for the required working days, then close the notice."),
    RuleText(
      "notice.hung-without-gap", "公示期间未中断", "The notice hung without a gap",
      cure: "请上传期间和结束时的照片；中断过的应重新公示。", "Upload photographs from start to end; after a gap post it anew."),
    RuleText(
      "notice.summary-attached", "公示附有表决汇总", "The notice has the vote summary",
      cure: "请附上表决汇总表。", "Attach the vote summary."),
    RuleText(
      "notice.summary-of-carried-vote", "所附汇总是已通过的表决", "The summary is of the vote that carried",
      cure: "请附上已通过的那一轮的汇总。", "Attach the summary of the round that carried."),
    RuleText(
      "notice.summary-visible", "汇总在公示期内可见", "The summary was on view",
      cure: "请核对汇总何时附上，必要时延长公示。", "Check when it was attached; extend the notice where needed."),
    RuleText(
      "notice.vote-closed", "公示前表决已结束", "The vote was closed",
      cure: "先结束表决。", "Close the vote first."),
    RuleText(
      "notice.complete", "方案公示已期满", "The plan notice is complete",
      cure: "公示期满的次日起可办；请先登记公示结束。", "Close the notice when its days are over; the step opens the day after."),
    RuleText(
      "notice.willingness-complete", "意愿公示已期满", "The willingness notice is complete",
      cure: "公示期满并登记结束后再办。", "Close that notice when its days are over."),
    RuleText(
      "notice.period-printed", "公示起止日期已印明且足够长", "The notice prints its dates, and they are long enough",
      cure: "请在公示书上印明末日，且不早于 {earliest-last-day}。",
      "Print the last day on the notice, no earlier than {earliest-last-day}."),
    RuleText(
      "notice.hung-as-printed", "公示至所印末日", "The notice hung until the day it prints",
      cure: "公示须挂至 {printed-last-day}。", "Leave it up until {printed-last-day}."),
    RuleText(
      "voting.civil-code-shares", "按民法典第二百七十八条计算的结果（仅供参考）",
      "By article 278 of the Civil Code, for information",
      cure: "本地规则与民法典口径不同，使用前请确认。", "The city’s rule counts otherwise than the Code; confirm before relying on it."),
    RuleText(
      "notice.no-open-objection", "异议均已处理", "Every objection is settled",
      cure: "请逐条协商、调解并登记处理结果。", "Settle each objection and record how."),
    RuleText(
      "objection.within-window", "异议在公示期内提出", "Raised while the notice stood",
      cure: "逾期的异议照常登记，是否影响办理按规定认定。", "A late objection is recorded all the same; the rules say what it stops."),
    RuleText(
      "objection.path-followed", "异议按规定的先后办理", "The steps of settlement are in order",
      cure: "先协商，再调解，依次登记。", "Consult first, then mediate; record each."),
    RuleText(
      "objection.signed-by-subdistrict", "不予采纳的异议经街道确认", "An objection not upheld is signed by the subdistrict",
      cure: "请街道（乡镇）确认处理意见。", "Have the subdistrict sign the disposition."),
    RuleText(
      "consultation.rounds-answered", "居民意见征询已答复", "The consultation rounds are answered",
      cure: "请答复各轮意见并登记。", "Answer the residents of each round and record it."),
    RuleText(
      "consultation.plan-consulted", "现行方案已征求居民意见", "Residents were consulted on the valid plan",
      cure: "方案在征求意见后又有改动的，请重新征求意见。", "The plan was changed after the consultation: consult on it again."),
    RuleText(
      "consultation.comments-sorted", "上一轮意见已分类整理", "The comments of the round are sorted",
      cure: "还有 {unsorted} 条意见没有分类，请整理后再办。", "{unsorted} comments have no subject yet; sort them first."),
    RuleText(
      "consultation.comments-answered", "意见均已答复", "Every comment is answered",
      cure: "还有 {unanswered} 条意见没有答复，请逐条采纳、部分采纳或解释说明。",
      "{unanswered} comments wait for an answer: adopt, adopt in part, or explain."),
    RuleText(
      "consultation.plan-optimised", "采纳的意见已写入方案", "The plan takes up what was adopted",
      cure: "已采纳 {taken-up} 条意见，请登记优化后的方案版本再结束本轮。",
      "{taken-up} comments were taken up: record the plan version that holds them, then close the round."),
    RuleText(
      "consultation.earlier-round-ended", "上一轮征求意见已结束", "The round before has ended",
      cure: "请先结束 {earlier}。", "Close {earlier} first."),
    RuleText(
      "consultation.convened-by", "由规定的单位组织征求意见", "Convened by the body that the rules name",
      cure: "请由规定的单位发起。", "Let the body named open the round."),
    RuleText(
      "consultation.contents-complete", "本轮公示内容齐全", "The round shows all it must",
      cure: "请补齐缺少的内容后再公示。", "Add what is missing and post again."),
    RuleText(
      "consultation.places-complete", "规定的位置都已公示", "Posted at every place required",
      cure: "请在缺少的位置补贴，并附照片。", "Post at the missing places and add photographs."),
  ]
}
