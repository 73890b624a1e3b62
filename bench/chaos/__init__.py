"""Faults of every kind against the running service, and the proof that nothing was lost, doubled or broken by them."""
