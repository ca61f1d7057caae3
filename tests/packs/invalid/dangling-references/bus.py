buy()
