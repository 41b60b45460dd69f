import DomainModel

/// Question 1.
public enum Sex: String, WireEnum {
  /// 男
  case male
  /// 女
  case female
}

/// Question 2. Sixty belongs to the fourth band (AMB-33).
public enum AgeBand: String, WireEnum {
  /// 20岁及以下
  case to20 = "to-20"
  /// 21-35岁
  case to35 = "to-35"
  /// 36-45岁
  case to45 = "to-45"
  /// 46-60岁
  case to60 = "to-60"
  /// 60周岁以上
  case over60 = "over-60"
}

/// Question 3.
public enum Education: String, WireEnum {
  /// 初中及以下
  case junior
  /// 高中/中专
  case senior
  /// 大专
  case college
  /// 本科
  case bachelor
  /// 硕士及以上
  case master
}

/// Question 4: does the respondent know how renovation works.
public enum Awareness: String, WireEnum {
  /// 不了解
  case not
  /// 了解一点
  case little
  /// 基本了解
  case fairly
  /// 非常了解
  case well
}

/// Question 5: is the respondent's community renovated.
public enum Involvement: String, WireEnum {
  /// 是
  case yes
  /// 不是
  case no
}

/// Question 6: what was renovated; several may be named.
public enum RenovatedAspect: String, WireEnum {
  /// 管线
  case pipes
  /// 房屋外立面
  case facade
  /// 小区道路
  case roads
  /// 小区绿化
  case greening
  /// 电动车辆充电设施
  case evCharging = "ev-charging"
  /// 漏水改造
  case leaks
  /// 加装电梯
  case lift
  /// 其他
  case other
}

/// Question 7: is life better than before.
public enum Improvement: String, WireEnum {
  /// 较原来提高很多
  case muchBetter = "much-better"
  /// 较原来有一点提高
  case bitBetter = "bit-better"
  /// 跟原来差不多
  case same
  /// 比原来差
  case worse
}

/// Question 8: is the respondent satisfied.
public enum Satisfaction: String, WireEnum {
  /// 非常满意
  case very
  /// 基本满意
  case fairly
  /// 一般
  case soSo = "so-so"
  /// 不满意
  case not
}

/// One filled form (满意度调查表). An answer left out was not given.
public struct QuestionnaireRow: Codable, Hashable, Sendable {
  /// Made by the sender; one form per respondent and project counts.
  public let respondent: PersonID
  /// To the vault.
  public let name: Text<40>?
  /// To the vault.
  public let contact: Text<40>?
  public let sex: Sex?
  /// For forms that ask for the age itself; only its band is counted.
  public let age: Whole<0, 130>?
  public let ageBand: AgeBand?
  public let education: Education?
  public let awareness: Awareness?
  public let involvement: Involvement?
  public let aspects: Listing<RenovatedAspect, 8>
  /// To the vault.
  public let otherAspect: Text<60>?
  public let improvement: Improvement?
  public let satisfaction: Satisfaction?
  /// To the vault.
  public let comments: Text<400>?

  public init(
    respondent: PersonID, name: Text<40>? = nil, contact: Text<40>? = nil, sex: Sex? = nil, age: Whole<0, 130>? = nil,
    ageBand: AgeBand? = nil, education: Education? = nil, awareness: Awareness? = nil,
    involvement: Involvement? = nil, aspects: Listing<RenovatedAspect, 8> = [], otherAspect: Text<60>? = nil,
    improvement: Improvement? = nil, satisfaction: Satisfaction? = nil, comments: Text<400>? = nil
  ) {
    self.respondent = respondent
    self.name = name
    self.contact = contact
    self.sex = sex
    self.age = age
    self.ageBand = ageBand
    self.education = education
    self.awareness = awareness
    self.involvement = involvement
    self.aspects = aspects
    self.otherAspect = otherAspect
    self.improvement = improvement
    self.satisfaction = satisfaction
    self.comments = comments
  }
}

/// How often one option was chosen.
public struct OptionCount: Codable, Hashable, Sendable {
  public let question: Whole<1, 8>
  public let option: Identifier<SlugKind>
  public let count: Whole<1, 500>

  public init(question: Whole<1, 8>, option: Identifier<SlugKind>, count: Whole<1, 500>) {
    self.question = question
    self.option = option
    self.count = count
  }
}

/// How many answered one question.
public struct AnswerCount: Codable, Hashable, Sendable {
  public let question: Whole<1, 8>
  public let count: Whole<1, 500>

  public init(question: Whole<1, 8>, count: Whole<1, 500>) {
    self.question = question
    self.count = count
  }
}

/// Record filled questionnaires, up to 500 at once. Names, contacts and comments go to the vault; of the answers only
/// counts are kept in the open.
public struct RecordQuestionnaires: ProjectCommand {
  public static var name: WireName { "supervision.record-questionnaires" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .renovationOffice, .constructionUnit] }
  public static var example: RecordQuestionnaires {
    RecordQuestionnaires(
      project: "330382-2024-0007",
      rows: [QuestionnaireRow(respondent: "q-1", improvement: .muchBetter, satisfaction: .very)])
  }
  public typealias Reply = QuestionnairesReport

  public let project: ProjectID
  public let rows: Listing<QuestionnaireRow, 500>

  public init(project: ProjectID, rows: Listing<QuestionnaireRow, 500> = []) {
    self.project = project
    self.rows = rows
  }
}

/// Questionnaires were counted.
public struct QuestionnairesRecorded: ProjectEvent {
  public static var name: WireName { "supervision.questionnaires-recorded" }
  public static var readers: Readers { .own }
  public static var example: QuestionnairesRecorded {
    QuestionnairesRecorded(
      project: "330382-2024-0007", respondents: ["q-1"],
      options: [OptionCount(question: 8, option: "very", count: 1)], answered: [AnswerCount(question: 8, count: 1)])
  }

  public let project: ProjectID
  public let respondents: Listing<PersonID, 500>
  /// What this command adds.
  public let options: Listing<OptionCount, 64>
  /// What this command adds to each question's base.
  public let answered: Listing<AnswerCount, 8>

  public init(
    project: ProjectID, respondents: Listing<PersonID, 500> = [], options: Listing<OptionCount, 64> = [],
    answered: Listing<AnswerCount, 8> = []
  ) {
    self.project = project
    self.respondents = respondents
    self.options = options
    self.answered = answered
  }
}

/// What was counted.
public struct QuestionnairesReport: Codable, Hashable, Sendable {
  /// Forms counted by this command.
  public let counted: Int
  /// Respondents whose form was here before: the first stands.
  public let repeated: [PersonID]
  /// Forms of the project.
  public let total: Int

  public init(counted: Int, repeated: [PersonID], total: Int) {
    self.counted = counted
    self.repeated = repeated
    self.total = total
  }
}
