import DomainModel

/// What the values of findings are called in Chinese, beside the fields of answers in `Words`; and the codes among them
/// that people read as words. A value that is in neither is told by its code, which a test does not let happen.
enum FindingWords {
  static let names: [String: String] = [
    "accounts": "决算编号", "added": "新增面积", "affected": "认为有影响", "agreeing-area": "同意面积", "agreeing-heads": "同意人数",
    "all-area": "全体面积", "all-heads": "全体人数", "answered": "已答复", "appointed": "已确定", "approved": "已批准", "asked": "本次",
    "at-most": "最多", "attached": "已附", "attached-on": "附上日期", "attempt": "次数", "awaited": "待答复", "baseline": "基准日",
    "batch": "批次", "bearer": "承担方", "before": "此前", "blank-area": "空白票面积", "blank-households": "空白票户数",
    "borne-by": "应由谁承担", "bound": "界限", "budget": "预算", "build-years": "建成年份", "by-subdistrict": "街道签认",
    "capacity": "身份", "carried-by-households": "按户通过", "carried-by-owners": "按人通过", "changed": "有调整", "check": "排查项目",
    "city-paid": "市级已拨", "city-share": "市级比例", "closes": "截止日", "comments": "意见数", "complete-since": "到齐日期",
    "condition": "条件", "consultation": "会商", "consulted-plan": "征求意见的方案", "contract": "按合同面积", "contract-sum": "合同价",
    "convener": "召集单位", "counts-as": "计法", "covered": "覆盖日期", "current": "现行", "cut-off": "界限年份", "decided": "已决定",
    "difference": "差额", "disposition": "处理结果", "district-in-place": "区级到位", "earlier": "上一轮", "end-shown": "有结束照片",
    "facade": "涉及外立面", "finish": "完成日", "formed": "形成日期", "from": "起", "fund": "资金", "garage": "车库面积",
    "garage-newly-counted": "新计车库面积", "given": "所填", "government-investment": "政府投资", "granted": "核定额", "hangs": "张贴中",
    "has-committee": "有业主委员会", "heard": "已听取", "held": "日期", "important-street": "临重要街道", "inspected": "查验日期",
    "items-changed": "项目有增减", "last-four": "尾号", "least": "至少", "level": "资金层级", "listed": "已列入", "majority": "多数意见",
    "matter": "事项", "missed": "未达到", "most": "最多", "named": "规定单位", "negotiated": "已协商", "objects": "不同意",
    "of": "总数", "of-this-plan": "属本方案", "offered": "可选", "office": "应由谁办", "opened": "启动日期", "opens": "开始日",
    "organiser": "组织单位", "others": "其他资金", "otherwise": "不一致", "over": "超出", "overdue": "逾期数", "overfunded": "多余资金",
    "owners": "业主资金", "packaging": "文件组合", "paper": "材料", "part": "部分", "parts": "各项", "payable-now": "可拨",
    "pilot": "试点", "place": "位置", "plan-after": "优化后方案", "plan-before": "优化前方案", "planned-on": "计划日期",
    "pledged": "承诺", "printed": "已印明", "printed-days": "所印天数", "printed-last-day": "所印末日", "reading": "口径",
    "reasons-filed": "附有理由", "received": "收到", "recommended-working-days": "建议工作日", "recorded-on": "登记日",
    "requested-in-writing": "书面申请", "required-area": "面积要求", "required-heads": "人数要求", "reviewed-plan": "审核的方案",
    "set-by": "制定单位", "set-by-person": "人工确定", "shortfall": "缺口", "shows-plan": "公示的方案", "signed": "已签字",
    "signed-plan": "签字的方案", "simplified": "简化程序", "simplified-route": "简化程序", "social": "社会资金",
    "stamped-by-proxy": "代章", "start-shown": "有张贴照片", "state": "状态", "stated": "已写明",
    "stated-conditions-change": "所述规划条件调整", "stated-exemption": "所述免办", "stated-important-street": "所述重要街道",
    "sum": "合计", "surveyed": "按测绘面积", "taken-up": "采纳数", "together-with": "同时满足", "unanswered": "未答复",
    "unknown-year": "缺日历年份", "unreached": "未覆盖户数", "unsorted": "未分类", "until": "止", "upper": "中央、省级资金",
    "valid": "现行", "visible-working-days": "已展示工作日", "votes": "票数", "way": "方式", "within-window": "在期限内",
    "without-choice": "未记产生方式", "years": "年限", "approve-area": "同意面积", "approve-heads": "同意人数",
    "quorum-area": "参与面积", "quorum-heads": "参与人数", "counted": "计得",
  ]

  /// A code as people read it: an office by its name, a few words of forms; another code stays what it is.
  static func code(_ code: String, _ language: Language) -> String {
    guard language == .zh else { return code }
    return codes[code] ?? Role(rawValue: code)?.zh ?? code
  }

  private static let codes: [String: String] = [
    "participates-not-approves": "计入参与、不计入同意", "follows-majority": "从多数意见", "not-participating": "不计入参与",
    "agree": "同意", "disagree": "不同意", "central": "中央", "provincial": "省级", "prefecture": "市级", "county": "县（区）级",
    "pooled-programme": "整合专项", "basic": "基础类", "improvement": "完善类", "enhancement": "提升类",
    "project-costs": "项目费用", "project-proposal": "项目建议书", "feasibility-study": "可行性研究报告",
    "preliminary-design": "初步设计", "first-application": "改造申请材料", "declaration": "项目申报材料",
  ]
}
