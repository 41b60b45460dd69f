import Approvals
import ServiceKit

await ApprovalsService.main()
