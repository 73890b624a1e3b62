"""Simulated job boards on loopback: invented postings, edits with their ground truth, noise and faults, by seed."""
