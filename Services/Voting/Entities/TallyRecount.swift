import Contracts
import DomainModel
import Policy
import ServiceKit

/// Counts a round's forms anew, from the forms themselves: the kept counters must be the same.
enum TallyRecount {
  static let invariant = Invariant.each(
    "tally-is-recount", of: Tally.self, zh: "计票数等于逐张重数的结果", en: "The kept counts are those of a recount."
  ) { tally, view in
    guard let round = try view.get(Round.self, tally.round.rawValue) else {
      return [Invariant.Fault(zh: "没有这一轮表决", en: "there is no such round")]
    }
    let recount = try count(round, view)
    return differences(tally, recount)
  }

  private struct Recount {
    var forms = OpinionCount()
    var area = OpinionCount()
    var heads = OpinionCount()
    var households = OpinionCount()
    var unsigned = 0
    var replaced = 0
  }

  private static func count(_ round: Round, _ view: any EntityView) throws -> Recount {
    var recount = Recount()
    var signed = 0
    try view.each(EnteredBallot.self, prefix: "\(round.id)/") { ballot in
      guard !ballot.isStruck else { return }
      if ballot.isSigned { signed += 1 } else { recount.unsigned += 1 }
    }
    var shared: [String: HeadForms] = [:]
    var returned = 0
    let prefix = "\(round.id)/"
    try view.each(UnitForms.self, prefix: prefix) { forms in
      guard let opinion = forms.standing?.opinion else { return }
      returned += 1
      recount.forms.move(1, from: nil, to: opinion)
      let unit = try UnitID(String(forms.key.dropFirst(prefix.count)))
      guard let rolled = try view.get(RolledUnit.self, RolledUnit.key(round.roll, unit)) else { return }
      recount.area.move(rolled.entry.exclusiveArea?.hundredths ?? 0, from: nil, to: opinion)
      if rolled.entry.countsAsHousehold { recount.households.move(1, from: nil, to: opinion) }
      if rolled.sharesHead {
        shared[rolled.head, default: HeadForms()].move(from: nil, to: opinion)
      } else {
        recount.heads.move(1, from: nil, to: opinion)
      }
    }
    for head in shared.values { recount.heads.move(1, from: nil, to: head.opinion) }
    recount.replaced = signed - returned
    return recount
  }

  private static func differences(_ tally: Tally, _ recount: Recount) -> [Invariant.Fault] {
    let counts: [(zh: String, en: String, kept: OpinionCount, found: OpinionCount)] = [
      ("表决票", "forms", tally.forms, recount.forms), ("面积（百分之一平方米）", "area in 1/100 m²", tally.figures.area, recount.area),
      ("业主人数", "heads", tally.figures.heads, recount.heads), ("户数", "households", tally.figures.households, recount.households),
    ]
    var faults = counts.filter { $0.kept != $0.found }.map { count in
      func text(_ count: OpinionCount) -> String { "\(count.agreeing)/\(count.disagreeing)/\(count.blank)" }
      return Invariant.Fault(
        zh: "\(count.zh)（同意/不同意/未表态）：计票 \(text(count.kept))，重数 \(text(count.found))",
        en: "\(count.en) (agreeing/disagreeing/blank): kept \(text(count.kept)), recounted \(text(count.found))")
    }
    for (zh, en, kept, found) in [
      ("未签名的票", "unsigned forms", tally.unsigned, recount.unsigned), ("被替换的票", "replaced forms", tally.replaced, recount.replaced),
    ] where kept != found {
      faults.append(Invariant.Fault(zh: "\(zh)：计票 \(kept)，重数 \(found)", en: "\(en): kept \(kept), recounted \(found)"))
    }
    return faults
  }
}
