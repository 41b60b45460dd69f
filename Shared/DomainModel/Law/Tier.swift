/// The three levels of renovation content (国办发〔2020〕23号; Wenzhou 2, Ziyang 2.2, Yueqing plan 2.3).
public enum Tier: String, WireEnum {
  /// 基础类
  case basic
  /// 完善类
  case improvement
  /// 提升类
  case enhancement
}
