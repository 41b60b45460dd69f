/// The language of what people read.
public enum Language: String, WireEnum {
  case zh = "zh-CN"
  case en
}
