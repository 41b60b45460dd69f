import Messaging

/// What to do about a code of the wire, for those who write programs.
enum Cure {
  /// Whether a message may be sent once more.
  enum Again: String {
    /// As it was, with the same id.
    case sameID = "same-id"
    /// As a new command with a new id, after a look.
    case newID = "new-id"
    /// Not before the program, the keys or the facts are put right.
    case no
    /// The feed is not to be read on before an operator has looked.
    case stop
  }

  static func again(_ code: WireCode) -> Again {
    switch code {
    case .busy, .rateLimited, .storeFull, .shuttingDown, .needsRepair, .internal: .sameID
    case .conflict, .idReused: .newID
    case .malformed, .unsupportedProtocol, .unknownType, .schemaInvalid, .tooLarge, .notAuthorised, .sourceMismatch,
      .refused, .replaced:
      .no
    case .cursorAhead, .feedDiverged, .epochChanged: .stop
    }
  }

  static func of(_ code: WireCode) -> (zh: String, en: String) {
    switch code {
    case .busy: ("服务正忙，稍后用同一编号重发。", "The service is busy: send again later with the same id.")
    case .rateLimited:
      ("发送过快，等 retryafterms 毫秒后用同一编号重发。", "Too fast: wait for retryafterms milliseconds, then the same id.")
    case .storeFull:
      ("服务的磁盘已满，请联系运维；腾出空间后同一编号可以重发。", "The service's disk is full; tell the operator. The same id works afterwards.")
    case .shuttingDown: ("服务正在停止，稍后用同一编号重发。", "The service is stopping: the same id again later.")
    case .needsRepair:
      ("服务的记录须先由运维修复，之后用同一编号重发。", "An operator has to repair the service's journal; then the same id.")
    case .internal:
      ("服务内部故障，稍后用同一编号重发；持续出现请联系运维。", "A fault of the service: the same id later; tell the operator if it stays.")
    case .malformed: ("报文不是规范的四帧或 JSON，请改正程序。", "Not four frames or not strict JSON: correct the program.")
    case .unsupportedProtocol: ("协议或种类不受支持，请核对第二帧。", "Another protocol or kind: look at the second frame.")
    case .unknownType: ("没有这种报文或版本，请对照本目录。", "No such type or version: compare with this catalogue.")
    case .schemaInvalid: ("字段不合要求，pointers 指出位置。", "The shape is wrong; pointers say where.")
    case .tooLarge: ("报文过大，请分批。", "Too large: send it in parts.")
    case .notAuthorised: ("该密钥无权发送，请运维核对单位和职责。", "This key may not send it: have the operator check its roles.")
    case .sourceMismatch: ("source 与密钥登记的不一致。", "source is not the one registered for the key.")
    case .idReused: ("编号已用于别的内容，新的命令须用新编号。", "The id was used for other content: a new command needs a new id.")
    case .conflict: ("所依据的版本已变，请重新查看后用新编号再发。", "It has changed meanwhile: look again, then send with a new id.")
    case .refused: ("依规则或现状不予办理，原因见 findings。", "The law or the state says no; findings say why.")
    case .replaced: ("同名读取者的新请求取代了这一个。", "A newer read under the same consumer name took its place.")
    case .cursorAhead, .feedDiverged:
      ("事件源与读到的历史不一致，请停止读取并联系运维。", "The feed has another past than the one read: stop and call the operator.")
    case .epochChanged:
      ("该服务从备份恢复过，请停止读取，等运维确认。", "The service was restored from a backup: stop until the operator accepts it.")
    }
  }
}
