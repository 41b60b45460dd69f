import DomainModel
import Yams

/// Reads what a value rests on: articles in a city's pack, a reason in our own file.
enum BasisReader {
  private enum Key: String, CodingKey { case cites, reason, amb }

  /// The citations of the value at this spot; empty, with the fault noted, when there is none.
  static func read(_ decoder: NodeDecoder) throws -> [Citation] {
    let container = decoder.container(keyedBy: Key.self)
    switch decoder.session.standing {
    case .plain: return []
    case .document:
      guard container.contains(.cites) else {
        decoder.session.fault(
          .missingCitation, at: decoder.spot, zh: "缺少依据，请加上 cites，如 cites: [plan 3.3]。",
          en: "the citation is missing; add cites, such as cites: [plan 3.3]")
        return []
      }
      return try container.decode(CitationList.self, forKey: .cites).citations
    case .recommended:
      // Entries of a list rest on the reason that the list gives.
      let own = Citation(instrument: Recommendation.instrument, article: decoder.spot.path)
      guard container.contains(.reason) else {
        if !decoder.isInsideValue {
          decoder.session.fault(
            .missingReason, at: decoder.spot, zh: "我方默认值应说明理由，请加上 reason: {zh: …, en: …}。",
            en: "a default of ours gives its reason; add reason: {zh: …, en: …}")
        }
        return [own]
      }
      let reason = try decoder.insideValue.container(keyedBy: Key.self).decode(Bilingual.self, forKey: .reason)
      let amb = try container.decodeIfPresent(AmbiguityID.self, forKey: .amb)
      decoder.session.note(Recommendation(path: decoder.spot.path, amb: amb, reason: reason), at: decoder.spot.path)
      return [own]
    }
  }
}

/// A list of articles, each checked and noted with its place.
struct CitationList: Decodable {
  let citations: [Citation]

  init(from decoder: any Decoder) throws {
    let decoder = NodeDecoder.reading(decoder)
    var container = decoder.unkeyedContainer()
    var citations: [Citation] = []
    while !container.isAtEnd {
      let place = container.currentIndex
      let citation = try container.decode(Citation.self)
      decoder.session.note(citation, at: decoder.spot.element(place, decoder.spot.node?.sequence?[place]))
      citations.append(citation)
    }
    if citations.isEmpty {
      decoder.session.fault(
        .missingCitation, at: decoder.spot, zh: "依据为空，请写明条款，如 [plan 3.3]。", en: "no article is cited; name one, such as [plan 3.3]")
    }
    self.citations = citations
  }
}
