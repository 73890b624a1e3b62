"""Pure functions from text to meaning: pay, deadline, status, place, sections."""
