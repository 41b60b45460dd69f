import Foundation

/// An entity's index entries as one value, sorted, each part behind its length. Equal sets have equal bytes.
enum PackedIndexes {
  static func data(_ entries: [IndexEntry]) -> Data {
    if entries.isEmpty { return Data() }
    var data = Data()
    var previous: IndexEntry?
    for entry in entries.sorted(by: precedes) where entry != previous {
      append(entry.name, to: &data)
      append(entry.value, to: &data)
      previous = entry
    }
    return data
  }

  static func entries(in data: Data) -> [IndexEntry] {
    var rest = data[...]
    var entries: [IndexEntry] = []
    while let name = take(from: &rest), let value = take(from: &rest) {
      entries.append(IndexEntry(name: name, value: value))
    }
    return entries
  }

  static func precedes(_ left: IndexEntry, _ right: IndexEntry) -> Bool {
    left.name.hasSameBytes(as: right.name) ? left.value.precedes(right.value) : left.name.precedes(right.name)
  }

  private static func append(_ text: String, to data: inout Data) {
    withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: text.utf8)
  }

  private static func take(from rest: inout Data) -> String? {
    guard rest.count >= 4 else { return nil }
    let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    rest = rest.dropFirst(4)
    guard rest.count >= length else { return nil }
    defer { rest = rest.dropFirst(length) }
    return String(decoding: rest.prefix(length), as: UTF8.self)
  }
}
