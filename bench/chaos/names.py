"""A name server (RFC 1035) for the boards' names, that fails as it is told to."""

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self

_HEAD = struct.Struct("!6H")
_A, _IN, _TTL = 1, 1, 1
_NO_ERROR, _SERVFAIL, _NXDOMAIN = 0x8180, 0x8182, 0x8183

#: What it may do: answer; say that there is no such name; say that it cannot tell; say nothing.
MOODS = ("answers", "nxdomain", "servfail", "silent")


class NameServer:
    """Answers on an address while it is entered."""

    def __init__(self, address_of: Callable[[str], str | None], *, address: str = "127.0.0.1", port: int = 53) -> None:
        self._address_of = address_of
        self.mood = "answers"
        self._over = False
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((address, port))
        self.port = int(self._socket.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, name="names", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as waker:
            waker.sendto(b"", self._socket.getsockname())
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        while not self._over:
            try:
                question, asker = self._socket.recvfrom(512)
                if question and self.mood != "silent":
                    self._socket.sendto(self.answer(question), asker)
            except OSError:
                return
            except (ValueError, struct.error):
                continue  # no question

    def answer(self, question: bytes) -> bytes:
        """The answer to a question of one name; raises ValueError or struct.error where it is none."""
        number, *_ = _HEAD.unpack_from(question)
        name, end = _name(question, _HEAD.size)
        kind, _class = struct.unpack_from("!2H", question, end)
        asked = question[_HEAD.size : end + 4]
        address = self._address_of(name)
        flags = {"nxdomain": _NXDOMAIN, "servfail": _SERVFAIL}.get(self.mood, _NO_ERROR if address else _NXDOMAIN)
        found = b""
        if flags == _NO_ERROR and address and kind == _A:
            found = struct.pack("!3HIH4s", 0xC00C, _A, _IN, _TTL, 4, socket.inet_aton(address))
        return _HEAD.pack(number, flags, 1, bool(found), 0, 0) + asked + found


def _name(question: bytes, at: int) -> tuple[str, int]:
    labels = []
    while length := question[at : at + 1]:
        at += 1
        if not length[0]:
            return ".".join(labels), at
        labels.append(question[at : at + length[0]].decode("ascii"))
        at += length[0]
    raise ValueError("a name without an end")
