import Foundation

/// The text of a file as offices have it: UTF-8 with or without a byte order mark, else GB18030.
enum CSVText {
  /// - Throws: `ImportFaults` that name the lines whose bytes are no text.
  static func decode(_ data: Data, file: String) throws -> String {
    var bytes = data
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark { bytes = Data(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw ImportFaults(
        file: file,
        faults: [
          ImportFault(
            line: 1, column: nil, title: nil, zh: "文件是 UTF-16 编码，请另存为“CSV UTF-8”。",
            en: "the file is UTF-16; save it as CSV UTF-8")
        ])
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }

    // Line by line, because Foundation does not say where the bad bytes are. A line feed is no part of any longer
    // character in either encoding.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var national: [String] = []
    var badInUTF8: [Int] = []
    var badInGB18030: [Int] = []
    var goodChineseInUTF8 = 0
    for (index, line) in lines.enumerated() {
      let isPlain = line.allSatisfy { $0 < 0x80 }
      if isPlain {
        national.append(String(decoding: line, as: UTF8.self))
        continue
      }
      if String(validating: line, as: UTF8.self) == nil { badInUTF8.append(index + 1) } else { goodChineseInUTF8 += 1 }
      if let text = String(data: Data(line), encoding: gb18030) {
        national.append(text)
      } else {
        badInGB18030.append(index + 1)
      }
    }
    // Chinese in GB18030 is hardly ever valid UTF-8: where most lines are, the file is UTF-8 with damaged lines.
    let isUTF8 = hasMark || goodChineseInUTF8 > badInUTF8.count
    let bad = isUTF8 ? badInUTF8 : badInGB18030
    guard bad.isEmpty else {
      let name = isUTF8 ? "UTF-8" : "GB18030"
      throw ImportFaults(
        file: file,
        faults: bad.map {
          ImportFault(
            line: $0, column: nil, title: nil, zh: "这一行有不是 \(name) 文字的字节，请在原表中核对后重新导出。",
            en: "this line has bytes that are not \(name) text; check it in the original and export again")
        })
    }
    return national.joined(separator: "\n")
  }

  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}
