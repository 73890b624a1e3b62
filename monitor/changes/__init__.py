"""What changed, and what that means: one class a kind of change, one place that lists them (`registry`)."""

from monitor.changes.boards import role_differences
from monitor.changes.differ import differences
from monitor.changes.reminders import clock_changes, is_of_same_deadline, next_reminder_at

__all__ = ["clock_changes", "differences", "is_of_same_deadline", "next_reminder_at", "role_differences"]
