import Voting
import ServiceKit

extension VotingService: ServiceProgram {}

await VotingService.main()
