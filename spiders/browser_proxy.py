"""The browser's only way out: a SOCKS5 server (RFC 1928) on loopback that connects to public addresses alone.

A browser resolves names, follows redirects and opens sockets by itself; what its pages ask for can be looked at, but
not held to the address that was looked at. So it gets no network but this, which resolves, checks and connects in one
place: what was checked is what is connected, as in `spiders.resolver`.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Coroutine
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from spiders.addresses import address_refusal

_VERSION = 5
_CONNECT = 1
#: Kinds of address: IPv4 and IPv6 by their bytes, else a name by its length.
_ADDRESS_BYTES = {1: 4, 4: 16}
_NAME = 3

_NO_PASSWORD = bytes((_VERSION, 0))
_CONNECTED = 0
_REFUSED_BY_RULE = 2
_UNREACHABLE = 4
_NOT_SUPPORTED = 7

_CHUNK = 64 * 1024
#: Seconds for the greeting, and for one address to answer.
_PATIENCE = 10.0


class _Refused(Exception):
    """The connection is not made; the argument is SOCKS's reply."""


class BrowserProxy:
    """An async context manager: the server runs meanwhile, and every connection through it ends with it."""

    def __init__(self, *, allow_private: bool, max_bytes: int) -> None:
        self._allow_private = allow_private
        self._max_bytes = max_bytes
        self._received = 0
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        assert self._server
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def is_exhausted(self) -> bool:
        """Whether more than `max_bytes` came in, all connections together; then nothing more comes."""
        return self._received > self._max_bytes

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = asyncio.create_task(self._serve(reader, writer))
        self._connections.add(connection)
        connection.add_done_callback(self._connections.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._pass_on(reader, writer)
        except _Refused as refused:
            writer.write(_reply(refused.args[0]))
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            pass  # either side hung up: no news to the other
        finally:
            writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(_PATIENCE):
            host, port = await _asked(reader, writer)
        there, far = await self._connect(host, port)
        try:
            writer.write(_reply(_CONNECTED))
            await _first_of(self._copy(reader, far, counted=False), self._copy(there, writer, counted=True))
        finally:
            far.close()

    async def _connect(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise _Refused(_UNREACHABLE) from None
        addresses = [str(it[4][0]) for it in found]
        public = permitted(addresses, allow_private=self._allow_private)
        for address in public:
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    return await asyncio.open_connection(address, port)
        raise _Refused(_UNREACHABLE if public else _REFUSED_BY_RULE)

    async def _copy(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, counted: bool) -> None:
        while not self.is_exhausted and (chunk := await source.read(_CHUNK)):
            self._received += len(chunk) if counted else 0
            sink.write(chunk)
            await sink.drain()


def permitted(addresses: list[str], *, allow_private: bool) -> list[str]:
    """Those of a host's addresses that a page may make us connect to."""
    return [it for it in addresses if allow_private or address_refusal(it) is None]


async def _asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    """Host and port that the browser wants, after the greetings; raises `_Refused` for all but CONNECT."""
    version, methods = await reader.readexactly(2)
    await reader.readexactly(methods)
    writer.write(_NO_PASSWORD)
    again, command, _, kind = await reader.readexactly(4)
    if version != _VERSION or again != _VERSION or command != _CONNECT:
        raise _Refused(_NOT_SUPPORTED)
    if kind == _NAME:
        length = (await reader.readexactly(1))[0]
        host = (await reader.readexactly(length)).decode("ascii", "replace")
    elif kind in _ADDRESS_BYTES:
        host = str(ipaddress.ip_address(await reader.readexactly(_ADDRESS_BYTES[kind])))
    else:
        raise _Refused(_NOT_SUPPORTED)
    return host, int.from_bytes(await reader.readexactly(2))


def _reply(code: int) -> bytes:
    """SOCKS's answer; the address in it is of no use to a browser."""
    return bytes((_VERSION, code, 0, 1)) + bytes(6)


async def _first_of(*ways: Coroutine[Any, Any, None]) -> None:
    """Waits until one direction ends; the other ends with it."""
    tasks = [asyncio.ensure_future(way) for way in ways]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
