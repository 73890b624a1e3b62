"""Words that carry no fact of their own in a sentence about pay or a deadline: "the hourly rate is", "apply by"."""

_PLAIN_TEXT = """
a an the and or of for from to in on at by is are be was will this that it its as with our your you we no not until
till up than later only please must can may der die das den dem ein eine und zu zum zur am im ist für von mit
"""
_PAY_TEXT = """
pay paid pays salary salaries rate rates wage wages compensation remuneration range base hourly daily weekly monthly
yearly annual annually annum hour hours hr hrs h day days week weeks wk month months mo year years yr yrs per pa
k usd eur gbp chf cad aud sek nok dkk pln czk inr jpy sgd us dollar dollars euro euros pound pounds $ € £ ¥
between approximately about gross brutto gehalt stundenlohn stunde tag woche monat jahr pro role position job
minimum maximum min max starting
"""
_DEADLINE_TEXT = """
deadline deadlines apply applying application applications close closes closed closing due date last day final
submit submitted submission submissions received accepted accepting accept before midnight noon am pm a m p o clock
uhr time local th st nd rd t z mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag sonntag et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc
cet cest eet eest ist jst new york london berlin bewerbung bewerbungen bewerbungsschluss bewerbungsfrist frist bis
bewerben spätestens ends end ending expires expiry open role position job
"""
_MONTHS_TEXT = """
january jan januar januari janvier enero gennaio
february feb februar februari février fevrier febrero febbraio
march mar märz marz maart mars marzo
april apr avril abril aprile
may mai maj mei mayo maggio
june jun juni juin junio giugno
july jul juli juillet julio luglio
august aug augusti augustus août aout agosto
september sept sep septembre septiembre settembre
october oct oktober okt octobre octubre ottobre
november nov novembre noviembre
december dec dezember dez décembre decembre diciembre dicembre
"""

#: In any sentence.
PLAIN = frozenset(_PLAIN_TEXT.split())
#: In a sentence that names the pay.
PAY_WORDS = frozenset(_PAY_TEXT.split())
#: In a sentence that names the deadline's day.
DEADLINE_WORDS = frozenset(_DEADLINE_TEXT.split())
#: The names of each month, January first.
MONTHS = tuple(frozenset(line.split()) for line in _MONTHS_TEXT.strip().splitlines())
ANY_MONTH = frozenset(name for month in MONTHS for name in month)
