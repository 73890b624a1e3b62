"""One HTTP server for all simulated sites, on as many loopback addresses, in a thread of its own."""

import asyncio
import contextlib
import socket
import struct
import threading
from http import HTTPStatus
from types import TracebackType
from typing import Self

from boards.answers import Answer
from boards.world import World

_PATIENCE = 120.0
_FIRST_PORT, _LAST_PORT = 20_000, 30_000


class Server:
    """Serves `world` while it is entered; sets its port."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="boards", daemon=True)
        self._error: OSError | None = None
        #: Requests answered.
        self.requests = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        if self._error:
            raise self._error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        except OSError as error:
            self._error = error
            self._ready.set()
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        sockets = _sockets(list(self._world.domains))
        self._world.port = sockets[0].getsockname()[1]
        servers = [await asyncio.start_server(self._handle, sock=it, backlog=256) for it in sockets]
        self._ready.set()
        await self._stop.wait()
        for server in servers:
            server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError, TimeoutError):
            request = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _PATIENCE)
            self.requests += 1
            host = writer.get_extra_info("sockname")[0]
            target, headers = _parsed(request.decode("latin-1"))
            answer = self._world.answer(host, target.partition("?")[0], headers.get("if-none-match", ""))
            await _send(answer, reader, writer)
        writer.close()


def _sockets(hosts: list[str]) -> list[socket.socket]:
    """One listening socket an address, all on the same port."""
    for port in range(_FIRST_PORT, _LAST_PORT):
        with contextlib.ExitStack() as stack, contextlib.suppress(OSError):
            made = [stack.enter_context(socket.create_server((host, port))) for host in hosts]
            stack.pop_all()
            return made
    raise OSError("no port is free on all addresses")


def _parsed(request: str) -> tuple[str, dict[str, str]]:
    first, *lines = request.split("\r\n")
    target = first.split(" ")[1] if first.count(" ") > 1 else "/"
    pairs = (line.partition(":") for line in lines if ":" in line)
    return target, {name.strip().lower(): value.strip() for name, _, value in pairs}


async def _send(answer: Answer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    match answer.network:
        case "reset":
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            return
        case "silent":
            await asyncio.wait_for(reader.read(), _PATIENCE)
            return
        case _:
            pass
    phrase = HTTPStatus(answer.status).phrase
    headers = {
        "Content-Type": answer.content_type,
        "Content-Length": str(len(answer.body)),
        "Connection": "close",
        **answer.headers,
    }
    head = f"HTTP/1.1 {answer.status} {phrase}\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    body = answer.body if answer.network == "whole" else answer.body[: len(answer.body) // 2]
    writer.write(head.encode() + b"\r\n" + body)
    await writer.drain()
