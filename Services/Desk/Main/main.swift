import Desk

await Desk.main()
