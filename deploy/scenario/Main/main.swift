import Scenario

await Demo.main()
