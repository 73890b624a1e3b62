"""Keeping the memory of a long life small."""

import subprocess
import sys

import pytest

THREADS = 12
#: Each thread asks for memory while the others hold theirs; then the C library says how many heaps it has.
PROGRAM = f"""
import ctypes, sys, threading
from monitor import memory

if sys.argv[1] == "settled":
    memory.settle()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
barrier = threading.Barrier({THREADS})


def hold():
    barrier.wait()
    libc.malloc(ctypes.c_size_t(10_000))
    barrier.wait()


threads = [threading.Thread(target=hold) for _ in range({THREADS})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc.malloc_info(0, ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w")))
libc.fflush(None)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a word to glibc")
def test_threads_share_few_heaps_once_it_is_settled():
    assert heaps("settled") <= 2 < heaps("as it is")


def heaps(how):
    said = subprocess.run([sys.executable, "-c", PROGRAM, how], check=True, capture_output=True, text=True).stdout
    return said.count("<heap nr=")


#: The resident memory in KiB: full, then with one piece in fifty still in use, then after a word.
HOLES = """
import resource
from pathlib import Path
from monitor import memory


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024


memory.settle()
held = [bytes(2000) for _ in range(50_000)]
full = resident()
held = held[::50]
freed = resident()
memory.give_back()
print(full, freed, resident())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a word to glibc")
def test_what_is_free_between_what_is_used_is_given_back():
    said = subprocess.run([sys.executable, "-c", HOLES], check=True, capture_output=True, text=True).stdout
    full, freed, given_back = map(int, said.split())
    assert freed > full * 0.9
    assert given_back < full * 0.5
