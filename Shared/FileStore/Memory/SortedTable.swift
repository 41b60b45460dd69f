/// A dictionary that also keeps its keys in order: a table and its primary key.
struct SortedTable<Key: Hashable & Comparable & Sendable, Value: Sendable>: Sendable {
  private(set) var keys: [Key] = []
  private var values: [Key: Value] = [:]

  subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      let isNew = values[key] == nil
      values[key] = newValue
      let place = firstIndex(notBefore: key)
      if isNew && newValue != nil { keys.insert(key, at: place) }
      if !isNew && newValue == nil { keys.remove(at: place) }
    }
  }

  /// Rows in the order of their keys, from `start` on as long as `belongs` holds; those that `matches` holds for.
  func rows(
    from start: Key? = nil, limit: Int = .max, while belongs: (Key) -> Bool = { _ in true },
    where matches: (Key, Value) -> Bool = { _, _ in true }
  ) -> [(key: Key, value: Value)] {
    var found: [(key: Key, value: Value)] = []
    for key in keys[(start.map(firstIndex(notBefore:)) ?? 0)...] {
      guard found.count < limit, belongs(key) else { break }
      if let value = values[key], matches(key, value) { found.append((key, value)) }
    }
    return found
  }

  private func firstIndex(notBefore key: Key) -> Int {
    var low = keys.startIndex
    var high = keys.endIndex
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
