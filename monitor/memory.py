"""Keeps the memory of a process that lives for years from growing in holes: a word to the C library's allocator."""

import ctypes

#: Seconds between two times of giving back what is free.
EVERY_SECONDS = 60

#: mallopt(3): how many heaps threads may have between them, and the size from which memory goes back when it is freed.
_M_ARENA_MAX, _M_MMAP_THRESHOLD = -8, -3
_HEAPS, _LARGE = 2, 128 * 1024


def settle() -> None:
    """Share few heaps, and give large pieces back at once; silently nothing where the C library has no such word.

    Otherwise every thread that records checks keeps a heap of its own with the most that it ever held. Called before
    there are threads.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _HEAPS)
        mallopt(_M_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Return the free pages between what is in use; silently nothing where the C library has no such word.

    By itself it returns those at a heap's end alone, and holes come to be in what lives for years. Takes milliseconds.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
