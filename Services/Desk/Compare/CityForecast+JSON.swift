import Contracts
import DomainModel
import Policy

extension CityForecast {
  var json: JSONValue {
    [
      "pack": .string(edition.identity.pack.rawValue), "edition": .string(edition.identity.edition.rawValue),
      "status": .string(edition.file.pack.status.rawValue), "willingness": CityForecast.json(willingness),
      "plan": CityForecast.json(plan), "money": bill.json, "notice": noticeJSON,
      "workingDays": workingDays.map { .integer(Int64($0)) } ?? .null,
      "deadlines": .array(
        deadlines.map { deadline -> JSONValue in
          [
            "zh": .string(deadline.what.zh), "en": .string(deadline.what.en),
            "workingDays": .integer(Int64(deadline.workingDays)), "cites": CityForecast.json(deadline.cites),
          ]
        }),
      "moneyGates": .array(
        moneyGates.map { gate -> JSONValue in
          [
            "before": .string(gate.step.rawValue), "ratio": .string(gate.ratio.description),
            "cites": CityForecast.json(gate.cites),
          ]
        }),
      "outsideCatalogue": .array(outsideCatalogue.map { .string($0.rawValue) }),
    ]
  }

  private var noticeJSON: JSONValue {
    guard let notice else { return .null }
    return [
      "workingDays": .integer(Int64(notice.minimum)), "postedOn": .string(notice.period.postedOn.description),
      "earliestLastDay": notice.period.earliestLastDay.map { .string($0.description) } ?? .null,
      "cites": CityForecast.json(notice.cites),
    ]
  }

  private static func json(_ vote: Vote) -> JSONValue {
    switch vote {
    case .silent: return .null
    case .otherwise(let mode, let cites): return ["mode": .string(mode.rawValue), "cites": json(cites)]
    case .held(let result):
      return [
        "mode": .string(RoundMode.vote.rawValue), "carried": .bool(result.isCarried),
        "blankPivotal": .bool(result.isBlankPivotal),
        "tests": .array(
          result.tests.map { test -> JSONValue in
            [
              "name": .string(test.name.rawValue), "part": .integer(test.part), "of": .integer(test.of),
              "required": .string(test.required.description), "reached": .bool(test.isReached), "cites": json(test.cites),
            ]
          }),
      ]
    }
  }

  static func json(_ cites: [Citation]) -> JSONValue { .array(cites.map { .string($0.description) }) }
}

extension CityForecast.Bill {
  /// Null where the document names no shares.
  var json: JSONValue {
    switch self {
    case .silent: return .null
    case .noBase: return ["computed": false]
    case .computed(let bill):
      return [
        "computed": true, "investment": .string(bill.investment.description),
        "residents": .string(bill.residentsTotal.description), "subsidy": .string(bill.subsidy.description),
        "socialCapital": .string(bill.socialCapital.description), "cap": .string(bill.cap.description),
        "excluded": .string(bill.excluded.description),
        "cites": CityForecast.json(bill.findings(resting: []).first.map { Array($0.cites) } ?? []),
      ]
    }
  }
}
