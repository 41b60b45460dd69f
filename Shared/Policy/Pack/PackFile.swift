import DomainModel

/// One edition of a city's rules, as its file states them.
public struct PackFile: Decodable, Sendable {
  public let pack: PackHeader
  /// The documents that this pack cites, by short key.
  public let instruments: [String: Instrument]
  public let terms: Terms
  public let forms: Provision<[Cited<Paper>]>
  public let packages: Provision<[Cited<Package>]>
  public let catalogue: Catalogue
  /// In the order of the course.
  public let stages: [Cited<Stage>]
  public let gates: [GateStep]
  public let senders: Provision<[Cited<SenderRule>]>
  public let duties: Provision<[Cited<Duty>]>
  /// Sentences for forms and notices, in our words.
  public let texts: Provision<[Cited<Coded>]>

  private enum CodingKeys: String, CodingKey {
    case pack, instruments, forms, packages, catalogue, stages, gates, senders, duties, texts
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    pack = try container.decode(PackHeader.self, forKey: .pack)
    instruments = try container.decode([String: Instrument].self, forKey: .instruments)
    terms = try Terms(from: decoder)
    forms = try container.decode(Provision<[Cited<Paper>]>.self, forKey: .forms)
    packages = try container.decode(Provision<[Cited<Package>]>.self, forKey: .packages)
    catalogue = try container.decode(Catalogue.self, forKey: .catalogue)
    stages = try container.decode([Cited<Stage>].self, forKey: .stages)
    gates = try container.decode([GateStep].self, forKey: .gates)
    senders = try container.decode(Provision<[Cited<SenderRule>]>.self, forKey: .senders)
    duties = try container.decode(Provision<[Cited<Duty>]>.self, forKey: .duties)
    texts = try container.decode(Provision<[Cited<Coded>]>.self, forKey: .texts)
  }
}
