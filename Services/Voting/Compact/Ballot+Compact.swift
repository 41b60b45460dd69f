import Contracts
import DomainModel
import ServiceKit

extension Ballot: CompactWriting, CompactReading {
  public func write(to text: ByteBuffer) {
    text.append(#"{"ballotNo":""#, ballotNo.rawValue)
    text.append(#"","channel":""#, channel.rawValue)
    if let evidence { text.append(#"","evidence":""#, evidence.rawValue) }
    text.append(#"","opinion":""#, opinion.rawValue)
    text.append(#"","signedOn":""#, signedOn.description)
    if let signer { text.append(#"","signer":""#, signer.rawValue) }
    text.append(#"","unit":""#, unit.rawValue)
    text.append(#""}"#)
  }

  public init(reading members: CompactFields) throws {
    self.init(
      ballotNo: try members.value("ballotNo"), unit: try members.value("unit"),
      signer: try members.valueIfPresent("signer"), opinion: try members.word("opinion"),
      channel: try members.word("channel"), signedOn: try members.value("signedOn"),
      evidence: try members.valueIfPresent("evidence"))
  }
}

extension CastBallot: CompactReading {
  public init(reading members: CompactFields) throws {
    self.init(
      project: try members.value("project"), round: try members.value("round"), ballot: try members.object("ballot"))
  }
}

extension CastBallots: CompactReading {
  public init(reading members: CompactFields) throws {
    self.init(
      project: try members.value("project"), round: try members.value("round"),
      ballots: try Listing(try members.objects("ballots")))
  }
}

extension BallotsCast: CompactWriting {
  public func write(to text: ByteBuffer) {
    text.append(#"{"ballots":"#)
    text.append(list: ballots.items)
    text.append(#","project":""#, project.rawValue)
    text.append(#"","round":""#, round.rawValue)
    text.append(#""}"#)
  }
}

extension BallotRecorded: CompactWriting {
  public func write(to text: ByteBuffer) {
    text.append(#"{"ballotNo":""#, ballotNo.rawValue)
    text.append(#"","outcome":""#, outcome.rawValue)
    if let refusal { text.append(#"","refusal":""#, refusal.rawValue) }
    text.append(#""}"#)
  }
}

extension BallotsRecorded: CompactWriting {
  public func write(to text: ByteBuffer) {
    text.append(#"{"rows":"#)
    text.append(list: rows)
    text.append("}")
  }
}
