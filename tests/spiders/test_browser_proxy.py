"""The browser's way out, spoken to as a browser does."""

import asyncio
import ipaddress
import socket

import pytest

from spiders.browser_proxy import BrowserProxy, permitted

CONNECTED, REFUSED, UNREACHABLE, NOT_SUPPORTED = 0, 2, 4, 7


async def ask(proxy, host, port, *, command=1):
    """SOCKS's reply to a wish for `host`, and the streams."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    writer.write(b"\5\1\0")
    assert await reader.readexactly(2) == b"\5\0"
    try:
        address = ipaddress.ip_address(host)
        where = bytes([1 if address.version == 4 else 4]) + address.packed
    except ValueError:
        where = bytes([3, len(host)]) + host.encode()
    writer.write(bytes([5, command, 0]) + where + port.to_bytes(2))
    return (await reader.readexactly(10))[1], reader, writer


def proxied(work, *, allow_private=False, max_bytes=1_000_000):
    """Runs `work(proxy)` with a proxy."""

    async def run():
        async with BrowserProxy(allow_private=allow_private, max_bytes=max_bytes) as proxy:
            return await work(proxy)

    return asyncio.run(run())


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "::ffff:127.0.0.1", "10.0.0.1", "::1"]
)
def test_an_address_that_is_not_public_is_refused_in_all_spellings(site, host):
    async def work(proxy):
        reply, _, writer = await ask(proxy, host, site.port)
        writer.close()
        return reply

    assert proxied(work) == REFUSED
    assert site.hits == []


def test_of_several_addresses_the_public_ones_are_taken():
    assert permitted(["10.0.0.1", "93.184.216.34", "::1"], allow_private=False) == ["93.184.216.34"]
    assert permitted(["10.0.0.1"], allow_private=True) == ["10.0.0.1"]


def test_a_connection_passes_both_ways(site):
    site.answer("/x", "hello")

    async def work(proxy):
        reply, reader, writer = await ask(proxy, "localhost", site.port)
        writer.write(b"GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        said = await reader.readuntil(b"hello")
        writer.close()
        return reply, said

    reply, said = proxied(work, allow_private=True)
    assert reply == CONNECTED
    assert said.startswith(b"HTTP/1.1 200")


def test_no_more_comes_in_than_is_allowed(site):
    site.answer("/x", b"x" * 3_000_000)

    async def work(proxy):
        _, reader, writer = await ask(proxy, "127.0.0.1", site.port)
        writer.write(b"GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
        said = await reader.read()
        writer.close()
        return len(said), proxy.is_exhausted

    size, exhausted = proxied(work, allow_private=True, max_bytes=100_000)
    assert exhausted
    assert size < 200_000


def test_what_cannot_be_reached_or_is_no_connection_says_so(site):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = closed.getsockname()[1]

    async def work(proxy):
        replies = []
        for port, command in ((nobody, 1), (site.port, 3)):
            reply, _, writer = await ask(proxy, "127.0.0.1", port, command=command)
            writer.close()
            replies.append(reply)
        return replies

    assert proxied(work, allow_private=True) == [UNREACHABLE, NOT_SUPPORTED]
