import DomainModel
import Policy
import ServiceKit

extension EnteredBallot: CompactWriting {
  func write(to text: ByteBuffer) {
    text.append(#"{"ballotNo":""#, ballotNo.rawValue)
    text.append(#"","isSigned":"#, isSigned ? "true" : "false")
    text.append(#","isStruck":"#, isStruck ? "true" : "false")
    text.append(#","round":""#, round.rawValue)
    text.append(#"","unit":""#, unit.rawValue)
    text.append(#""}"#)
  }
}

extension UnitForms: CompactWriting {
  func write(to text: ByteBuffer) {
    text.append(#"{"forms":"#)
    text.append(list: forms)
    text.append(#","key":""#, key)
    text.append(#""}"#)
  }
}

extension UnitForms.Form: CompactWriting {
  func write(to text: ByteBuffer) {
    text.append(#"{"ballotNo":""#, ballotNo.rawValue)
    text.append(#"","opinion":""#, opinion.rawValue)
    text.append(#"","signedOn":""#, signedOn.description)
    text.append(#""}"#)
  }
}
