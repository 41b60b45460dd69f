import Yams

/// A value of a file, or the place where one is missing.
struct Spot {
  /// Nil where nothing stands; what is read there is a stand-in, and no further fault is told about it.
  let node: Node?
  /// `rounds.plan.quorum`, `gates[3].gate[0]`; empty for the file's root.
  let path: String
  let place: Place

  var isAbsent: Bool { node == nil }

  /// The file's root.
  init(root: Node) { self.init(root, path: "", place: .beginning) }

  /// The root of a file that is not there.
  static var nothing: Spot { Spot(nil, path: "", place: .wholeFile) }

  private init(_ node: Node?, path: String, place: Place) {
    self.node = node
    self.path = path
    self.place = node?.mark.map(Place.init) ?? place
  }

  /// The same place without its value.
  var emptied: Spot { Spot(nil, path: path, place: place) }

  func child(_ key: String, _ node: Node?) -> Spot {
    Spot(node, path: path.isEmpty ? key : "\(path).\(key)", place: place)
  }

  func element(_ index: Int, _ node: Node?) -> Spot { Spot(node, path: "\(path)[\(index)]", place: place) }
}
