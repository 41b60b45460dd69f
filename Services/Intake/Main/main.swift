import Intake
import ServiceKit

await IntakeService.main()
