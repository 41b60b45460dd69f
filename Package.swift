// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let rainbow = Target.Dependency.product(name: "Rainbow", package: "Rainbow")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let swiftCSV = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A module that others import.
func module(
  _ name: String, at path: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, resources: resources, swiftSettings: strict)
}

/// A service or a tool: a library that tests can start, and the executable of a few lines that does.
func program(
  _ name: String, _ executable: String, _ dependencies: [Target.Dependency], runtime: [Target.Dependency] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies, path: "Services/\(name)", exclude: ["Main", "README.md"],
      swiftSettings: strict),
    .executableTarget(
      name: executable, dependencies: [.target(name: name)] + runtime, path: "Services/\(name)/Main", swiftSettings: strict),
  ]
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", exclude: exclude,
    swiftSettings: strict)
}

let service: [Target.Dependency] = ["DomainModel", "Contracts", "Policy", "ServiceKit"]

let package = Package(
  name: "jiugai",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CZeroMQ", path: "Shared/Messaging/CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
    module("DomainModel", at: "Shared/DomainModel", []),
    module(
      "Policy", at: "Shared/Policy", ["DomainModel", yams, crypto], resources: [.copy("Packs"), .copy("Calendars")]),
    module("Contracts", at: "Shared/Contracts", ["DomainModel"], exclude: ["Published", "python"]),
    module("PolicyInputs", at: "Shared/PolicyInputs", ["Contracts", "DomainModel", "Policy"]),
    module("Messaging", at: "Shared/Messaging", ["CZeroMQ", crypto], exclude: ["CZeroMQ"]),
    module("FileStore", at: "Shared/FileStore", ["DomainModel", grdb, grdbSQLite, crypto, logging]),
    module(
      "ServiceKit", at: "Shared/ServiceKit",
      [
        "Contracts", "DomainModel", "FileStore", "Messaging", "Policy", argumentParser, configuration, lifecycle, logging,
        signals, yams,
      ]),
    module("ClientKit", at: "Shared/ClientKit", ["Contracts", "DomainModel", "Messaging", crypto]),
    module("Forms", at: "Shared/Forms", ["Contracts", "DomainModel", "Policy", mustache], resources: [.copy("Templates")]),
    module("Terminal", at: "Shared/Terminal", [rainbow]),
    module(
      "TestKit", at: "Shared/TestKit", ["ClientKit", "Contracts", "DomainModel", "FileStore", "Messaging", "Policy", "ServiceKit"]),
  ]
    + program("Intake", "jiugai-intake", service + ["PolicyInputs"], runtime: ["ServiceKit"])
    + program("Voting", "jiugai-voting", service + ["PolicyInputs", crypto], runtime: ["ServiceKit"])
    + program("Funding", "jiugai-funding", service, runtime: ["ServiceKit"])
    + program("Approvals", "jiugai-approvals", service, runtime: ["ServiceKit"])
    + program("Supervision", "jiugai-supervision", service + ["PolicyInputs"], runtime: ["ServiceKit"])
    + program(
      "Desk", "jiugai",
      [
        "ClientKit", "Contracts", "DomainModel", "FileStore", "Forms", "Messaging", "Policy", "PolicyInputs", "Terminal", argumentParser,
        crypto, swiftCSV, yams,
      ])
    + program(
      "Status", "jiugai-status",
      [
        "ClientKit", "Contracts", "DomainModel", "Messaging", "Policy", "Terminal", argumentParser, httpTypes,
        hummingbirdCore, lifecycle, logging, nioCore, nioPosix, signals,
      ])
    + [
      .target(
        name: "Scenario", dependencies: ["ClientKit", "Contracts", "DomainModel", "Messaging", "Policy", "Terminal", argumentParser],
        path: "deploy/scenario", exclude: ["Main"], swiftSettings: strict),
      .executableTarget(
        name: "jiugai-demo", dependencies: ["Scenario"], path: "deploy/scenario/Main", swiftSettings: strict),
      .executableTarget(
        name: "jiugai-bench",
        dependencies: [
          "ClientKit", "Contracts", "DomainModel", "FileStore", "Messaging", "Policy", "ServiceKit", "Voting", argumentParser,
          crypto, grdb,
        ], path: "Tests/Benchmarks", exclude: ["README.md"], swiftSettings: strict),
      tests("DomainModel", ["DomainModel"]),
      tests("Policy", ["DomainModel", "Policy"]),
      tests("Contracts", ["Contracts", "DomainModel"]),
      tests("Messaging", ["CZeroMQ", "Messaging"]),
      tests("FileStore", ["DomainModel", "FileStore", crypto, grdb, grdbSQLite, logging]),
      tests("ServiceKit", ["FileStore", "Messaging", "TestKit", crypto, grdb] + service),
      tests("Intake", ["Intake", "TestKit"] + service),
      tests("Voting", ["FileStore", "Voting", "TestKit", crypto] + service),
      tests("Funding", ["Funding", "TestKit"] + service),
      tests("Approvals", ["Approvals", "TestKit"] + service),
      tests("Terminal", ["Terminal"]),
      tests("Forms", ["Contracts", "DomainModel", "Forms", "Policy"]),
      tests(
        "Desk",
        [
          "ClientKit", "Contracts", "Desk", "DomainModel", "FileStore", "Forms", "Messaging", "Policy", "ServiceKit",
          "Terminal", argumentParser,
        ]),
      tests("Status", ["ClientKit", "Contracts", "DomainModel", "Messaging", "Policy", "Status", "Terminal", argumentParser]),
      tests("Supervision", ["Supervision", "TestKit"] + service),
      tests(
        "System",
        ["CZeroMQ", "ClientKit", "Contracts", "DomainModel", "FileStore", "Messaging", "Policy", "Scenario", "TestKit"],
        exclude: ["Frozen", "FurtherPacks", "Peer", "README.md"]),
      tests("Tidy", []),
      tests(
        "Workflow",
        ["Approvals", "ClientKit", "Desk", "Funding", "Intake", "Scenario", "Supervision", "TestKit", "Voting"] + service),
    ]
)
