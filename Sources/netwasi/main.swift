print("NetWASI")
