"""The hub: takes observations, judges them, records what changed, and tells."""
