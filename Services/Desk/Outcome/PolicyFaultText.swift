import Contracts
import DomainModel
import Policy
import Terminal

/// The faults of policy files, as editors and people read them.
enum PolicyFaultText {
  static func show(_ faults: PackFaults, _ output: OutputOptions) {
    guard !output.json else { return print(json(faults).text) }
    output.note(faults.faults.map { line($0, output) }.joined(separator: "\n"))
    output.note(Style.bad.paint(output.say("共 \(faults.faults.count) 处", "\(faults.faults.count) faults")))
  }

  static func json(_ faults: PackFaults) -> JSONValue {
    [
      "faults": .array(
        faults.faults.map { fault -> JSONValue in
          [
            "code": .string(fault.code.rawValue), "file": .string(fault.file), "line": .integer(Int64(fault.line)),
            "column": .integer(Int64(fault.column)), "path": .string(fault.path), "zh": .string(fault.zh),
            "en": .string(fault.en),
          ]
        })
    ]
  }

  private static func line(_ fault: PackFault, _ output: OutputOptions) -> String {
    let place = fault.line > 0 ? "\(fault.file):\(fault.line):\(fault.column)" : fault.file
    let path = fault.path.isEmpty ? "" : " \(fault.path)"
    return "\(Style.heading.paint(place))\(path): \(output.say(fault.zh, fault.en)) [\(fault.code.rawValue)]"
  }
}
