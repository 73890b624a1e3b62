"""Words that stand in the place of a pay that a page no longer, or not yet, names: "nach Vereinbarung"."""

import re
from collections.abc import Iterator

_WORDS = """
to be (?:agreed|confirmed|announced|determined|discussed|negotiated)
tba|tbc|tbd|tbh|doe|dependent on experience|depend(?:s|ing|ent) on (?:your |the )?experience
commensurate with (?:your |the )?experience
(?:highly |very )?competitive|(?:fully )?negotiable|on (?:request|application)|upon request
not (?:specified|disclosed)|undisclosed|attractive|market rate
(?:nach|gemäß|lt\\.|laut) (?:vereinbarung|absprache|tarif)|vb|verhandelbar|verhandlungsbasis|auf anfrage
(?:attraktive?[sr]?|marktgerechte?[sr]?|leistungsgerechte?[sr]?|wettbewerbsfähige?[sr]?|übliche?[sr]?)
(?:à|a) (?:négocier|définir|convenir|déterminer|discuter)|négociable|selon (?:le |votre )?(?:profil|expérience|barème)
non (?:précisée?|communiquée?)|attracti(?:f|ve)|compétiti(?:f|ve)
a (?:convenir|negociar|definir|combinar)|según (?:la )?(?:valía|experiencia|perfil|convenio)|negociable|no especificado
competitiv[oa]|atractiv[oa]
da (?:concordare|definire)|commisurat[oa] all.esperienza|trattabile|negoziabile|non specificat[oa]|competitiv[oa]
in overleg|nader (?:overeen te komen|te bepalen)|n\\.o\\.t\\.k\\.|marktconform|afhankelijk van (?:je |uw |de )?ervaring
onderhandelbaar|concurrerend
enligt (?:överenskommelse|avtal|ö\\.?k\\.?)|efter överenskommelse|individuell(?: lönesättning)?
marknadsmässig|konkurrenskraftig
efter (?:aftale|kvalifikationer|avtale)|etter (?:avtale|kvalifikasjoner)|aftales individuelt|konkurrencedygtig
konkurransedyktig
sopimuksen mukaan|sovitaan|neuvoteltavissa|kilpailukykyinen|(?:tessin|tes:n|tehtävän vaativuuden) mukaan
do (?:uzgodnienia|negocjacji|ustalenia)|konkurencyjn[ea]|atrakcyjn[ea]|według (?:umowy|kwalifikacji)
dohodou|dle (?:dohody|zkušeností|praxe)|podle (?:dohody|zkušeností|praxe)|atraktivní|konkurenceschopn[áý]
(?:a|à) (?:combinar|negociar|definir)|compatível com (?:a )?(?:função|experiência|o mercado)|negociável|não informado
"""
_UNNAMED = re.compile(
    rf"(?<!\w)(?:{'|'.join(line.strip() for line in _WORDS.strip().splitlines())})(?!\w)", re.IGNORECASE
)


def unnamed_pay(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence says, instead of an amount, that there will be one.

    Args:
        text: of which nothing but a pay that is named by the other reading is known; the words mean other
            things elsewhere ("a competitive market").
    """
    return (found.span() for found in _UNNAMED.finditer(text))
