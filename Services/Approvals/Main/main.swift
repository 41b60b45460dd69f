import Approvals
import ServiceKit

extension ApprovalsService: ServiceProgram {}

await ApprovalsService.main()
