import CZeroMQ

extension SocketHandle {
  /// What servers and clients have in common: bounded queues, and half-open peers found within a minute.
  private func setCommonOptions(_ settings: SocketSettings) throws {
    try set(ZMQ_SNDHWM, Int32(clamping: settings.highWater))
    try set(ZMQ_RCVHWM, Int32(clamping: settings.highWater))
    try set(ZMQ_HANDSHAKE_IVL, settings.handshake.milliseconds)
    try set(ZMQ_HEARTBEAT_IVL, Int32(15_000))
    try set(ZMQ_HEARTBEAT_TIMEOUT, Int32(45_000))
    try set(ZMQ_HEARTBEAT_TTL, Int32(45_000))
    try set(ZMQ_TCP_KEEPALIVE, Int32(1))
    try set(ZMQ_TCP_KEEPALIVE_IDLE, Int32(60))
    try set(ZMQ_TCP_KEEPALIVE_INTVL, Int32(10))
    try set(ZMQ_TCP_KEEPALIVE_CNT, Int32(6))
  }

  func setServerOptions(_ settings: SocketSettings, keys: CurveKeyPair, zapDomain: String) throws {
    try setCommonOptions(settings)
    // A send to a peer that has gone must say so; and no peer may take over the routing id, thus the replies, of another.
    try set(ZMQ_ROUTER_MANDATORY, Int32(1))
    try set(ZMQ_ROUTER_HANDOVER, Int32(0))
    try set(ZMQ_MAXMSGSIZE, Int64(FrameLimits.frameToServer))
    try set(ZMQ_LINGER, Int32(1_000))
    try set(ZMQ_CURVE_SERVER, Int32(1))
    try set(ZMQ_CURVE_PUBLICKEY, keys.publicKey)
    try set(ZMQ_CURVE_SECRETKEY, keys.secretKey)
    // Without a domain *and* its enforcement libzmq lets everyone in when there is no ZAP handler.
    try set(ZMQ_ZAP_DOMAIN, zapDomain)
    try set(ZMQ_ZAP_ENFORCE_DOMAIN, Int32(1))
  }

  func setClientOptions(_ settings: SocketSettings, serverKey: String, keys: CurveKeyPair) throws {
    try setCommonOptions(settings)
    try set(ZMQ_MAXMSGSIZE, Int64(FrameLimits.frameToClient))
    try set(ZMQ_LINGER, Int32(0))
    // Without a connection there is no queue: what could not be sent is known to be unsent.
    try set(ZMQ_IMMEDIATE, Int32(1))
    try set(ZMQ_RECONNECT_IVL, settings.reconnect.milliseconds)
    try set(ZMQ_RECONNECT_IVL_MAX, settings.reconnectMaximum.milliseconds)
    try set(ZMQ_CONNECT_TIMEOUT, Int32(5_000))
    try set(ZMQ_CURVE_SERVERKEY, serverKey)
    try set(ZMQ_CURVE_PUBLICKEY, keys.publicKey)
    try set(ZMQ_CURVE_SECRETKEY, keys.secretKey)
  }
}
