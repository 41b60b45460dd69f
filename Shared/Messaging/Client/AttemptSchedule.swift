/// How long each attempt waits: the first its plain time, the n-th between that and its time doubled n − 1 times, drawn
/// anew, so that clients silenced together do not come back together. Never less than the first, because an answer may
/// be on its way for that long.
struct AttemptSchedule {
  /// Nanoseconds.
  let first: UInt64
  let longest: UInt64

  /// The wait of attempt `number`, from 1, in nanoseconds; `draw` picks from the range.
  func wait(_ number: Int, draw: (ClosedRange<UInt64>) -> UInt64) -> UInt64 {
    let limit = max(first, longest)
    guard number > 1 else { return first }
    let (doubled, overflow) = first.multipliedReportingOverflow(by: 1 << UInt64(min(number, 40) - 1))
    return draw(first...(overflow ? limit : min(doubled, limit)))
  }
}
