import Dispatch
import Messaging
import Testing

@Suite("Mailboxes and wake-ups")
struct MailboxTests {
  @Test("a full box refuses, and takes again once it was emptied")
  func bound() throws {
    let box = Mailbox<Int>(capacity: 2, wakeUp: try WakeUp())
    #expect(box.put(1) && box.put(2))
    #expect(!box.put(3))
    #expect(box.takeAll() == [1, 2])
    #expect(box.takeAll().isEmpty)
    #expect(box.put(4))
    #expect(box.close() == [4])
    #expect(!box.put(5))
  }

  @Test("nothing put in from other threads is lost or left asleep")
  func wakes() throws {
    let wakeUp = try WakeUp()
    let box = Mailbox<Int>(capacity: 100_000, wakeUp: wakeUp)
    let poller = Poller()
    let token = poller.add(wakeUp)
    for writer in 0..<4 {
      DispatchQueue.global().async {
        for number in 0..<5_000 { while !box.put(writer * 5_000 + number) {} }
      }
    }
    var seen = Set<Int>()
    while seen.count < 20_000 {
      let ready = try poller.wait(milliseconds: 5_000)
      try #require(ready == [token])
      wakeUp.drain()
      seen.formUnion(box.takeAll())
    }
    #expect(try poller.wait(milliseconds: 0).isEmpty)
  }
}
