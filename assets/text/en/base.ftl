app-name = Upright
