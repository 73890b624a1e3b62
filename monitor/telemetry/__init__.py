"""How the program does, for those who look after it: what is standing, metrics, traces."""
