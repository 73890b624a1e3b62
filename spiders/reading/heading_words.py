"""The words of headings in postings, by the kind of section that they announce."""

from spiders.posting import SectionKind

#: Whole headings in lower case, by what they announce; the first kind that fits counts.
KNOWN: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.RESPONSIBILITIES,
        (
            r"(?:roles?|duties|tasks) (?:&|and|\+) responsibilities|responsibilities (?:&|and|\+) (?:duties|tasks)"
            r"|das machst du(?: bei uns)?|das (?:sind deine aufgaben|tust du)"
            r"|responsibilit\w+|what you.?(?:ll| will)(?: be)? (?:do\w*|work\w*|own|build)|what you do|your "
            r"(?:role|tasks?|mission|impact|job"
            r"|responsibilities|day\w*)|duties|the (?:role|job|position|opportunity)|about the (?:role|job"
            r"|position|opportunity|internship)"
            r"|(?:this|our|role|job|position) (?:role|summary|purpose|overview|description|function)|role|key "
            r"(?:tasks|accountabilities)|(?:main |core )?tasks"
            r"|things you.ll do|what (?:is|the) (?:the )?(?:role|job) (?:is|about)|basic job function|job scope"
            r"|you will be working on"
            r"|day[ -]to[ -]day|in this role|as our .{3,40} you.ll|a typical day|how you.ll (?:make|spend)"
            r"|aufgaben\w*|deine aufgaben|ihre aufgaben|tätigkeiten|das erwartet dich|was dich erwartet|dein job"
            r"|stellenbeschreibung"
            r"|missions?|vos missions|le poste|descriptif du poste|funciones|responsabilidades|tareas"
            r"|descripci[oó]n|mansioni|responsabilità"
            r"|taken|werkzaamheden|wat ga je doen|arbetsuppgifter|om (?:rollen|tjänsten|jobbet|stillingen)"
            r"|arbejdsopgaver|dine opgaver"
            r"|arbeidsoppgaver|tehtävät|obowiązki|zakres obowiązków|zakres zadań|náplň práce|popis (?:pozice|práce"
            r"|pracovní\w*)|co (?:budete|budeš) dělat"
            r"|hlavní úkoly|náplní práce|atividades|jobbeskrivelse"
            r"|(?:dein|ihr|das) aufgabengebiet|aufgaben(?:gebiet|bereich)|dein(?:e)? (?:rolle|mission|tätigkeiten)"
            r"|ihre tätigkeiten"
            r"|(?:vos|tes|les|missions) (?:missions|responsabilités|principales)|descri(?:ption|ptif) du poste"
            r"|ce que (?:vous ferez|tu feras)"
            r"|tus (?:funciones|tareas|responsabilidades)|principales (?:tareas|funciones)"
            r"|(?:¿)?qu[eé] har[áa]s(?: aquí)?"
            r"|le tue (?:attività|responsabilità|mansioni)|attività|cosa farai|di cosa ti occuperai"
            r"|(?:wat|dit) (?:ga je doen|je gaat doen)|(?:jouw|je) (?:taken|werkzaamheden|rol|functie)"
            r"|functieomschrijving|de functie"
            r"|dina arbetsuppgifter|ditt uppdrag|(?:dine )?(?:arbeids)?oppgaver|dine (?:arbejds)?opgaver|opgaverne"
            r"|tehtävä(?:si|n kuvaus)?|työtehtävät|työnkuva|twoje zadania|obowiązki|twój zakres obowiązków|co (?:tě"
            r"|vás) (?:u nás )?čeká"
            r"|(?:as )?(?:tuas|suas|principais) (?:funções|responsabilidades|tarefas)|descrição da função"
            r"|responsabilidades|funções"
        ),
    ),
    (
        SectionKind.REQUIREMENTS,
        (
            r"requirements?|qualifications?|who you are|about you|what (?:we.?(?:re| are) looking for|we.?d like to see"
            r"|you.?(?:ll)? (?:need|bring|have))"
            r"|what we look for|(?:your|candidate|person|ideal) (?:profile|background|skills|experience"
            r"|specification|qualifications|candidate)"
            r"|you (?:should )?have|you are|must[ -]haves?|nice[ -]to[ -]haves?|(?:required|preferred|desired"
            r"|essential|desirable|minimum|basic)"
            r"(?: \w+)? ?(?:skills|qualifications|experience|criteria|requirements|education)?|skills(?: (?:and"
            r"|&) \w+)?|experience|education"
            r"|eligibility|bonus(?: points)?|competenc\w+|who (?:can apply|will love this job|we.re looking for)"
            r"|to (?:be successful|succeed|thrive).*"
            r"|what sets you apart|we.re looking for|you might be a fit.*|core technologies"
            r"|anforderungen|(?:dein|ihr) profil|das bringst du mit|qualifikation\w*|voraussetzungen|was du "
            r"mitbringst|wir erwarten"
            r"|profil(?: recherché)?|votre profil|compétences.*|requisitos|perfil|qualifiche|requisiti"
            r"|functie-eisen|wat vragen wij|jouw profiel"
            r"|kvalifikationer?|kvalifikasjoner|vi söker|din profil|krav|odotamme|vaatimukset|wymagania|oczekujemy"
            r"|požadujeme"
            r"|požadavky"
            r"|jaké máme požadavky|co (?:očekáváme|od tebe očekáváme|bys měl).*|další znalosti.*|dina kvalifikationer"
            r"|(?:das|was|dein|ihr) (?:bringst du mit|du mitbringst|sie mitbringen|bringen sie mit|background)"
            r"|sie bringen mit|anforderungsprofil"
            r"|(?:ton|le) profil|profil souhaité|qualifications requises|vous êtes|tu perfil"
            r"|(?:lo )?qu[eé] (?:buscamos|necesitas)|requisitos \w+"
            r"|lo que buscamos|imprescindible|valorable|(?:il )?(?:tuo )?profilo(?: (?:ideale|ricercato))?"
            r"|requisiti \w+|chi cerchiamo|cosa cerchiamo|competenze"
            r"|(?:wie|wat) (?:ben jij|zoeken wij|breng je mee|vragen we|vragen wij van jou)|(?:dit|wat) (?:vragen wij"
            r"|(?:breng|neem) je mee|heb jij|heb je)|functie-eisen"
            r"|vem är du|vi söker dig(?: som)?|hvem er du|vi (?:forventer|søger|ser etter).{0,30}"
            r"|dine kvalifikation(?:er)?|ønskede kvalifikasjoner"
            r"|(?:mitä )?odotamme(?: sinulta)?|toivomme sinulta|edellytämme|kuka olet|nasze wymagania|profil kandydata"
            r"|(?:czego )?(?:od ciebie )?oczekujemy"
            r"|koho hledáme|co (?:od (?:tebe|vás) )?(?:čekáme|očekáváme|požadujeme)|(?:o )?(?:teu|seu) perfil"
            r"|perfil (?:do|de) candidat[oa]|o que procuramos"
            r"|what you.?(?:ll)? bring to the table|person spec|essential|what you need to succeed"
        ),
    ),
    (
        SectionKind.BENEFITS,
        (
            r"benefits?(?: .*)?|perks.*|what (?:we.?(?:ll)?|you.?(?:ll)?) (?:offer|get|can expect)|what we can "
            r"offer|we offer|why (?:join|work|us|you.ll love).*"
            r"|our offer|what.s in it for you|total rewards|wir bieten|das bieten wir|unser angebot|was wir "
            r"(?:dir |ihnen )?bieten|benefits & .*"
            r"|avantages|nous (?:vous )?(?:offrons|proposons)|ofrecemos|beneficios|offriamo|wat bieden wij|wij "
            r"bieden|vi (?:erbjuder|tilbyder|tilbyr)"
            r"|tarjoamme|oferujemy|nabízíme|co (?:ti |vám )?(?:na oplátku )?nabízíme|oferecemos|benefícios|a few "
            r"nice to haves"
            r"|(?:was wir|das|wir) (?:dir |ihnen )?(?:bieten|bieten wir)(?: dir| ihnen)?|das bieten wir (?:dir|ihnen)"
            r"|(?:deine|ihre|unsere) (?:vorteile|benefits)|wir bieten (?:dir|ihnen)"
            r"|(?:nos|les|vos) avantages|ce que nous (?:vous )?(?:offrons|proposons)"
            r"|(?:lo )?(?:¿)?qu[eé] (?:te )?ofrecemos|te ofrecemos|condiciones"
            r"|cosa (?:ti )?offriamo|(?:la nostra )?offerta|si offre|benefit|wat (?:bieden wij jou|wij bieden|krijg je"
            r"|je krijgt)|arbeidsvoorwaarden|ons aanbod|dit bieden wij"
            r"|(?:vad )?vi erbjuder(?: dig)?|förmåner|(?:hvad |hva )?vi (?:kan )?tilby(?:der|r)?(?: dig| deg)?"
            r"|tarjoamme sinulle|mitä tarjoamme|(?:henkilöstö)?edut|(?:personale|frynse)?goder|ansattefordeler"
            r"|fordeler|våra förmåner"
            r"|(?:co|to) oferujemy|co zyskujesz|benefity|nabízíme (?:vám|ti)|co (?:vám |ti )?nabízíme|výhody"
            r"|voordelen|ventajas|vantaggi|benefici|regalias|świadczenia|zusatzleistungen|vorteile|nos avantages"
            r"|o que oferecemos|(?:os )?benefícios|vantagens"
        ),
    ),
    (
        SectionKind.PAY,
        (
            r"(?:base )?(?:pay|salary|compensation|remuneration|wage)(?: .{0,40})?|gehalt|vergütung|rémunération"
            r"|salaire|salario|stipendio"
            r"|retribuci[oó]n|salaris|lön|løn|lønn|palkka|wynagrodzenie|mzda|plat|salário"
        ),
    ),
    (
        SectionKind.LOCATION,
        (
            r"(?:job |work |our )?locations?|where you.?(?:ll| will) (?:be|work)|work(?:ing)? (?:environment"
            r"|location|arrangements?|place)|place of work|workplace"
            r"|standort|arbeitsort|einsatzort|lieu(?: de travail)?|ubicaci[oó]n|sede|standplaats|arbejdssted"
            r"|arbetsplats|placering|lokalita"
            r"|místo (?:výkonu )?práce|lokalizacja|localização|sijainti|arbeidssted"
        ),
    ),
    (
        SectionKind.ABOUT,
        (
            r"about(?: .{1,60})?|who we are|our (?:company|culture|team|mission|values|story)|the (?:company"
            r"|team)|(?:your|the) (?:new )?team|company (?:description|overview)"
            r"|(?:über|wer) (?:uns|wir sind)|das sind wir|unternehmen|à propos.*|qui sommes-nous|sobre "
            r"(?:nosotros|nós)|qui[eé]nes somos|chi siamo|over ons"
            r"|om (?:företaget|arbetsgivaren|arbetsplatsen|virksomheden|arbejdspladsen|bedriften|virksomheten"
            r"|arbeidsgiver)"
            r"|(?:über )?das unternehmen|(?:über )?(?:den|unser) (?:arbeitgeber|unternehmen)|(?:notre |l')entreprise"
            r"|(?:sobre |de )?la empresa|(?:sobre )?a empresa|(?:sull'|l')azienda|(?:over )?het bedrijf|yrityksestä"
            r"|työnantajasta|o (?:firmie|pracodawcy|firmě|zaměstnavateli)"
            r"|om (?:os|oss)|meistä|o nas|o nás|o společnosti|working at .{1,50}|life at .{1,50}|join our "
            r"mission.*|diversity.*|equal opportunit.*"
        ),
    ),
    (
        SectionKind.OTHER,
        (
            r"how to apply|application(?: process)?|to apply|contact(?: .{1,40})?|hiring process|interview "
            r"process|next steps|training requirements"
            r"|additional information|other information|bewerbung|kontakt|so bewirbst du dich|how we hire"
            r"|information|full job description|job description|description"
            r"|job details|details|overview|summary|what you will learn"
        ),
    ),
)
#: Words within a heading of any wording, for the kind of what is known to be a heading; the first that is found.
WORDS_WITHIN: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.ABOUT,
        (
            r"\b(?:our|notre|nos|unsere?|nuestr[ao]|la nostra|onze|vår[at]?|vores|nasz[ae]|naše|a nossa) (?:mission"
            r"|vision"
            r"|values|story|culture|team|valeurs|équipe|werte|kultur|equipo|cultura|valori|waarden|cultuur)\b"
        ),
    ),
    (
        SectionKind.BENEFITS,
        (
            r"\bbenefits?\b|\bperks|\bwe (?:can )?offer|offers? you\b|what we provide|what you(?:.ll)? get"
            r"|in it for you"
            r"|care of you|\bwhy (?:join|you.ll|us|work)|love (?:it|working)|\brewards|on offer|our offer"
            r"|biete[nt]|angebot an|vorteile|freuen|davon hast|leistungen"
            r"|avantages|offr(?:ons|e d)|propos(?:ons|e)\b|rejoindre|ofrece|beneficios|condiciones|offriamo|si offre"
            r"|nostra offerta|vantaggi|perché (?:unirti|noi)|bieden|aanbod|arbeidsvoorwaarden|krijg|erbjud|förmåner"
            r"|\b(?:får du|du får)|tilby|goder\b|tarjoam|\bedut|\bsaat\b|oferuj|zyskujesz|benefit[yo]|nabízíme"
            r"|nabídneme|naše nabídka|look forward"
            r"|dostane[štm]"
            r"|těšit|výhody|oferece|benefícios|vantagens|regalias"
        ),
    ),
    (SectionKind.PAY, r"\b(?:salary|compensation|pay\b|remuneration|vergütung|gehalt)"),
    (
        SectionKind.REQUIREMENTS,
        (
            r"\brequire(?:ments?|d|s)?\b|\byou(?:.ll)? bring|\bqualifi|\byou (?:need|have|bring|are)\b|\byou.ve\b"
            r"|\byour (?:background|profile|skills"
            r"|experience)|\bskills|\bexperience|\bspecification|\bcriteria|\bthrive"
            r"|\b(?:looking for|must.haves?|nice.to|ideal|great fit|good fit|great addition)|profil|anforderung"
            r"|wünschen|erwarten|überzeug|bringst|bringen|\bdu passt|voraussetz|kenntnisse|wer du bist"
            r"|compétences|vous (?:êtes|avez)|attend(?:ons|u)|exigences|busca|necesita|requisit|imprescindible|perfil"
            r"|competenz|cerchiamo|conoscenz|\bwie (?:ben|zoeken)|vragen|breng je|vereisten|söker|kvalifi[kc]|vem är du"
            r"|\bkrav|meriter|forvente|søger|hvem er du|ser etter|odotamme|toivomme|edellyt|vaadim|osaaminen|kuka olet"
            r"|wymag|oczekuj|kwalifikacj|szukamy|hledáme|požad|čekáme|očekáv|\buměl?[ti]|předpoklad|procuramos"
            r"|esperamos"
            r"|competências|quem (?:és|é você)"
        ),
    ),
    (
        SectionKind.RESPONSIBILITIES,
        (
            r"\bresponsib|\byou.ll (?:do|work|be|own|contribute|make|build|spend)|\byou will|would you do|contribute"
            r"|\bduties"
            r"|\btasks|\bthe role"
            r"|\bthe job|\bthe position|\bimpact|\bday (?:in|to)|accountab|mission|aufgabe|tätigkeit|erwartet|machst"
            r"|(?:vous|tu) fer(?:ez|as)|du poste|\ble poste|funcion|tareas|\bhar[áa]s|responsab|misión|attività|mansion"
            r"|occuperai|\bfarai|\btaken|werkzaamheden|ga(?:at|a)? (?:je )?doen|functie|uppgift|uppdrag|att göra"
            r"|tjänsten|rollen|opgaver"
            r"|jobbet|stillingen|oppgaver|skal du|tehtäv|työnkuva|zadania|obowiązk|zajmować|náplň|náplní|\bčeká\b"
            r"|starosti"
            r"|úkol|fun[çc](?:ões|ão)|fazer|atividades|tarefas"
        ),
    ),
    (SectionKind.LOCATION, r"\b(?:location|where you|office|standort)"),
    (
        SectionKind.ABOUT,
        r"\b(?:about|who we are|our (?:team|company|mission|values|culture)|über uns|om os|sobre (?:nosotros|nós))",
    ),
)
