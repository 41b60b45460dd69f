import Testing

/// Plugs that are pulled, disks that fill, a network that loses and delays, one after another beside `SystemTests`.
@Suite("Disturbances", .serialized)
enum DisturbanceTests {}
