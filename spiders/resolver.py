"""Names become addresses, those that we never fetch from left out: what was checked is what is connected."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Self

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped] # it has none

from spiders.addresses import address_refusal

#: How many refused names are remembered, for the reason of the failure that follows.
_REMEMBERED = 1000


@implementer(IResolutionReceiver)
class _Filter:
    """Passes public addresses on; remembers why nothing was left."""

    def __init__(self, receiver: Any, resolver: "GuardedResolver", host: str) -> None:
        self._receiver = receiver
        self._resolver = resolver
        self._host = host
        self._refusals: list[str] = []
        self._passed = 0

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 - Twisted's name
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:  # noqa: N802 - Twisted's name
        assert isinstance(address, IPv4Address | IPv6Address)
        if refusal := address_refusal(address.host):
            self._refusals.append(refusal)
            return
        self._passed += 1
        self._receiver.addressResolved(address)

    def resolutionComplete(self) -> None:  # noqa: N802 - Twisted's name
        if self._refusals and not self._passed:
            self._resolver.remember(self._host, self._refusals[0])
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver:
    """The system's resolver, both address families, without a cache of our own (a daemon outlives any answer).

    Set as TWISTED_DNS_RESOLVER. With ALLOW_PRIVATE_ADDRESSES it passes everything on.
    """

    def __init__(self, reactor: Any, *, allow_private: bool) -> None:
        self._reactor = reactor
        self._system = reactor.nameResolver
        self._allow_private = allow_private
        self._refused: OrderedDict[str, str] = OrderedDict()

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Self:
        """Made by Scrapy, which passes its process object for `crawler`."""
        return cls(reactor, allow_private=crawler.settings.getbool("ALLOW_PRIVATE_ADDRESSES"))

    def install_on_reactor(self) -> None:
        """From now on every connection by name asks us."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802 - Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803 - Twisted's name
        hostName: str,  # noqa: N803 - Twisted's name
        portNumber: int = 0,  # noqa: N803 - Twisted's name
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803 - Twisted's name
        transportSemantics: str = "TCP",  # noqa: N803 - Twisted's name
    ) -> Any:
        """Twisted's contract: the receiver gets each address, then the end; no address means that nothing was found."""
        self._refused.pop(hostName, None)
        receiver = resolutionReceiver if self._allow_private else _Filter(resolutionReceiver, self, hostName)
        return self._system.resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)

    def remember(self, host: str, refusal: str) -> None:
        """Keeps why `host` gave no address, bounded."""
        self._refused[host] = refusal
        if len(self._refused) > _REMEMBERED:
            self._refused.popitem(last=False)

    def refusal_of(self, host: str) -> str | None:
        """Why the last look-up of `host` gave no address, where it was we who left them all out."""
        return self._refused.get(host)
