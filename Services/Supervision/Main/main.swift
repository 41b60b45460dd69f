import Supervision
import ServiceKit

extension SupervisionService: ServiceProgram {}

await SupervisionService.main()
