import Foundation
import Testing

@testable import Forms

@Suite("QR codes")
struct QRCodeTests {
  /// Codes made by another encoder, each row of modules as a hexadecimal number.
  struct Known: Sendable, CustomTestStringConvertible {
    let text: String
    let version: Int
    let mask: Int
    let rows: String

    var testDescription: String { "version \(version)" }
  }

  static let known = [
    Known(
      text: "jiugai", version: 1, mask: 0,
      rows: """
        1fc67f 105841 17455d 174f5d 175b5d 104241 1fd57f 0 154912 19b2af efaef 1503b3 e4ae8 1063 1fc91f
        104443 175143 1746b2 1756f9 104382 1fd6d3
        """),
    Known(
      text: "330382-2024-0007/R1", version: 2, mask: 2,
      rows: """
        1fc377f 104fb41 175a15d 175885d 175c45d 1055341 1fd557f 1d500 17c437c 1b3088a 1befe49 190ea0a
        1765775 10b808a 12ff2d5 178264a 13d63f5 15d1e 1fc8d59 1055b1a 17517f5 175c27b 175320d 104a5a9
        1fd22ff
        """),
    Known(
      text: "jiugai:1:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1:1", version: 4, mask: 2,
      rows: """
        1fc6da77f 104ae1841 175081f5d 17565e55d 17522225d 105474841 1fd55557f 1965900 17c3bc07c 133c027e1
        13793453c 1c896197f ee92d418 1f9bf2ae9 14c30402e 92ed68a5 1270dd019 fbf0abef bf82c44c 63106f7c
        15f0fd190 1a2ee26e5 16cb34c4e 1493e4c44 13c5fd1f1 1bb271f 1fc8b4358 10539091e 175d051f3 175a36e3b
        1755881cc 104492a44 1fd54d3aa
        """),
    Known(
      text: String(repeating: "x", count: 115), version: 7, mask: 0,
      rows: """
        1fcdfb2dd17f 105bce877a41 1741c4d2225d 174ba178835d 175e4bfddf5d 10448b177041 1fd55555557f 5831ddf00
        1549d5f77612 18ac73e2202d f7871688987 4a1893ddfd2 1ed7eca77678 1b294592202d e75b2f88987 895c8addfd2
        1c57cdc77678 6a567d2202d 155572788987 1425d82ddfd2 11f40df777f8 714b712211d d53f9588b57 131d5d1ddf12
        19f04bf775f8 1ea33972228d c41f1288ad7 13a35a8ddd71 1fc86ed77529 1eb82272228d e78cc188ad7
        15ba3aaddd72 164024d77528 133c3572228d 1789da88ad7 f3a5acddd72 1373b7f775f8 1fa512231d 1fc61f588957
        104a991ddf12 17523df777f8 1746a66221dd 175d10488b77 104991ddde22 1fd92f77748b
        """),
    Known(
      text: String(repeating: "0123456789", count: 21) + "abc", version: 10, mask: 2,
      rows: """
        1fc15c514925e7f 1043c6fc85ea241 175badb17a53e5d 175835a285aca5d 1759e657ea1725d 1052ae8447c8441
        1fd55555555557f 1042dc7217c00 17c40e2fcd60a7c 33699d2492493f 1c6afbc97ca4ec 1136ca41f29fb95
        15dd598e01ac2a8 1c965db86b06903 1176b8b4a7e86f4 1585bf513e5f196 1b56e42ec924a2a e8cb8db5824937
        652866a85f95cc 19aca1717a1f194 1d682a6e01a86e8 5b80c946b06917 1151231394fa6e4 53b08f17217b17
        1bc5c82ec924a2a 178aa3934835927 df514f7c7c85f8 1b1da5dc7217d14 f53f5e545e815a f1134547a17b1f
        17fe4f9fe5e87f0 4a7ab44b29fbc6 c27ec5cd60c18 3870c7249248e2 b5850f967e840f 11afc406be5f3e4
        94676adc1ac198 8137a16ab17b67 47ed78a45ca420 99f974ba13ff6 f597d6d4d64899 1c88e0d249249a7
        13674e2854fa60c 9a2c21eb217bc5 177c1ca141ac15a d891e56ab06a2f 14d32ada57c8434 1f2f7c17be9fbe7
        5222e7c9249f8 17e21c5835b1f 1fca8c2565e8758 105ab8f4729fb14 1755a1e7c5e85f8 1757179d7a06a14
        1759345a05f95a4 104bbb487a1f114 1fd207208920fea
        """),
  ]

  @Test("are module for module those of another encoder", arguments: known)
  func sameAsOthers(_ known: Known) throws {
    let code = try QRCode(known.text)
    #expect(code.version == known.version)
    #expect(code.mask == known.mask)
    let rows = code.modules.map { row in
      String(row.reduce(UInt64(0)) { $0 << 1 | ($1 ? 1 : 0) }, radix: 16)
    }
    #expect(rows == known.rows.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  @Test("correct errors as the standard's worked example does")
  func correction() {
    let data: [UInt8] = [
      0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
    ]
    let expected: [UInt8] = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
    #expect(ReedSolomon(count: 10).codewords(for: data) == expected)
  }

  @Test("name level and mask as the standard's example does")
  func format() {
    #expect(QRField.formatBits(mask: 0b101) == 0b100_0000_1100_1110)
  }

  @Test("hold what the standard's table says, and not a byte more")
  func capacity() throws {
    let table = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
    #expect(QRVersion.all.map(\.bytes) == table)
    #expect(QRCode.longest == 213)
    for (place, bytes) in table.enumerated() {
      #expect(try QRCode(String(repeating: "a", count: bytes)).version == place + 1)
    }
    #expect(try QRCode(String(repeating: "a", count: 15)).version == 2)
    #expect(throws: QRCode.TooLong(bytes: 214)) { try QRCode(String(repeating: "a", count: 214)) }
    #expect(throws: QRCode.TooLong(bytes: 216)) { try QRCode(String(repeating: "旧", count: 72)) }
  }

  @Test("are drawn dark module by dark module, with four light ones around")
  func drawing() throws {
    let code = try QRCode("jiugai")
    let drawn = code.svg
    #expect(drawn.contains("viewBox=\"0 0 29 29\""))
    let widths = drawn.matches(of: /h(\d+)v1/).compactMap { Int($0.1) }
    #expect(widths.reduce(0, +) == code.modules.joined().count { $0 })
    #expect(drawn.contains("M4 4h7v1h-7z"), "the first finder's upper edge")
  }
}
