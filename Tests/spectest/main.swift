print("spectest")
