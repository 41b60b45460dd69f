import DomainModel

/// Figures as operators read them.
struct Figures {
  let language: Language

  /// `12,345`.
  func count(_ number: Int64) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `1.2 GiB`, cut, not rounded, so that nothing looks larger than it is.
  func bytes(_ bytes: Int64) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]
    var tenths = bytes.multipliedReportingOverflow(by: 10).overflow ? bytes / 1024 * 10 : bytes * 10
    var unit = bytes.multipliedReportingOverflow(by: 10).overflow ? 1 : 0
    while tenths >= 10_240, unit < units.count - 1 {
      tenths /= 1024
      unit += 1
    }
    return unit == 0 ? "\(bytes) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// `20.1 GiB 45%`; the share is left out where the size is not known.
  func disk(free: Int64, size: Int64?) -> String {
    guard let size, size >= 100 else { return bytes(free) }
    return "\(bytes(free)) \(free / (size / 100))%"
  }

  /// The two largest units: `3天4小时`, `3d 4h`.
  func duration(_ seconds: Int64) -> String {
    let units: [(seconds: Int64, zh: String, en: String)] = [
      (86_400, "天", "d"), (3600, "小时", "h"), (60, "分", "m"), (1, "秒", "s"),
    ]
    guard let first = units.firstIndex(where: { seconds >= $0.seconds }) else { return language == .zh ? "0秒" : "0s" }
    var parts: [String] = []
    var rest = seconds
    for unit in units[first...].prefix(2) {
      let amount = rest / unit.seconds
      rest %= unit.seconds
      if amount > 0 { parts.append("\(amount)\(language == .zh ? unit.zh : unit.en)") }
    }
    return parts.joined(separator: language == .zh ? "" : " ")
  }

  /// `2024-03-01 10:03:04`, in the office's time: Asia/Shanghai.
  func moment(_ instant: Instant) -> String {
    let local = Instant(milliseconds: instant.milliseconds + 8 * 3_600_000).description
    return "\(local.prefix(10)) \(local.dropFirst(11).prefix(8))"
  }
}
