import Status

await StatusCommand.main()
