"""Telling: rules, rendering, and the sender that drains the outbox."""
