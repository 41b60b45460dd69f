import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Terminal

/// What one service said when it was asked, or how that failed.
struct ServiceAnswer<Said: Sendable>: Sendable {
  let service: ServiceName
  let said: Result<Said, any Error>

  init(_ service: ServiceName, _ ask: () async throws -> Said) async {
    self.service = service
    do { said = .success(try await ask()) } catch { said = .failure(error) }
  }

  init(_ service: ServiceName, _ said: Result<Said, any Error>) {
    self.service = service
    self.said = said
  }

  /// Why there is no answer, as a line.
  func fault(_ language: Language) -> String? {
    guard case .failure(let error) = said else { return nil }
    return Style.bad.paint("✗ ") + TextWidth.safe(Trip(error, service, language).sentence)
  }

  /// Why there is no answer, for programs.
  func faultValue(_ language: Language) -> JSONValue {
    guard case .failure(let error) = said else { return .null }
    let trip = Trip(error, service, language)
    return ["code": .string(trip.code), "sentence": .string(trip.sentence)]
  }
}

/// Answers of several services as a page, as a document, and as what the program ends with.
protocol AnswersText {
  associatedtype Said: Sendable
  var language: Language { get }
  func page(_ answers: [ServiceAnswer<Said>]) -> String
  func value(_ answers: [ServiceAnswer<Said>]) -> JSONValue
  /// Whether what was said is something to see to.
  func isTrouble(_ said: Said) -> Bool
}

extension AnswersText {
  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Writes it to standard output.
  ///
  /// - Throws: `ExitCode` when something is to be seen to, or did not answer.
  func tell(_ answers: [ServiceAnswer<Said>], isJSON: Bool) throws {
    let text = isJSON ? value(answers).text : page(answers)
    try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    let code = exitCode(answers)
    if code != 0 { throw ExitCode(code) }
  }

  /// 0 nothing to see to, 1 something is, or a service says no, 2 a service does not answer.
  func exitCode(_ answers: [ServiceAnswer<Said>]) -> Int32 {
    answers.map { answer -> Int32 in
      switch answer.said {
      case .success(let said): isTrouble(said) ? 1 : 0
      case .failure(let error): Trip(error, answer.service, language).isSilence ? 2 : 1
      }
    }.max() ?? 0
  }
}
