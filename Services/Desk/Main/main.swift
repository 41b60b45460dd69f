import Desk

await DeskProgram.main()
