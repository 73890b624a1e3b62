"""Where the sentences of a line end: not inside dates ("30. Juni"), times ("kl. 15:30") and abbreviations ("z. B.")."""

import re
from collections.abc import Iterator

from spiders.reading.months import MONTHS, WEEKDAYS

_END = re.compile(r"[.!?][\"'”’)\]]?\s(?=[^\W_a-z])")
_LAST = re.compile(r"[^\s(\[\"“„/]+\Z")
_NEXT = re.compile(r"[^\W_]+")
#: How far before a dot the word begins that may be an abbreviation.
_REACH = 24
#: Never the last word of a sentence, or hardly ever.
_ABBREVIATIONS_TEXT = """
e.g i.e eg ie etc approx appr min max incl excl no nos nr vs est ext tel fig vol dept ave st ste dr mr mrs ms prof
jr sr mt ft inc ltd co corp bros llc u.s u.k u.s.a d.c a.m p.m ph.d b.sc m.sc b.a m.a cf c.f ca circa approx
z.b d.h u.a u.ä i.d.r ggf bzw inkl exkl zzgl evtl usw vgl sog mind max bspw str gem lt stk std mtl tägl dipl
ing abs zb bzgl einschl o.ä z.t v.a i.v.m
p.ex ex env bd av mme m.me mlle mm mgr hab réf tél n° niv
p.ej ej aprox sr sra srta dra pág núm tfno avda
ad.es es ecc sig dott ing rif ca pag circa
bijv o.a d.w.z m.b.t i.c.m t.w.v enz dhr mevr nr blz incl
t.ex bl.a m.m d.v.s osv kl ca tel tfn nr s.k f.d inkl
f.eks bl.a m.v dvs osv kl ca tlf nr inkl f.o.m t.o.m
kr esim mm ym jne n klo puh nro ns
np tj itd itp m.in ul godz tel zł tys mln r dot ww wg
např tj atd apod ul nám tř č hod tel cca mj resp tzv kč tis
p.ex ex nº dr dra sr sra eng arq av tel aprox
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())


def sentences(line: str) -> Iterator[str]:
    """The sentences of a line, in its order."""
    start = 0
    for found in _END.finditer(line):
        if found[0][0] == "." and _goes_on(line, found):
            continue
        yield line[start : found.end() - 1]
        start = found.end()
    yield line[start:]


def _goes_on(line: str, end: re.Match[str]) -> bool:
    """Whether the dot ends no sentence, but an abbreviation, an initial or the number of a day."""
    last = _LAST.search(line, max(0, end.start() - _REACH), end.start())
    word = last[0].casefold() if last else ""
    if word.isdecimal():
        return len(word) <= len("31") and _is_of_date(line, end.end())
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or _is_initials(word)


def _is_of_date(line: str, position: int) -> bool:
    following = _NEXT.match(line, position)
    word = following[0].casefold() if following else ""
    return word in MONTHS or word in WEEKDAYS or (word.isdecimal() and not _begins_sentence(line, position + len(word)))


def _begins_sentence(line: str, position: int) -> bool:
    """Whether a word follows a number: "12. 5 of them …", not "30. 6. 2026"."""
    return line[position : position + 1] == " "


def _is_initials(word: str) -> bool:
    """Like "u.s" or "z.b": single letters with dots between them."""
    letters = word.split(".")
    return len(letters) > 1 and all(len(letter) == 1 for letter in letters)
