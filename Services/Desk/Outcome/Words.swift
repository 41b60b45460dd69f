import DomainModel

/// What the fields of answers and the values of findings are called in Chinese. A field that is not listed keeps its
/// wire name, which programs and the published contract use.
enum Words {
  static func name(_ key: String, _ language: Language) -> String {
    language == .zh ? chinese[key] ?? key : key
  }

  private static let chinese: [String: String] = [
    "applicant": "申请人", "item": "项次", "package": "材料包", "closed": "已结束", "held-on": "日期", "receiver": "接收单位",
    "utility": "专营单位", "ratio": "到位比例", "completeSince": "到齐日期", "bank": "开户行", "lastFour": "尾号",
    "record": "记录", "holder": "开户单位", "diskSize": "磁盘容量", "basic": "基础类", "improvement": "完善类",
    "enhancement": "提升类", "share-basic": "基础类比例", "share-improvement": "完善类比例", "share-enhancement": "提升类比例",
    "excluded": "不计入", "floor-area": "补助面积", "weighted-rate": "加权比例", "residents-weighted": "居民加权出资",
    "social-capital": "社会资金", "before-cap": "限额前补助", "cap-per-square-metre": "每平方米限额", "cap": "补助限额",
    "excess": "超出部分", "residents-total": "居民合计", "collects-excess": "收取超出部分", "residents-collected": "应收居民",
    "last-day": "末日", "earliest-last-day": "最早末日", "days-off-passed-over": "跳过休息日", "started": "开工日期",
    "applies-from": "适用起", "agree": "同意", "disagree": "不同意", "mode": "模式", "document": "文件", "permit": "许可面积",
    "registered": "登记面积", "declared": "申报", "available": "可用", "confirmed": "已确认", "kind": "类型",
    "issues": "问题数", "consequence": "处理", "category": "类别", "known": "已知", "standing": "状况", "issued": "发放",
    "returned": "收回", "upkeep-from": "管护起始", "investment-estimated": "估算投资", "investment-final": "决算投资",
    "residents-asked": "已收居民", "residents-final": "居民决算", "subsidy-received": "已到补助", "subsidy-final": "补助决算",
    "passed": "通过", "building": "幢", "project": "项目", "community": "小区", "title": "标题", "name": "名称",
    "round": "轮次", "rounds": "轮次", "roll": "名册", "units": "套数", "unit": "单元", "buildings": "幢数", "area": "面积",
    "heads": "人数", "households": "户数", "hash": "校验值", "sequence": "序号", "epoch": "纪元", "head": "最新序号",
    "first": "首个序号", "last": "最后序号", "service": "服务", "version": "版本", "status": "状态", "stage": "阶段",
    "stages": "阶段", "step": "步骤", "edition": "规则版本", "pack": "规则包", "sha256": "文件校验值", "on": "日期",
    "openedOn": "开办日期", "closedOn": "结束日期", "opensOn": "开始日期", "closesOn": "截止日期", "recordedOn": "登记日期",
    "clearedOn": "到账日期", "signedOn": "签署日期", "amount": "金额", "total": "合计", "share": "份额", "paid": "已付",
    "purpose": "用途", "planned": "应筹", "cleared": "已到位", "needed": "所需", "missing": "尚缺", "required": "要求",
    "since": "自", "holds": "成立", "open": "未了结", "fact": "所需事实", "carried": "通过", "voted-plan": "表决的方案",
    "valid-plan": "现行方案", "plan-year": "计划年度", "plan": "方案", "exempt": "免办", "permits-issued": "已发证",
    "waived": "免核实", "verified": "已核实", "contractor": "施工单位", "supervisor": "监理单位", "halted": "已暂停或撤回",
    "in-question": "有疑问", "inQuestion": "有疑问", "isOpen": "进行中", "isCarried": "已通过", "isSealed": "已封存",
    "isHalted": "已暂停", "isWithdrawn": "已撤回", "isInQuestion": "有疑问", "isComplete": "完整", "isValid": "有效",
    "isRepeat": "重复", "receipts": "办理记录", "receipt": "办理记录", "refusals": "不予办理记录", "refusal": "不予办理",
    "findings": "各项核查", "rule": "规则", "result": "结果", "force": "效力", "origin": "来源", "cites": "依据",
    "values": "数值", "value": "数值", "sources": "来源事件", "source": "来源", "awaits": "等待", "code": "代码",
    "facts": "事实", "key": "名称", "entries": "条目", "what": "事项", "reason": "理由", "forms": "表格", "agreeing": "同意",
    "disagreeing": "不同意", "blank": "空白", "unsigned": "未签名", "replaced": "被替换", "replaces": "替换", "ratios": "比例",
    "counted": "计数", "isReached": "达到", "test": "项目", "all": "合计", "outcome": "结果", "rows": "各行", "row": "行",
    "ballotNo": "票号", "signer": "签字人", "opinion": "意见", "channel": "方式", "evidence": "凭据", "documents": "文件",
    "transaction": "流水号", "notRecorded": "未登记", "recorded": "已登记", "fault": "原因", "projects": "项目",
    "next": "下一步", "waitingFor": "尚缺", "takenBy": "办理单位", "order": "顺序", "retry": "重试", "pointers": "字段",
    "detail": "说明", "contractorName": "施工单位", "account": "账户", "receivable": "应收", "investment": "总投资",
    "subsidy": "补助", "residents": "居民", "division": "区划", "subdistrict": "街道", "address": "地址", "survey": "调查",
    "eligibility": "条件认定", "body": "自治组织", "organisation": "单位", "at": "时间", "startedAt": "启动时间",
    "feeds": "事件源", "feed": "事件源", "heardAt": "最近收到", "parkedProjects": "滞留项目", "diskFree": "磁盘余量",
    "storeSize": "存储大小", "acceptingCommands": "受理中", "stopped": "停止原因", "asOf": "截至", "due": "到期日",
    "dueOn": "到期日", "deadline": "期限", "deadlines": "期限", "workingDays": "工作日", "posted": "张贴日期",
    "postedOn": "张贴日期", "notice": "公示", "notices": "公示", "objections": "异议", "objection": "异议", "tickets": "反映",
    "acceptance": "验收", "defects": "问题", "warranty": "保修", "progress": "进度", "contractSum": "合同价",
    "person": "人员", "fields": "字段", "communityName": "小区名称", "constructionUnit": "建设单位", "planYear": "计划年度",
    "isEligible": "符合条件", "assessedOn": "认定日期", "member": "成员", "members": "成员", "form": "形式", "number": "编号",
    "count": "数量", "year": "年份", "band": "投资档", "opinions": "意见", "participants": "参加单位", "respondents": "答卷人",
    "questionnaires": "问卷数", "satisfied": "满意", "improved": "改善", "repeated": "重复", "limit": "上限",
    "earliest": "最早", "actual": "实际", "threshold": "门槛", "participating": "参与", "agreed": "同意",
    "posted-on": "张贴日", "closed-on": "结束日", "working-days": "工作日", "minimum": "最少", "days": "天数",
  ]
}
