import DomainModel

/// What no single value of a pack shows: that its parts speak of each other rightly.
struct PackChecks {
  let session: LoadSession
  let pack: PackFile

  func run(defaults: RecommendedDefaults?) {
    header()
    instruments()
    catalogue()
    survey()
    papers()
    course()
    gates(defaults)
    bands()
  }

  private func header() {
    if let validity = pack.pack.validity.value, let until = validity.until, until < validity.from {
      session.fault(.wrongOrder, path: "pack.validity", zh: "有效期的终止日早于起始日。", en: "the validity ends before it begins")
    }
    if pack.pack.status == .inForce, pack.pack.validity.isSilent {
      session.fault(
        .wrongValue, path: "pack.validity", zh: "现行有效的文件应写明有效期的起始日。", en: "rules in force name the day they begin")
    }
  }

  private func instruments() {
    let known = pack.instruments.keys
    if known.contains(Recommendation.instrument) {
      session.fault(
        .wrongName, path: "instruments", zh: "“recommended”是系统默认值的名称，文件请另取简称。",
        en: "recommended is the name of our own defaults; give the document another key")
    }
    for (key, instrument) in pack.instruments {
      let unknown = Set(instrument.unknown ?? [])
      let path = "instruments.\(key)"
      if (instrument.title == nil) != unknown.contains(.title) || (instrument.title == nil) != (instrument.calledHere != nil) {
        session.fault(
          .wrongValue, path: path, zh: "没有标题的文件应在 unknown 中写明 title，并以 calledHere 另拟名称；有标题的不写。",
          en: "a document without a title says so under unknown and is named by calledHere; one with a title has neither")
      }
      let given: Set<Instrument.Unknown> = Set(
        [
          instrument.number.map { _ in .number }, instrument.issuer.map { _ in .issuer },
          instrument.dated.map { _ in .dated }, instrument.inForce.map { _ in .inForce },
        ].compactMap { $0 })
      if let both = unknown.intersection(given).map(\.rawValue).sorted().first {
        session.fault(
          .wrongValue, path: path, zh: "“\(both)”既已写明，又列为不详。", en: "\(both) is given and listed as unknown")
      }
    }
    for (citation, spot) in session.citations where !known.contains(citation.instrument) {
      let nearest = NearestWord.to(citation.instrument, among: known)
      session.fault(
        .unknownInstrument, at: spot,
        zh: "所引文件“\(citation.instrument)”未在 instruments 中列出\(nearest.map { "，是否应为“\($0)”" } ?? "")。",
        en: "the cited \(citation.instrument) is not listed under instruments\(nearest.map { "; did you mean \($0)" } ?? "")")
    }
  }

  private func catalogue() {
    repeated(pack.catalogue.items.map(\.code.rawValue), at: "catalogue.items", zh: "项目编号", en: "item code")
    repeated(pack.catalogue.items.map(\.key.rawValue), at: "catalogue.items", zh: "项目标识", en: "item key")
    repeated(pack.catalogue.aspects.map(\.code.rawValue), at: "catalogue.aspects", zh: "方面编号", en: "aspect")
    let digits = (pack.catalogue.tiers.value ?? []).map(\.item)
    for (index, item) in pack.catalogue.items.enumerated() {
      let path = "catalogue.items[\(index)]"
      if !pack.catalogue.aspects.contains(where: { item.code.rawValue.hasPrefix($0.code.rawValue) }) {
        session.fault(.unknownReference, path: path, zh: "编号 \(item.code) 不属于任何方面。", en: "no aspect holds the code \(item.code)")
      }
      if let tier = item.tier, let text = digits.first(where: { $0.tier == tier }),
        !item.code.rawValue.dropFirst().hasPrefix(String(text.digit))
      {
        session.fault(
          .wrongValue, path: path, zh: "编号 \(item.code) 与类别 \(tier.rawValue) 不符。",
          en: "the code \(item.code) is not of the tier \(tier.rawValue)")
      }
    }
    let facilities = pack.terms.planning.publicFacilities.value?.items ?? []
    for key in (pack.terms.funding.excludedItems.value ?? []) + (pack.catalogue.compulsory.value ?? []) + facilities
    where pack.catalogue.item(key) == nil {
      session.fault(.unknownReference, path: "catalogue.items", zh: "目录中没有 \(key)。", en: "the catalogue has no item \(key)")
    }
  }

  /// A special plan is asked for by checks that the survey makes.
  private func survey() {
    let checks = Set((pack.terms.survey.checks.value ?? []).map(\.item.code))
    for code in pack.terms.survey.hazardPlan?.value ?? [] where !checks.contains(code) {
      session.fault(
        .unknownReference, path: "survey.hazardPlan", zh: "survey.checks 中没有 \(code)。",
        en: "survey.checks has no \(code)")
    }
  }

  private func papers() {
    let forms = Set((pack.forms.value ?? []).map(\.item.code))
    repeated((pack.forms.value ?? []).map(\.item.code.rawValue), at: "forms", zh: "表格", en: "form")
    repeated((pack.packages.value ?? []).map(\.item.code.rawValue), at: "packages", zh: "材料清单", en: "package")
    for (number, package) in (pack.packages.value ?? []).enumerated() {
      for (index, item) in package.item.items.enumerated() {
        let path = "packages[\(number)].items[\(index)]"
        if let form = item.form, !forms.contains(form) {
          session.fault(.unknownReference, path: path, zh: "没有表格 \(form)。", en: "there is no form \(form)")
        }
        if item.form == nil, item.zh == nil || item.en == nil {
          session.fault(.missingKey, path: path, zh: "材料应写明 form，或 zh 与 en。", en: "an item names a form, or zh and en")
        }
      }
    }
    for (name, round) in [("willingness", pack.terms.rounds.willingness), ("plan", pack.terms.rounds.plan)] {
      let named = (round.forms.value.map { [$0.individual, $0.summary] } ?? []) + (round.approversSign.value ?? [])
      for form in named where !forms.contains(form) {
        session.fault(
          .unknownReference, path: "rounds.\(name)", zh: "没有表格 \(form)。", en: "there is no form \(form)")
      }
    }
  }

  private func course() {
    repeated(pack.stages.map(\.item.code.rawValue), at: "stages", zh: "阶段编号", en: "stage code")
    repeated(pack.stages.map(\.item.id.rawValue), at: "stages", zh: "阶段标识", en: "stage id")
    for (index, pair) in zip(pack.stages, pack.stages.dropFirst()).enumerated() where pair.0.item.order > pair.1.item.order {
      session.fault(
        .wrongOrder, path: "stages[\(index + 1)]", zh: "阶段应按 order 先后排列。", en: "stages stand in the order of their numbers")
    }
  }

  private func gates(_ defaults: RecommendedDefaults?) {
    repeated(
      pack.gates.map { "\($0.step)\($0.case.map { " (\($0))" } ?? "")" }, at: "gates", zh: "步骤", en: "step")
    let packages = Set((pack.packages.value ?? []).map(\.item.code))
    for (number, step) in pack.gates.enumerated() {
      for (index, rule) in step.gate.enumerated() {
        let path = "gates[\(number)].gate[\(index)]"
        if let package = rule.parameters.package, !packages.contains(package) {
          session.fault(.unknownReference, path: path, zh: "没有材料清单 \(package)。", en: "there is no package \(package)")
        }
        if case .recommended(let ours) = rule.basis, let defaults, defaults.recommendations[ours] == nil {
          let nearest = NearestWord.to(ours, among: defaults.recommendations.keys)
          session.fault(
            .unknownReference, path: path,
            zh: "默认值文件中没有“\(ours)”\(nearest.map { "，是否应为“\($0)”" } ?? "")。",
            en: "our defaults hold no \(ours)\(nearest.map { "; did you mean \($0)" } ?? "")")
        }
      }
    }
  }

  private func bands() {
    let bounds = (pack.terms.approvals.bands.value ?? []).map(\.item.maxInclusive)
    if zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
      session.fault(.wrongOrder, path: "approvals.bands", zh: "投资档次应由低到高排列。", en: "investment bands stand from low to high")
    }
  }

  private func repeated(_ names: [String], at path: String, zh: String, en: String) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      session.fault(.repeated, path: "\(path)[\(index)]", zh: "\(zh) \(name) 重复。", en: "the \(en) \(name) is given twice")
    }
  }
}
