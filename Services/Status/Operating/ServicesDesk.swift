import ClientKit
import Contracts
import DomainModel

/// What the operator asks of single services and orders them to do; each call names the service.
struct ServicesDesk: Sendable {
  let office: Office
  private let role = Role.systemOperator

  init(_ office: Office) {
    self.office = office
  }

  private func contract(_ service: ServiceName) -> any ServiceContract.Type { Catalogue.contract(of: service) }

  // MARK: Asking

  func health(of service: ServiceName) async throws -> Health { try await health(contract(service)) }

  private func health<C: ServiceContract>(_ contract: C.Type) async throws -> Health {
    try await office.ask(HealthQuery<C>(), as: role)
  }

  func parked(in service: ServiceName) async throws -> [Parked.Waiting] { try await parked(contract(service)) }

  private func parked<C: ServiceContract>(_ contract: C.Type) async throws -> [Parked.Waiting] {
    try await office.ask(ParkedQuery<C>(), as: role).projects
  }

  func events(of project: ProjectID?, in service: ServiceName) async throws -> ParkedEvents {
    try await events(of: project, contract(service))
  }

  private func events<C: ServiceContract>(of project: ProjectID?, _ contract: C.Type) async throws -> ParkedEvents {
    try await office.ask(ParkedEventsQuery<C>(project: project), as: role)
  }

  // MARK: Ordering

  func retry(_ project: ProjectID?, in service: ServiceName) async throws {
    try await retry(project, contract(service))
  }

  private func retry<C: ServiceContract>(_ project: ProjectID?, _ contract: C.Type) async throws {
    try await office.send(RetryParked<C>(project: project), as: role, on: Instant.now().businessDate)
  }

  func skip(
    _ event: SourceRef, of project: ProjectID?, in service: ServiceName, because reason: Text<500>
  ) async throws {
    try await skip(event, of: project, contract(service), because: reason)
  }

  private func skip<C: ServiceContract>(
    _ event: SourceRef, of project: ProjectID?, _ contract: C.Type, because reason: Text<500>
  ) async throws {
    try await office.send(
      SkipParked<C>(
        project: project, feed: event.feed, epoch: event.epoch, sequence: event.sequence, reason: reason),
      as: role, on: Instant.now().businessDate)
  }
}
