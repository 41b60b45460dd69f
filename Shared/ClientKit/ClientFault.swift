import Contracts
import DomainModel
import Messaging

/// Why a client got no reply that says yes.
public enum ClientFault: Error, Sendable, CustomStringConvertible {
  case noConnection(String)
  case unknownService(ServiceName)
  case noClient(Role)
  /// The law or the state says no.
  case refused(Problem)
  /// Not judged: form, authority, or a service that cannot take it now.
  case rejected(code: String, problem: Problem?)
  /// Silence: whether it was carried out is not known.
  case noAnswer(ServiceName, String)
  case unreadable(String)

  public var description: String {
    switch self {
    case .noConnection(let path): "no connection file at \(path); deploy/up or deploy/demo --keep writes one"
    case .unknownService(let name): "the connection file names no \(name.rawValue)"
    case .noClient(let role): "the connection file has no certificate for the role \(role.rawValue)"
    case .refused(let problem): "\(problem.code): \(problem.title)"
    case .rejected(let code, let problem): "\(code): \(problem?.title ?? "") \(problem?.detail ?? "")"
    case .noAnswer(let name, let why): "\(name.rawValue) does not answer. \(why)"
    case .unreadable(let what): "the answer cannot be read: \(what)"
    }
  }
}
