"""Judging: what one observation means for a watch. Pure: no clock, network, file or database."""

from monitor.judging.judge import JudgingRules, judge

__all__ = ["JudgingRules", "judge"]
