import Foundation

/// Makes a PDF of a page with the Chromium of this machine.
struct PDFPrinter {
  private let program: URL

  /// Chromium where `JIUGAI_CHROMIUM` says, else by its usual names on `PATH`.
  ///
  /// - Throws: `DeskFault` that says how to get it.
  static func found(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> PDFPrinter {
    if let given = environment["JIUGAI_CHROMIUM"] {
      guard FileManager.default.isExecutableFile(atPath: given) else { throw missing(given) }
      return PDFPrinter(program: URL(fileURLWithPath: given))
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      for name in names where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return PDFPrinter(program: URL(fileURLWithPath: "\(folder)/\(name)"))
      }
    }
    throw missing(names[0])
  }

  private static func missing(_ name: String) -> DeskFault {
    .usage(
      "no-chromium",
      zh: "没有找到 \(name)。Debian 上安装：apt-get install chromium fonts-noto-cjk；或不写 --pdf，用浏览器打开 HTML 打印。",
      en:
        "\(name) was not found. On Debian: apt-get install chromium fonts-noto-cjk; or leave out --pdf and print the HTML from a browser."
    )
  }

  /// - Throws: `DeskFault` when Chromium does not make one.
  func pdf(of html: String) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-form-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("form.html")
    let result = folder.appendingPathComponent("form.pdf")
    try PrivateFile.create(page, with: Data(html.utf8))
    let process = Process()
    process.executableURL = program
    process.arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--disable-extensions",
        "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--print-to-pdf=\(result.path)",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard let data = FileManager.default.contents(atPath: result.path), data.starts(with: Data("%PDF".utf8)) else {
      throw DeskFault.rejected(
        "pdf-failed", zh: "\(program.path) 没有生成 PDF（退出码 \(process.terminationStatus)）。",
        en: "\(program.path) made no PDF (it ended with \(process.terminationStatus)).")
    }
    return data
  }
}
