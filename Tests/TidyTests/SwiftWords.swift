/// The words and signs of a Swift source, without comments and without what stands in string literals, so that a rule
/// about code is not broken by a sentence that speaks of it.
struct SwiftWords {
  struct Word: Equatable {
    let text: String
    /// Counted from 1.
    let line: Int
    /// Nothing stands between it and the word before.
    var isJoined = false
  }

  let words: [Word]

  init(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    reader.readCode(until: nil)
    words = reader.words
  }

  /// The places, by index of the first word, where these words follow each other with nothing between them.
  func places(of sequence: [String]) -> [Int] {
    guard let first = sequence.first, words.count >= sequence.count else { return [] }
    return words.indices.filter { index in
      words[index].text == first && index + sequence.count <= words.count
        && sequence.indices.allSatisfy { words[index + $0].text == sequence[$0] && ($0 == 0 || words[index + $0].isJoined) }
    }
  }

  /// The places where these words follow each other, with or without space between them.
  func places(ofWords sequence: [String]) -> [Int] {
    words.indices.dropLast(max(0, sequence.count - 1)).filter { index in
      sequence.indices.allSatisfy { words[index + $0].text == sequence[$0] }
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0
    var line = 1
    var words: [Word] = []
    private var end = -1

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    private func byte(_ offset: Int = 0) -> UInt8? { place + offset < bytes.count ? bytes[place + offset] : nil }

    private mutating func step(_ count: Int = 1) {
      for _ in 0..<count where place < bytes.count {
        if bytes[place] == 10 { line += 1 }
        place += 1
      }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte == 95 || byte >= 128
    }

    /// Reads code to the end, or to the parenthesis that closes an interpolation.
    mutating func readCode(until closing: UInt8?) {
      var depth = 0
      while let next = byte() {
        switch next {
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
          while let skipped = byte(), skipped != 10 { _ = skipped; step() }
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
          readComment()
        case UInt8(ascii: "#") where marksString():
          readString()
        case UInt8(ascii: "\""):
          readString()
        case UInt8(ascii: "("):
          depth += 1
          add(next)
        case UInt8(ascii: ")"):
          if depth == 0, closing != nil { return step() }
          depth -= 1
          add(next)
        case 32, 9, 10, 13:
          step()
        case _ where Reader.isWord(next):
          let (start, at) = (place, line)
          while let part = byte(), Reader.isWord(part) { step() }
          words.append(
            Word(text: String(decoding: bytes[start..<place], as: UTF8.self), line: at, isJoined: end == start))
          end = place
        default:
          add(next)
        }
      }
    }

    private mutating func add(_ sign: UInt8) {
      words.append(Word(text: String(decoding: [sign], as: UTF8.self), line: line, isJoined: end == place))
      step()
      end = place
    }

    private func marksString() -> Bool {
      var offset = 0
      while byte(offset) == UInt8(ascii: "#") { offset += 1 }
      return byte(offset) == UInt8(ascii: "\"")
    }

    private mutating func readComment() {
      var depth = 0
      repeat {
        if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
          depth += 1
          step(2)
        } else if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
          depth -= 1
          step(2)
        } else {
          step()
        }
      } while depth > 0 && place < bytes.count
    }

    private mutating func readString() {
      var hashes = 0
      while byte() == UInt8(ascii: "#") {
        hashes += 1
        step()
      }
      let quotes = byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"") ? 3 : 1
      step(quotes)
      while byte() != nil {
        if has(UInt8(ascii: "\""), quotes, then: hashes) { return step(quotes + hashes) }
        if byte() == UInt8(ascii: "\\"), has(UInt8(ascii: "\\"), 1, then: hashes) {
          step(1 + hashes)
          if byte() == UInt8(ascii: "(") {
            step()
            readCode(until: UInt8(ascii: ")"))
          } else {
            step()
          }
        } else {
          step()
        }
      }
    }

    private func has(_ sign: UInt8, _ count: Int, then hashes: Int) -> Bool {
      for offset in 0..<count where byte(offset) != sign { return false }
      for offset in 0..<hashes where byte(count + offset) != UInt8(ascii: "#") { return false }
      return true
    }
  }
}
