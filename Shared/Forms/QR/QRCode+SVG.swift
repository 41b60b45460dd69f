extension QRCode {
  /// The code as inline SVG with its quiet zone of four modules; scales to whatever box it is put in.
  public var svg: String {
    let side = modules.count + 8
    var path = ""
    for (row, line) in modules.enumerated() {
      var start: Int?
      for column in 0...line.count {
        let isDark = column < line.count && line[column]
        if isDark, start == nil { start = column }
        if !isDark, let first = start {
          path += "M\(first + 4) \(row + 4)h\(column - first)v1h-\(column - first)z"
          start = nil
        }
      }
    }
    let box = "viewBox=\"0 0 \(side) \(side)\" shape-rendering=\"crispEdges\""
    return
      "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" \(box)><path d=\"\(path)\" fill=\"black\"/></svg>"
  }
}
