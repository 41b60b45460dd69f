import Supervision
import ServiceKit

await SupervisionService.main()
