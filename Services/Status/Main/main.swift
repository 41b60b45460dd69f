import Status

await StatusProgram.main()
