/// First in, first out, without moving what is left.
struct WaitingLine<Element> {
  private var elements: [Element] = []
  private var head = 0

  var isEmpty: Bool { head == elements.count }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  mutating func popFirst() -> Element? {
    guard !isEmpty else { return nil }
    let first = elements[head]
    head += 1
    if head == elements.count {
      elements.removeAll(keepingCapacity: head < 4_096)
      head = 0
    } else if head >= 4_096, head * 2 >= elements.count {
      elements.removeFirst(head)
      head = 0
    }
    return first
  }

  /// Takes out what `isMeant` picks.
  mutating func remove(where isMeant: (Element) -> Bool) -> [Element] {
    var kept: [Element] = []
    var removed: [Element] = []
    for element in elements[head...] {
      if isMeant(element) { removed.append(element) } else { kept.append(element) }
    }
    if !removed.isEmpty {
      elements = kept
      head = 0
    }
    return removed
  }
}
