"""The families of sites: one file a way to publish postings."""

from boards.families import aggregators, apis, embedded, hubs, microdata
from boards.families.family import Family

FAMILIES: tuple[Family, ...] = (
    *aggregators.FAMILIES,
    *apis.FAMILIES,
    *microdata.FAMILIES,
    *embedded.FAMILIES,
    *hubs.FAMILIES,
)
