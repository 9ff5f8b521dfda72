# NetWASI. `make help` lists the targets.
