"""Saved pages that are fetched again: noise that means nothing, and edits of one field each."""
