"""Which addresses are never fetched from."""

import pytest

from spiders.addresses import address_refusal, literal, url_refusal


@pytest.mark.parametrize(
    "url",
    [
        "https://jobs.quaylight.example/posting/1",
        "http://8.8.8.8/",
        "https://[2606:4700::1111]:8443/",
        "http://[64:ff9b::808:808]/",
        "http://[2002:808:808::]/",
        "http://bücher.example/",
        "HTTPS://UPPER.EXAMPLE/",
    ],
)
def test_the_public_web_is_fetched(url):
    assert url_refusal(url) is None


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.0.0.1", "a loopback address"),
        ("::1", "a loopback address"),
        ("10.1.2.3", "a private address"),
        ("172.16.0.1", "a private address"),
        ("192.168.1.1", "a private address"),
        ("fd00::1", "a private address"),
        ("169.254.169.254", "a link-local address"),
        ("fe80::1", "a link-local address"),
        ("100.64.0.1", "a carrier's internal address"),
        ("224.0.0.1", "a multicast address"),
        ("ff02::1", "a multicast address"),
        ("0.0.0.0", "the unspecified address"),
        ("::", "the unspecified address"),
        ("240.0.0.1", "a private address"),
        ("255.255.255.255", "a private address"),
        ("::ffff:10.0.0.1", "a private address"),
        ("64:ff9b::a00:1", "a private address"),
        ("2002:7f00:1::", "a loopback address"),
        ("::7f00:1", "a reserved address"),
        ("2001::1", "a private address"),
        ("fec0::1", "a private address"),
        ("168.63.129.16", "a cloud's own address"),
        ("::ffff:168.63.129.16", "a cloud's own address"),
        ("64:ff9b::a9fe:a9fe", "a link-local address"),
        ("64:ff9b:1::a9fe:a9fe", "a private address"),
    ],
)
def test_every_other_address_is_refused_by_its_kind(address, kind):
    assert address_refusal(address).endswith(f" is {kind}, not a public one")


@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254",
        "[fd00:ec2::254]",
        "[fe80::a9fe:a9fe]",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "169.254.170.2",
        "2852039166",
        "0xA9FEA9FE",
        "0251.0376.0251.0376",
        "[::ffff:169.254.169.254]",
        "[64:ff9b::169.254.169.254]",
        "[2002:a9fe:a9fe::]",
    ],
)
def test_no_cloud_tells_us_about_its_machine(host):
    assert url_refusal(f"http://{host}/latest/meta-data/").endswith(", not a public one")


@pytest.mark.parametrize(
    "spelling",
    ["127.0.0.1", "2130706433", "0x7f000001", "0X7F.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1", "①②⑦.0.0.1"],
)
def test_spellings_of_one_address_are_told(spelling):
    assert url_refusal(f"http://{spelling}/") == "127.0.0.1 is a loopback address, not a public one"


@pytest.mark.parametrize("name", ["1.2.3.4.5", "256.0.0.1", "08.1.1.1", "1.2.3.256", "4294967296", "0x", "a.1", ""])
def test_what_is_no_address_is_a_name(name):
    assert literal(name) is None or name == "0x"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://files.example/x", "only http and https are fetched, not ftp"),
        ("file:///etc/passwd", "only http and https are fetched, not file"),
        ("jobs.example/1", "only http and https are fetched, not a URL without a scheme"),
        ("", "only http and https are fetched, not a URL without a scheme"),
        ("http:///x", "the URL names no host"),
        ("http://[::1", "not a URL"),
        ("http://jobs.example:99999/", "not a URL"),
        ("http://jobs.example:0/", "port 0 is none, allowed are 1 to 65535"),
        ("http://a..example/", "a..example is not a host's name"),
        ("http://two words.example/", "two words.example is not a host's name"),
        ("http://localhost:8080/", "localhost is this machine itself"),
        ("http://db.localhost./", "db.localhost. is this machine itself"),
    ],
)
def test_what_is_not_fetched_says_why(url, reason):
    assert url_refusal(url) == reason


def test_private_addresses_may_be_allowed_but_no_other_scheme():
    assert url_refusal("http://127.0.0.1/", allow_private=True) is None
    assert url_refusal("ftp://127.0.0.1/", allow_private=True) is not None
