import ClientKit
import Contracts
import DomainModel
import Foundation

extension TiexiStory {
  mutating func acceptance() async throws {
    if sample.through != .handedOver { return }
    say.chapter("八、竣工验收，决算审核")
    if meets(.partyMissing) {
      let first = try await story.take(try await held(without: .designer, faults: []), as: .renovationOffice, on: "2021-11-10")
      try await story.expectRefusal(
        try await passing(first.acceptance), as: .renovationOffice, on: "2021-11-11", rule: "acceptance.parties-present",
        says: "设计单位没有参加，验收不能通过")
    }
    let held = try await story.take(
      try await held(without: nil, faults: [AcceptanceFault(what: "单元门对讲不通", building: sample.buildings.first?.building)]),
      as: .renovationOffice, on: "2021-11-15")
    for defect in held.defects {
      try await story.take(FixDefect(project: project, defect: defect, by: "sample-builder"), as: .subdistrict, on: "2021-11-18")
      try await story.take(
        RecheckDefect(project: project, defect: defect, passed: true, checkedBy: "sample-supervisors"), as: .subdistrict,
        on: "2021-11-19")
    }
    try await story.take(try await passing(held.acceptance), as: .renovationOffice, on: "2021-11-24")
    say.told("2021-11-24", .supervision, "区旧改办组织七方共同验收，\(held.defects.count) 处问题整改后通过", "plan 6.6")
    try await story.take(
      ReviewFinalAccounts(
        project: project, total: sample.accounts, document: try await paper("决算审核报告", .funding, as: .finance)), as: .finance,
      on: "2022-01-14")
    say.told("2022-01-14", .funding, "区财政局审核决算：\(sample.accounts) 元（预算 \(sample.budget) 元）", "plan 5.4")
  }

  mutating func evaluation() async throws {
    if sample.through != .handedOver { return }
    say.chapter("九、市综合考评，以奖代补")
    let reward = PayReward(
      project: project, transaction: "REWARD-1", amount: sample.amount(.city), clearedOn: "2022-02-08", level: .prefecture,
      allocation: try await paper("奖补资金下达文件", .funding, as: .finance))
    if meets(.rewardEarly) {
      try await story.expectRefusal(
        reward, as: .finance, on: "2022-02-08", rule: "evaluation.recorded", says: "市旧改办尚未考评，不能兑付奖补资金")
    }
    if meets(.linkEarly) {
      try await story.expectRefusal(
        try await link(), as: .finance, on: "2022-02-08", rule: "evaluation.recorded", says: "没有考评结果，不能决定奖补")
    }
    try await story.take(
      Evaluate(
        project: project, evaluator: try story.organisation(of: .cityRenovationOffice), works: .good, management: .adequate,
        report: try await paper("综合考评报告", .supervision, as: .cityRenovationOffice)), as: .cityRenovationOffice,
      on: "2022-03-10")
    say.told("2022-03-10", .supervision, "市旧改办综合考评：工程良好，管理合格", "plan 6.6")
    try await story.take(try await link(), as: .finance, on: "2022-03-18")
    let paid = try await story.take(
      PayReward(
        project: project, transaction: "REWARD-1", amount: sample.amount(.city), clearedOn: "2022-03-25", level: .prefecture,
        allocation: reward.allocation), as: .finance, on: "2022-03-25")
    say.told("2022-03-25", .funding, "以奖代补：决定 \(paid.decided) 元，已兑付 \(paid.paid) 元", "plan 6.6")
  }

  mutating func handover() async throws {
    if sample.through != .handedOver { return }
    say.chapter("十、移交管理")
    let company = try story.organisation(of: .propertyCompany)
    let arranged = try await story.take(
      HandOver(
        project: project, asset: .everythingElse, part: "改造后的小区", giver: try story.organisation(of: .subdistrict),
        receiver: company, receiverRole: .propertyCompany, lastOfClass: true, jointAcceptance: nil,
        papers: [try await paper("移交清单", .supervision)]), as: .subdistrict, on: "2022-04-12")
    try await story.take(
      TakeOver(project: project, handover: arranged.handover, receipt: nil), as: .propertyCompany, on: "2022-04-13")
    try await story.take(
      FixManagementMode(
        project: project, mode: .propertyCompany, manager: company, covenant: try await paper("居民文明公约", .supervision),
        decision: try await paper("选聘决定", .supervision)), as: .subdistrict, on: "2022-04-20")
    say.told("2022-04-20", .supervision, "移交“红色物业”管理，居民文明公约订立", "plan 5.2, plan 6.7")
  }

  private func held(without absent: AcceptancePartyKind?, faults: [AcceptanceFault]) async throws -> RecordAcceptance {
    let parties: [(AcceptancePartyKind, OrganisationID)] = [
      (.renovationOffice, try story.organisation(of: .renovationOffice)), (.subdistrict, try story.organisation(of: .subdistrict)),
      (.residentsCommittee, try story.organisation(of: .residentsCommittee)),
      (sample.members > 0 ? .ownersBody : .residentRepresentatives, try story.organisation(of: .ownersBody)),
      (.designer, "sample-design-institute"), (.supervisor, "sample-supervisors"), (.contractor, "sample-builder"),
    ]
    return RecordAcceptance(
      project: project,
      parties: try Listing(
        parties.filter { $0.0 != absent }.map {
          AcceptanceParty(party: $0.0, organisation: $0.1, stance: faults.isEmpty ? .agrees : .agreesOnceFixed)
        }),
      faults: try Listing(faults), minutes: try await paper("共同验收纪要", .supervision, as: .renovationOffice))
  }

  private func passing(_ acceptance: AcceptanceID) async throws -> PassAcceptance {
    PassAcceptance(
      project: project, acceptance: acceptance, report: try await paper("竣工验收报告", .supervision, as: .renovationOffice))
  }

  private func link() async throws -> RecordEvaluationLink {
    RecordEvaluationLink(
      project: project, consequence: .rewarded, amount: sample.amount(.city),
      evaluation: try await paper("综合考评结果", .funding, as: .finance), reason: "综合考评良好，按以奖代补兑付")
  }
}
