"""Only public addresses, by http and https, at every request."""

import pytest

from spiders.observation import Result

#: A world in which 127.0.0.1 is a public address, with a name server that we can write for.
_WORLD = """
import socket
NAMES = {"public.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"], "both.example": ["127.0.0.2", "127.0.0.1"]}
system = socket.getaddrinfo
def getaddrinfo(host, *rest, **more):
    return [found for address in NAMES.get(host, [host]) for found in system(address, *rest, **more)]
socket.getaddrinfo = getaddrinfo

from spiders import addresses
kind = addresses._kind
addresses._kind = lambda address: None if str(address) == "127.0.0.1" else kind(address)
"""


@pytest.fixture
def crawl(crawling):
    return crawling(allow_private_addresses=False)


@pytest.fixture
def world(crawling):
    return crawling(allow_private_addresses=False, prelude=_WORLD)


@pytest.mark.parametrize("scheme", ["ftp", "file", "gopher", "data", "javascript"])
def test_other_schemes_are_never_fetched(crawling, scheme):
    seen = crawling().check(f"{scheme}://127.0.0.1/etc/hosts")
    assert (seen.result, seen.reason) == (Result.DISALLOWED, f"only http and https are fetched, not {scheme}")


def test_a_private_address_is_refused_before_it_is_asked(crawl, site):
    seen = crawl.check(site.url("/x"))
    assert (seen.result, seen.reason) == (Result.DISALLOWED, "127.0.0.1 is a loopback address, not a public one")
    assert site.hits == []


@pytest.mark.parametrize("spelling", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]"])
def test_other_spellings_do_not_help(crawl, site, spelling):
    seen = crawl.check(f"http://{spelling}:{site.port}/x")
    assert seen.result is Result.DISALLOWED
    assert site.hits == []


def test_a_name_of_a_private_address_is_refused_when_connecting(world, sites):
    inside = sites("127.0.0.2", name="inside.example")
    seen = world.check(inside.url("/x"))
    assert seen.result is Result.DISALLOWED
    assert seen.reason == (
        "inside.example is not on the public network: 127.0.0.2 is a loopback address, not a public one"
    )
    assert inside.hits == []


def test_a_name_of_a_public_address_is_fetched(world, sites):
    public = sites(name="public.example")
    public.answer("/x", "<h1>Here</h1>")
    assert world.check(public.url("/x")).result is Result.READ


def test_of_many_addresses_only_the_public_ones_are_connected(world, sites):
    public = sites(name="both.example")
    public.answer("/x", "<h1>Here</h1>")
    assert world.check(public.url("/x")).result is Result.READ


@pytest.mark.parametrize("host", ["127.0.0.2", "inside.example", "2130706434"])
def test_redirects_do_not_help(world, sites, host):
    public, inside = sites(), sites("127.0.0.2")
    public.answer("/x", status=302, headers={"Location": f"http://{host}:{inside.port}/secret"})
    seen = world.check(public.url("/x"))
    assert seen.result is Result.DISALLOWED
    assert "127.0.0.2 is a loopback address" in seen.reason
    assert inside.hits == []


def test_robots_txt_is_guarded_too(crawling, sites):
    public, inside = sites(), sites("127.0.0.2")
    public.answer("/robots.txt", status=302, headers={"Location": inside.url("/robots.txt")})
    seen = crawling(allow_private_addresses=False, obey_robots=True, prelude=_WORLD).check(public.url("/x"))
    assert seen.result is Result.DISALLOWED
    assert inside.hits == []


def test_private_addresses_may_be_allowed(crawling, sites):
    inside = sites("::1")
    inside.answer("/x", "<h1>Here</h1>")
    assert crawling(allow_private_addresses=True).check(inside.url("/x")).result is Result.READ


#: A name server that says another address each time that it is asked: a public one first.
_REBOUND = f"""{_WORLD}
turns = {{"rebound.example": ["127.0.0.1", "127.0.0.2"]}}
def rebinding(host, *rest, **more):
    left = turns.get(host)
    return system(left.pop(0) if left and len(left) > 1 else left[0] if left else host, *rest, **more)
socket.getaddrinfo = rebinding
"""


def test_a_name_that_becomes_a_private_address_is_refused_at_the_next_connection(crawling, sites):
    public = sites(name="rebound.example")
    public.answer("/x", "<h1>Here</h1>", headers={"Connection": "close"})
    inside = sites("127.0.0.2", name="rebound.example")
    crawl = crawling(allow_private_addresses=False, prelude=_REBOUND, fresh=True)
    assert crawl.check(public.url("/x")).result is Result.READ
    seen = crawl.check(inside.url("/x"))
    assert seen.result is Result.DISALLOWED
    assert "127.0.0.2 is a loopback address" in seen.reason
    assert inside.hits == []
    crawl.end()


def test_a_name_is_looked_up_once_for_each_connection_so_that_what_was_checked_is_connected(crawling, sites):
    public, inside = sites(name="rebound.example"), sites("127.0.0.2")
    public.answer("/x", "<h1>Here</h1>", headers={"Connection": "close"})
    crawl = crawling(allow_private_addresses=False, prelude=_REBOUND, fresh=True)
    assert crawl.check(public.url("/x")).result is Result.READ
    assert inside.hits == []
    crawl.end()
