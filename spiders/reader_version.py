"""The version of the readers: apart, for those who only want to know it."""

#: Raised when the same bytes give another reading than before: stored snapshots are then read anew, silently.
READER_VERSION = 3
