/// What personal data is held for: how long it may be kept follows from it, and from nothing else.
public enum PersonalPurpose: String, WireEnum {
  /// 业主名册、表决与签字
  case ownership
  /// 履职人员：业委会成员、专班、评审、专家、项目负责人、民间监理员、首次申请联系人
  case office
  /// 公示异议、征求意见
  case objection
  /// 工单、热线、保修报修、现场反映
  case complaint
  /// 评价问卷
  case questionnaire
  /// 专用账户账号
  case account
  /// 困难家庭
  case hardship

  /// What an office calls it.
  public var zh: String {
    switch self {
    case .ownership: "业主名册与表决"
    case .office: "履职人员"
    case .objection: "异议与意见"
    case .complaint: "投诉与报修"
    case .questionnaire: "评价问卷"
    case .account: "专用账户"
    case .hardship: "困难家庭"
    }
  }

  /// The same in English.
  public var en: String {
    switch self {
    case .ownership: "owner roll and votes"
    case .office: "people in office"
    case .objection: "objections and comments"
    case .complaint: "complaints and repairs"
    case .questionnaire: "questionnaires"
    case .account: "designated account"
    case .hardship: "hardship"
    }
  }
}

/// From when a period of keeping is counted.
public enum RetentionStart: String, WireEnum {
  /// The project's end: archived, written off or withdrawn. A project that has not ended keeps what it holds.
  case projectClosed = "project-closed"
  /// The day on which it was last recorded.
  case recorded
}
