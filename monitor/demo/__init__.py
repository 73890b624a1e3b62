"""A small local board that changes while you look, and the main job run against it."""
