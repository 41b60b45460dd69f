import Intake
import ServiceKit

extension IntakeService: ServiceProgram {}

await IntakeService.main()
