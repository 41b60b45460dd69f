/// A person's name as it may hang on a wall: the surname and an asterisk, `陈*` (domain §5.3). What it hides cannot be
/// got back from it.
public struct MaskedName: Hashable, Sendable {
  public let text: String

  /// - Parameter name: the whole name; two characters are never taken for a compound surname alone.
  public init(of name: String) {
    let letters = name.filter { !$0.isWhitespace }
    let isCompound = letters.count > 2 && MaskedName.compound.contains(String(letters.prefix(2)))
    text = String(letters.prefix(isCompound ? 2 : 1)) + "*"
  }

  private static let compound: Set<String> = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
    "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘",
    "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐",
    "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘", "东门", "西门",
  ]
}

extension MaskedName: CustomStringConvertible {
  public var description: String { text }
}
