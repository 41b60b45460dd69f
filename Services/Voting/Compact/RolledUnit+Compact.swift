import Contracts
import DomainModel
import ServiceKit

extension RolledUnit: CompactReading {
  init(reading members: CompactFields) throws {
    self.init(
      roll: try members.value("roll"), entry: try members.object("entry"), sharesHead: try members.flag("sharesHead"))
  }
}

extension RollEntry: CompactReading {
  public init(reading members: CompactFields) throws {
    self.init(
      unit: try members.value("unit"), building: try members.value("building"), roomNo: try members.value("roomNo"),
      exclusiveArea: try members.valueIfPresent("exclusiveArea"), areaBasis: try members.word("areaBasis"),
      use: try members.word("use"), owners: try Listing(try members.values("owners")),
      representative: try members.valueIfPresent("representative"), isUnsold: try members.flag("isUnsold"),
      countsAsHousehold: try members.flag("countsAsHousehold"))
  }
}
