import Funding
import ServiceKit

await FundingService.main()
