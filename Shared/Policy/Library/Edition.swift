import DomainModel

/// One edition of a city's rules as services use it: the file, its hash, and our defaults for what it leaves silent.
public final class Edition: Sendable {
  /// Pack, edition and hash, as events name them.
  public let identity: PackEdition
  public let file: PackFile
  public let defaults: RecommendedDefaults

  init(identity: PackEdition, file: PackFile, defaults: RecommendedDefaults) {
    self.identity = identity
    self.file = file
    self.defaults = defaults
  }

  /// The parameters of the document; silent where it is. See `settled` for what applies.
  public var terms: Terms { file.terms }

  /// What the document itself says about a parameter.
  public func stated<Value>(_ parameter: KeyPath<Terms, Provision<Value>>) -> Provision<Value> {
    file.terms[keyPath: parameter]
  }

  /// What the document itself says about a parameter that editions written before it leave out.
  public func stated<Value>(_ parameter: KeyPath<Terms, Provision<Value>?>) -> Provision<Value> {
    file.terms[keyPath: parameter] ?? .silent
  }

  /// What applies for a parameter: the document's word, else our default, marked as ours.
  public func settled<Value>(_ parameter: KeyPath<Terms, Provision<Value>>) -> Settled<Value> {
    if case .stated(let value, let citations) = file.terms[keyPath: parameter] { return .document(value, citations) }
    guard case .stated(let value, let citations) = defaults.file.terms[keyPath: parameter],
      let why = citations.first.flatMap(defaults.recommendation(for:))
    else { return .open }
    return .recommended(value, why)
  }

  /// The rules that guard a step; empty for a step that this pack does not guard.
  public func gate(of step: WireName, case name: Identifier<SlugKind>? = nil) -> [GateRule] {
    file.gates.first { $0.step == step && $0.case == name }?.gate ?? []
  }

  /// The roles that alone may send a message here; nil where the pack does not narrow it.
  public func senders(of message: WireName) -> Set<Role>? {
    file.senders.value?.first { $0.item.message == message }.map { Set($0.item.roles) }
  }

  /// A stage by its code, with its articles.
  public func stage(_ code: StageCode) -> Cited<Stage>? { file.stages.first { $0.item.code == code } }

  /// An official form by its code.
  public func form(_ code: Identifier<SlugKind>) -> Cited<Paper>? { file.forms.value?.first { $0.item.code == code } }

  /// A package of papers by its code.
  public func package(_ code: Identifier<SlugKind>) -> Cited<Package>? {
    file.packages.value?.first { $0.item.code == code }
  }

  /// A coded text of the document.
  public func text(_ code: Identifier<SlugKind>) -> Cited<Coded>? { file.texts.value?.first { $0.item.code == code } }

  /// The document behind a citation.
  public func instrument(of citation: Citation) -> Instrument? { file.instruments[citation.instrument] }
}

extension Edition: Hashable {
  /// One file, one edition: the hash says all.
  public static func == (left: Edition, right: Edition) -> Bool { left.identity == right.identity }

  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
