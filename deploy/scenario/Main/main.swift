import Scenario

await DemoCommand.main()
