"""Currencies: how pages write them, and what an amount in each most likely pays for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spiders.posting import PayUnit
from spiders.reading.words import alternation, listed


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency of pay. Smaller amounts than `month_from` name no unit of their own."""

    code: str
    #: Amounts from here on, without a unit, are pay for a month …
    month_from: int
    #: … and from here on for a year (custom of the country counts: Czech pay is always monthly).
    year_from: int
    #: Marks that mean this currency alone, in lower case. The code itself is always one.
    marks: tuple[str, ...] = ()


CURRENCIES: Mapping[str, Currency] = {
    it.code: it
    for it in (
        Currency("USD", 1_000, 10_000, ("us$", "u.s.$", "$us", "us dollars", "u.s. dollars", "us-dollar")),
        Currency("EUR", 400, 10_000, ("€", "euro", "euros", "euroa", "eura", "eur.")),
        Currency("GBP", 800, 10_000, ("£", "pounds", "pounds sterling", "gbp£", "stg")),
        Currency("CHF", 1_500, 20_000, ("sfr", "sfr.", "fr.", "franken", "francs suisses", "swiss francs")),
        Currency("SEK", 8_000, 140_000, ("kronor", "svenska kronor")),
        Currency("NOK", 8_000, 140_000, ("norske kroner",)),
        Currency("DKK", 8_000, 140_000, ("danske kroner",)),
        Currency("ISK", 200_000, 3_000_000),
        Currency("PLN", 1_500, 45_000, ("zł", "zl", "złotych", "zlotych", "złoty")),
        Currency("CZK", 5_000, 300_000, ("kč", "kc", "korun", "korun českých")),
        Currency("HUF", 100_000, 3_000_000, ("ft", "forint")),
        Currency("RON", 1_200, 40_000, ("lei",)),
        Currency("BGN", 700, 25_000, ("лв", "лв.", "leva", "lv.")),
        Currency("CAD", 1_000, 10_000, ("ca$", "cad$", "c$", "can$", "cdn$", "$ca", "$cad", "canadian dollars")),
        Currency("AUD", 1_500, 15_000, ("au$", "aud$", "a$", "aus$", "$aud", "$au", "australian dollars")),
        Currency("NZD", 1_500, 15_000, ("nz$", "nzd$", "$nzd", "$nz", "new zealand dollars")),
        Currency("SGD", 600, 20_000, ("s$", "sg$", "sgd$", "$sgd", "singapore dollars")),
        Currency("HKD", 5_000, 120_000, ("hk$", "hkd$", "$hkd")),
        Currency("TWD", 20_000, 400_000, ("nt$", "ntd")),
        Currency("INR", 4_000, 150_000, ("₹", "indian rupees")),
        Currency("PKR", 15_000, 600_000),
        Currency("LKR", 20_000, 900_000),
        Currency("JPY", 100_000, 1_500_000, ("円", "万円", "yen", "jp¥")),
        Currency("CNY", 2_000, 60_000, ("rmb", "cn¥", "元")),
        Currency("KRW", 1_000_000, 15_000_000, ("₩",)),
        Currency("PHP", 8_000, 200_000, ("₱",)),
        Currency("THB", 8_000, 250_000, ("฿", "baht")),
        Currency("MYR", 1_000, 30_000, ("rm",)),
        Currency("VND", 3_000_000, 100_000_000, ("₫",)),
        Currency("BRL", 1_000, 40_000, ("r$", "reais")),
        Currency("MXN", 4_000, 150_000, ("mx$", "mxn$", "pesos mexicanos")),
        Currency("ARS", 200_000, 10_000_000, ("ar$",)),
        Currency("CLP", 250_000, 6_000_000),
        Currency("COP", 800_000, 25_000_000),
        Currency("PEN", 900, 30_000, ("s/", "s/.", "soles")),
        Currency("ZAR", 4_000, 100_000, ("rand",)),
        Currency("ILS", 4_000, 100_000, ("₪", "nis")),
        Currency("TRY", 15_000, 500_000, ("₺",)),
        Currency("AED", 2_000, 60_000, ("dhs",)),
        Currency("SAR", 2_000, 60_000),
        Currency("UAH", 6_000, 250_000, ("₴", "грн")),
        Currency("RSD", 40_000, 900_000),
    )
}

_EURO_COUNTRIES = "AD|AT|BE|BG|CY|DE|EE|ES|FI|FR|GR|HR|IE|IT|LT|LU|LV|MC|ME|MT|NL|PT|SI|SK|SM|XK"
_OTHER_COUNTRIES = """
    US:USD|PR:USD|EC:USD|GB:GBP|UK:GBP|IM:GBP|JE:GBP|GG:GBP|CH:CHF|LI:CHF|SE:SEK|NO:NOK|DK:DKK|FO:DKK|GL:DKK|IS:ISK
    PL:PLN|CZ:CZK|HU:HUF|RO:RON|CA:CAD|AU:AUD|NZ:NZD|SG:SGD|HK:HKD|TW:TWD|IN:INR|PK:PKR|LK:LKR|JP:JPY|CN:CNY|KR:KRW
    PH:PHP|TH:THB|MY:MYR|VN:VND|BR:BRL|MX:MXN|AR:ARS|CL:CLP|CO:COP|PE:PEN|ZA:ZAR|IL:ILS|TR:TRY|AE:AED|SA:SAR|UA:UAH
    RS:RSD
"""
#: The currency of a country, by ISO 3166 alpha-2 code.
BY_COUNTRY: Mapping[str, str] = {
    **dict.fromkeys(listed(_EURO_COUNTRIES), "EUR"),
    **dict(pair.split(":") for pair in listed(_OTHER_COUNTRIES)),
}

#: Marks of several currencies: by country, else by language, else the one under "" (None: unknown).
_SHARED: Mapping[str, Mapping[str, str | None]] = {
    "$": {
        "": "USD",
        **{it: BY_COUNTRY[it] for it in ("US", "CA", "AU", "NZ", "SG", "HK", "TW", "MX", "AR", "CL", "CO")},
    },
    "kr": {"": None, **{it: BY_COUNTRY[it] for it in ("SE", "NO", "DK", "IS")}, "sv": "SEK", "da": "DKK", "no": "NOK"},
    "¥": {"": "JPY", "JP": "JPY", "CN": "CNY"},
    "rs": {"": "INR", "IN": "INR", "PK": "PKR", "LK": "LKR"},
}
_SHARED_SPELLINGS: Mapping[str, str] = {
    "$": "$",
    "dollars": "$",
    "dollar": "$",
    "＄": "$",
    "kr": "kr",
    "kr.": "kr",
    "kroner": "kr",
    "tkr": "kr",
    ":-": "kr",
    "¥": "¥",
    "￥": "¥",
    "rs": "rs",
    "rs.": "rs",
    "rupees": "rs",
}
_LANGUAGES = {"nb": "no", "nn": "no"}

_THOUSAND_SPELLINGS = {
    f"{letter}{code.lower()}": code
    for letter in "kt"
    for code in ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD", "SGD", "INR")
}
_BY_MARK: Mapping[str, str] = {
    mark: it.code for it in CURRENCIES.values() for mark in (it.code.lower(), *it.marks) if mark != "try"
} | _THOUSAND_SPELLINGS

#: Marks that also say how many the amount counts: "60 TEUR", "45 kCHF", "450 tkr", "500万円".
FACTORS: Mapping[str, int] = {**dict.fromkeys((*_THOUSAND_SPELLINGS, "tkr"), 1_000), "万円": 10_000}

_ALL_MARKS = (*_BY_MARK, *_SHARED_SPELLINGS)
#: Any mark, in lower case; those that begin with a letter do not touch other letters.
MARK = (
    rf"(?:(?<![^\W\d_]){alternation(it for it in _ALL_MARKS if it[0].isalpha())}(?![^\W\d_])"
    rf"|{alternation(it for it in _ALL_MARKS if not it[0].isalpha())})"
)

#: Every character that ends a mark, and every one that begins one.
MARK_ENDS = frozenset(mark[-1] for mark in _ALL_MARKS)
MARK_BEGINS = frozenset(mark[0] for mark in _ALL_MARKS)


def stated(mark: str) -> str | None:
    """The code that `mark` (lower case) means wherever it stands, or None for "$", "kr" and their like."""
    return _BY_MARK.get(re.sub(r"\s+", " ", mark))


def implied(mark: str | None, country: str | None, language: str | None) -> str | None:
    """The code that `mark`, or no mark at all, means in this country and language; None where that is open."""
    if mark is None:
        return BY_COUNTRY.get((country or "").upper())
    meanings = _SHARED.get(_SHARED_SPELLINGS.get(mark, ""), {})
    tongue = (language or "").lower()[:2]
    for key in ((country or "").upper(), _LANGUAGES.get(tongue, tongue)):
        if key and key in meanings:
            return meanings[key]
    return meanings.get("")


def unit_by_magnitude(amount: float, currency: str | None) -> PayUnit | None:
    """Month or year, where an amount of this size can hardly pay for anything else."""
    known = CURRENCIES.get(currency or "", CURRENCIES["EUR"])
    if amount >= known.year_from:
        return PayUnit.YEAR
    return PayUnit.MONTH if amount >= known.month_from else None
