public enum RollItem: ProjectItem { public static let letter = "L" }
public enum RoundItem: ProjectItem { public static let letter = "R" }
public enum NoticeItem: ProjectItem { public static let letter = "N" }
public enum ObjectionItem: ProjectItem { public static let letter = "O" }
public enum PlanItem: ProjectItem { public static let letter = "P" }
public enum ConsultationItem: ProjectItem { public static let letter = "C" }
public enum ConsultationRoundItem: ProjectItem { public static let letter = "Q" }
public enum CommentItem: ProjectItem { public static let letter = "M" }
public enum DisbursementItem: ProjectItem { public static let letter = "D" }
public enum AcceptanceItem: ProjectItem { public static let letter = "A" }
public enum DefectItem: ProjectItem { public static let letter = "F" }
public enum TicketItem: ProjectItem { public static let letter = "T" }
public enum ChangeItem: ProjectItem { public static let letter = "G" }
public enum InspectionItem: ProjectItem { public static let letter = "I" }
public enum SettlementItem: ProjectItem { public static let letter = "S" }
public enum WarrantyItem: ProjectItem { public static let letter = "W" }
public enum TransferItem: ProjectItem { public static let letter = "B" }

/// An owner roll (业主名册).
public typealias RollID = ProjectItemID<RollItem>
/// A round of voting (表决).
public typealias RoundID = ProjectItemID<RoundItem>
/// A public notice (公示).
public typealias NoticeID = ProjectItemID<NoticeItem>
/// An objection to a notice (异议).
public typealias ObjectionID = ProjectItemID<ObjectionItem>
/// A version of the renovation plan (改造设计方案).
public typealias PlanID = ProjectItemID<PlanItem>
/// A joint consultation (联合会商).
public typealias ConsultationID = ProjectItemID<ConsultationItem>
/// A round of consulting residents on the plan (征求居民意见).
public typealias ConsultationRoundID = ProjectItemID<ConsultationRoundItem>
/// What a resident said in such a round (居民意见).
public typealias CommentID = ProjectItemID<CommentItem>
/// A disbursement of project money (资金拨付).
public typealias DisbursementID = ProjectItemID<DisbursementItem>
/// Government money on its way to the project (市级、中省资金拨付).
public typealias TransferID = ProjectItemID<TransferItem>
/// A joint acceptance (联合验收).
public typealias AcceptanceID = ProjectItemID<AcceptanceItem>
/// A defect found at acceptance or inspection (整改问题).
public typealias DefectID = ProjectItemID<DefectItem>
/// A ticket of the site hotline (现场反映).
public typealias TicketID = ProjectItemID<TicketItem>
/// A design change (设计变更).
public typealias ChangeID = ProjectItemID<ChangeItem>
/// A site inspection (检查).
public typealias InspectionID = ProjectItemID<InspectionItem>
/// An item of the final settlement (清算).
public typealias SettlementID = ProjectItemID<SettlementItem>
/// A warranty item (保修).
public typealias WarrantyID = ProjectItemID<WarrantyItem>
