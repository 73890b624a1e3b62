"""Words and patterns of the sentences, by language. Every sentence is invented; some hold the words that mislead."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Grammar:
    """Patterns with slots, the words for the slots, and the parts of titles and names."""

    words: Mapping[str, tuple[str, ...]]
    #: By kind of section.
    sentences: Mapping[str, tuple[str, ...]]
    bullets: Mapping[str, tuple[str, ...]]
    levels: tuple[str, ...]
    trades: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.strip().replace("\n", "|").split("|") if word.strip())


_EN = Grammar(
    levels=_words("Senior|Junior|Lead|Principal|Associate|Graduate|Staff|Assistant"),
    trades=_words("""
        Audio Engineer|Data Analyst|Warehouse Planner|Ward Nurse|Payroll Accountant|Product Designer|Firmware Engineer
        Grid Engineer|Case Lawyer|Store Manager|Machine Learning Engineer|Research Scientist|Supply Planner
        Network Technician|Security Analyst|Content Editor|Bid Writer|Laboratory Chemist|Robotics Engineer
        Event Coordinator|Customer Advisor|Tax Consultant|Site Reliability Engineer|Quality Inspector|Music Curator
    """),
    words={
        "verb": _words("""
            build|maintain|review|plan|measure|document|improve|design|test|coordinate|support|prepare|run|audit
            prototype|simplify|schedule|monitor|extend|rework|validate|sketch|assemble|calibrate|publish|negotiate
        """),
        "object": _words("""
            closed-loop control for delivery robots|reports on stock levels|ranking models|care plans for the ward
            the ledger of our suppliers|onboarding flows|firmware for loudspeakers|load forecasts for the grid
            contracts with carriers|window displays|training sets of recorded speech|literature reviews
            shelf layouts|routers in branch offices|access rules|a weekly magazine|tender documents
            samples from the river|grippers and sensors|fairs and open days|answers to difficult letters
            tax returns of small firms|alerting for our clusters|incoming parts|playlists for quiet evenings
            dashboards that people read|payment files|interviews with listeners|inventories of spare parts
            tools that close tickets by themselves|a queue of nine million events|maps for hikers
        """),
        "tail": _words("""
            with engineers and designers|across three time zones|for hospitals in the region|from first idea to release
            together with the people who use them|under tight deadlines|so that nothing is done twice
            while the old system keeps running|in close touch with finance|for budgets of up to $2 million
            with care for detail|alongside two experienced colleagues|and explain them to newcomers
            before each season begins|according to the rules of the trade|in the field and at the desk
            for clients who raised $40M last year|and keep the records straight|in short steps
        """),
        "tool": _words("""
            Python|spreadsheets|SQL|Rust|CAD drawings|SAP|Terraform|oscilloscopes|Figma|clinical records|double entry
            Kubernetes|public tenders|C++|stock systems|statistical tests|signal processing|version control
            laboratory glassware|press work|Java|network cabling|employment law|point-of-sale systems
        """),
        "quality": _words("""
            patience|curiosity|a steady hand|clear writing|humour in hard weeks|an eye for numbers|calm under pressure
            respect for other trades|a sense of order|courage to ask|pleasure in teaching|stamina|tact|good ears
        """),
        "subject": _words("""
            physics|nursing|accounting|computer science|linguistics|logistics|law|chemistry|design
            electrical engineering
            economics|music technology|mathematics|public administration|biology|history
        """),
        "thing": _words("""
            hearing aids|timetables|irrigation pumps|maps|insurance for farmers|rail freight|recorded books|solar roofs
            school software|water meters|parcel lockers|sound libraries|wheelchairs|bakery ovens|museum guides
        """),
        "who": _words(
            "nurses|teachers|farmers|drivers|listeners|small shops|hospitals|towns|students|museums|carriers"
        ),
    },
    sentences={
        "about": (
            "We make {thing} for {who} and {who}.",
            "Our {nn} people build {thing}, and most of them have stayed for {n} years or more.",
            "The team closed its second round of funding and now serves {who} in {n} countries.",
            "What began as a workshop for {thing} now helps {who} every day.",
            "You join a group that likes to {verb} {object}.",
            "Half of us come from {subject}, the others from {subject} or {subject}.",
            "Last year {who} asked us for {thing}, and we learned to {verb} {object} {tail}.",
        ),
        "responsibilities": (
            "In this role you {verb} {object} {tail}.",
            "You will {verb} {object} and {verb} {object}.",
            "Most weeks begin with {quality} and end with {object}.",
        ),
        "requirements": (
            "We look for people with {quality} and {quality}.",
            "A background in {subject} helps, and so does {quality}.",
            "If you know {tool}, tell us what you did with it.",
        ),
        "benefits": (
            "We give you time to learn {tool} and to practise {quality}.",
            "After {n} months you choose a subject such as {subject} to study on Fridays.",
            "Everybody who works on {thing} may take part in our meetings with {who}.",
        ),
    },
    bullets={
        "responsibilities": (
            "{verb} {object} {tail}",
            "{verb} and {verb} {object} {tail}",
            "{verb} {object}, then {verb} {object}",
            "Help {who} to {verb} {object} {tail}",
            "{verb} {object} for {who}, with {tool}",
        ),
        "requirements": (
            "At least {n} years of experience with {tool} and {tool}",
            "A degree in {subject} or {subject}, or the same knowledge from practice",
            "{quality} when you {verb} {object}",
            "You can {verb} {object} {tail}",
            "Good knowledge of {tool}; {tool} is welcome",
            "{n}+ years in which you had to {verb} {object}",
        ),
        "benefits": (
            "{nn} days of holiday, and {n} more after {n} years",
            "A budget of ${nn}0 a year for courses in {subject}",
            "{n} weeks of parental leave on top of the law",
            "Lunch with {who} every {n} weeks",
            "A desk, a chair and {thing} at cost price",
            "Time to {verb} {object} of your own choice",
            "Insurance that covers {thing}, and advice from {who}",
        ),
    },
)
_DE = Grammar(
    levels=_words("Senior|Junior|Leitende|Erfahrene"),
    trades=_words("""
        Softwareentwickler (m/w/d)|Lagerplaner (m/w/d)|Pflegefachkraft (m/w/d)|Buchhalter (m/w/d)|Netzplaner (m/w/d)
        Chemielaborant (m/w/d)|Elektroniker (m/w/d)|Projektleiter Bahn (m/w/d)|Redakteur (m/w/d)|Steuerberater (m/w/d)
        Tontechniker (m/w/d)|Einkäufer (m/w/d)|Datenanalyst (m/w/d)|Filialleiter (m/w/d)|Robotikingenieur (m/w/d)
    """),
    words={
        "verb": _words(
            "planst|prüfst|entwickelst|betreust|dokumentierst|verbesserst|testest|koordinierst|wartest|leitest"
        ),
        "object": _words("""
            Regelkreise für Förderanlagen|Berichte über Lagerbestände|Pflegepläne|Verträge mit Spediteuren
            Messreihen aus dem Labor|Schulungen für neue Kollegen|Lastprognosen|Tonaufnahmen|Prüfstände
            Angebote für Gemeinden|Schnittstellen zu Lieferanten|Ersatzteillisten|Fahrpläne|Sensoren und Greifer
        """),
        "tail": _words("""
            gemeinsam mit zwei Kolleginnen|im engen Austausch mit dem Einkauf|von der Idee bis zum Betrieb|für Kliniken
            mit Budgets bis zu 2 Mio. €|ohne den laufenden Betrieb zu stören|Schritt für Schritt
            nach den Regeln des Fachs
        """),
        "tool": _words("Python|SAP|SQL|Tabellenkalkulation|CAD|Kubernetes|Messtechnik|C++|Vergaberecht|Java|Statistik"),
        "quality": _words(
            "Geduld|Neugier|Sorgfalt|Humor|Ordnungssinn|Ruhe in hektischen Wochen|Freude am Erklären|Ausdauer"
        ),
        "subject": _words("Physik|Pflege|Informatik|Logistik|Chemie|Elektrotechnik|Rechnungswesen|Mathematik|Biologie"),
        "thing": _words(
            "Hörgeräte|Fahrpläne|Pumpen|Landkarten|Solardächer|Wasserzähler|Paketstationen|Backöfen|Rollstühle"
        ),
        "who": _words("Gemeinden|Kliniken|Landwirte|Schulen|Museen|Fahrer|kleine Läden|Vereine|Studierende"),
    },
    sentences={
        "about": (
            "Wir bauen {thing} für {who} und {who}.",
            "Unsere {nn} Leute kommen aus {subject}, {subject} und {subject}.",
            "Was als Werkstatt für {thing} begann, hilft heute {who} in {n} Ländern.",
            "Bei uns zählen {quality} und {quality}.",
            "Zuletzt haben wir mit {who} gelernt, wie man {thing} besser macht.",
        ),
        "responsibilities": ("Du {verb} {object} {tail}.", "Außerdem {verb} du {object} und {verb} {object}."),
        "requirements": ("Wir suchen Menschen mit {quality} und {quality}.", "Kenntnisse in {tool} helfen dir dabei."),
        "benefits": (
            "Du bekommst Zeit für {subject} und {tool}.",
            "Nach {n} Monaten wählst du ein Thema aus {subject}.",
        ),
    },
    bullets={
        "responsibilities": (
            "Du {verb} {object} {tail}",
            "Du {verb} {object} und {verb} {object}",
            "Du {verb} {object} für {who}",
        ),
        "requirements": (
            "Mindestens {n} Jahre Erfahrung mit {tool} und {tool}",
            "Abschluss in {subject} oder {subject}",
            "{quality} im Umgang mit {who}",
            "Gute Kenntnisse in {tool}, gern auch in {tool}",
        ),
        "benefits": (
            "{nn} Tage Urlaub und {n} weitere nach {n} Jahren",
            "Ein Budget von {nn}0 € im Jahr für Kurse in {subject}",
            "{n} Wochen Einarbeitung bei {who}",
            "{thing} zum Selbstkostenpreis",
            "Mittagessen mit {who} alle {n} Wochen",
        ),
    },
)
_FR = Grammar(
    levels=_words("Senior|Junior|Confirmé"),
    trades=_words("""
        Développeur logiciel (H/F)|Infirmier (H/F)|Comptable (H/F)|Chimiste (H/F)|Acheteur (H/F)|Rédacteur (H/F)
        Ingénieur du son (H/F)|Planificateur logistique (H/F)|Analyste de données (H/F)|Électrotechnicien (H/F)
    """),
    words={
        "verb": _words("planifier|vérifier|développer|documenter|améliorer|tester|coordonner|préparer|animer|mesurer"),
        "object": _words("""
            les rapports de stock|les plans de soins|les contrats des transporteurs|les séries de mesures
            les formations des nouveaux|les prévisions de charge|les bancs d'essai|les horaires|les capteurs
            les commandes des communes|les listes de pièces|les enregistrements
        """),
        "tail": _words("""
            avec deux collègues|en lien avec les achats|de l'idée à la mise en service|pour les hôpitaux
            sans arrêter l'exploitation|pas à pas|selon les règles du métier
        """),
        "tool": _words("Python|SAP|SQL|les tableurs|la CAO|Kubernetes|la métrologie|C++|le droit public|Java"),
        "quality": _words("patience|curiosité|rigueur|humour|calme|sens de l'ordre|endurance|pédagogie"),
        "subject": _words("physique|soins infirmiers|informatique|logistique|chimie|comptabilité|biologie|droit"),
        "thing": _words("des prothèses|des horaires|des pompes|des cartes|des toits solaires|des compteurs|des fours"),
        "who": _words("les communes|les hôpitaux|les agriculteurs|les écoles|les musées|les chauffeurs|les étudiants"),
    },
    sentences={
        "about": (
            "Nous fabriquons {thing} pour {who} et {who}.",
            "Nos {nn} collègues viennent de {n} pays.",
            "Notre atelier, né il y a {n} ans, aide {who} chaque jour.",
            "Ici, {quality} et {quality} comptent plus que les titres.",
        ),
        "responsibilities": (
            "Vous aurez à {verb} {object} {tail}.",
            "Il s'agit de {verb} {object} et de {verb} {object}.",
        ),
        "requirements": (
            "Nous cherchons une personne avec {quality} et {quality}.",
            "Une bonne maîtrise de {tool} aide.",
        ),
        "benefits": ("Vous aurez du temps pour {tool}.", "Après {n} mois, vous choisissez un sujet de {subject}."),
    },
    bullets={
        "responsibilities": ("{verb} {object} {tail}", "{verb} et {verb} {object}", "{verb} {object} pour {who}"),
        "requirements": (
            "Au moins {n} ans d'expérience avec {tool}",
            "Un diplôme en {subject} ou {subject}",
            "{quality} avec {who}",
            "Bonne connaissance de {tool} et de {tool}",
        ),
        "benefits": (
            "{nn} jours de congé, et {n} de plus après {n} ans",
            "Un budget de {nn}0 € par an pour des cours de {subject}",
            "{n} semaines d'accueil avec {who}",
            "Un repas avec {who} toutes les {n} semaines",
        ),
    },
)
_SV = Grammar(
    levels=_words("Senior|Junior|Erfaren"),
    trades=_words("""
        Systemutvecklare|Sjuksköterska|Redovisningsekonom|Kemist|Inköpare|Redaktör|Ljudtekniker|Logistikplanerare
        Dataanalytiker|Elingenjör|Butikschef
    """),
    words={
        "verb": _words("planera|granska|utveckla|dokumentera|förbättra|testa|samordna|förbereda|leda|mäta"),
        "object": _words("""
            lagerrapporter|vårdplaner|avtal med åkare|mätserier|utbildningar för nya kollegor|lastprognoser|provbänkar
            tidtabeller|sensorer|offerter till kommuner|reservdelslistor|inspelningar
        """),
        "tail": _words("""
            tillsammans med två kollegor|i nära kontakt med inköp|från idé till drift|för sjukhus|steg för steg
            utan att störa driften|enligt yrkets regler
        """),
        "tool": _words("Python|SAP|SQL|kalkylblad|CAD|Kubernetes|mätteknik|C++|upphandling|Java|statistik"),
        "quality": _words("tålamod|nyfikenhet|noggrannhet|humor|lugn|ordningssinne|uthållighet|glädje i att lära ut"),
        "subject": _words("fysik|omvårdnad|datavetenskap|logistik|kemi|redovisning|biologi|juridik|matematik"),
        "thing": _words("hörapparater|tidtabeller|pumpar|kartor|soltak|vattenmätare|paketskåp|bakugnar|rullstolar"),
        "who": _words("kommuner|sjukhus|bönder|skolor|museer|chaufförer|små butiker|föreningar|studenter"),
    },
    sentences={
        "about": (
            "Vi gör {thing} för {who} och {who}.",
            "Våra {nn} kollegor kommer från {n} länder.",
            "Det som började som en verkstad för {thing} hjälper i dag {who}.",
            "Hos oss räknas {quality} och {quality}.",
        ),
        "responsibilities": ("Du får {verb} {object} {tail}.", "Dessutom får du {verb} {object} och {verb} {object}."),
        "requirements": ("Vi söker personer med {quality} och {quality}.", "Kunskaper i {tool} hjälper dig."),
        "benefits": ("Du får tid för {subject} och {tool}.", "Efter {n} månader väljer du ett ämne inom {subject}."),
    },
    bullets={
        "responsibilities": ("{verb} {object} {tail}", "{verb} och {verb} {object}", "{verb} {object} för {who}"),
        "requirements": (
            "Minst {n} års erfarenhet av {tool} och {tool}",
            "Examen i {subject} eller {subject}",
            "{quality} i mötet med {who}",
            "Goda kunskaper i {tool}, gärna även i {tool}",
        ),
        "benefits": (
            "{nn} dagars semester och {n} till efter {n} år",
            "En budget på {nn}0 kr om året för kurser i {subject}",
            "{n} veckors introduktion hos {who}",
            "Lunch med {who} var {n}:e vecka",
        ),
    },
)

#: By the two letters of the language.
GRAMMARS: Mapping[str, Grammar] = {"en": _EN, "de": _DE, "fr": _FR, "sv": _SV}
