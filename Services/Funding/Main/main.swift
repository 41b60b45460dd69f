import Funding
import ServiceKit

extension FundingService: ServiceProgram {}

await FundingService.main()
