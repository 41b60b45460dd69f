import Foundation
import Mustache

/// The templates of the forms: `Templates/<form>.mustache`, and `Templates/<pack>/<name>.mustache` where a city's own
/// layout or wording differs.
public struct FormFolder: Sendable {
  private let common: [String: MustacheTemplate]
  private let own: [String: [String: MustacheTemplate]]

  /// Reads them from the folder beside the program, else the system's.
  ///
  /// - Throws: `FormFault` when there is no such folder or a template cannot be read.
  public init(_ folder: URL? = nil) throws {
    let places = folder.map { [$0] } ?? FormFolder.usual
    guard let place = places.first(where: FormFolder.isFolder) else {
      let looked = places.map(\.path).joined(separator: ", ")
      throw FormFault("no-templates", zh: "找不到表单模板，已查找：\(looked)。", en: "No templates of forms; looked at \(looked).")
    }
    common = try FormFolder.templates(in: place)
    var own: [String: [String: MustacheTemplate]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
      let inner = place.appendingPathComponent(name)
      if FormFolder.isFolder(inner) { own[name] = try FormFolder.templates(in: inner) }
    }
    self.own = own
  }

  /// The templates for a pack.
  func library(of pack: String) -> MustacheLibrary {
    MustacheLibrary(templates: common.merging(own[pack] ?? [:]) { _, city in city })
  }

  private static func templates(in folder: URL) throws -> [String: MustacheTemplate] {
    var templates: [String: MustacheTemplate] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".mustache") {
      let file = folder.appendingPathComponent(name)
      do {
        templates[String(name.dropLast(9))] = try MustacheTemplate(string: String(contentsOf: file, encoding: .utf8))
      } catch {
        throw FormFault("bad-template", zh: "模板 \(file.path) 有误：\(error)。", en: "The template \(file.path): \(error).")
      }
    }
    return templates
  }

  private static var usual: [URL] {
    var places: [URL] = []
    if let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      places.append(executable.deletingLastPathComponent().appendingPathComponent("jiugai_Forms.resources/Templates"))
    }
    places.append(URL(fileURLWithPath: "/usr/share/jiugai/forms", isDirectory: true))
    return places
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
