import Voting
import ServiceKit

await VotingService.main()
