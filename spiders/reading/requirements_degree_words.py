"""The words for degrees in each language, by what they ask for: patterns for text in lower case."""

from collections.abc import Mapping

from spiders.posting import Degree

_DOCTORATE = r"""
ph\.? ?d(?:\.|\b)|phds?|doctorate|doctoral degree|doctor of philosophy|dphil
promotion (?:in|im|oder)|promoviert\w*|abgeschlossene promotion|doktortitel|doktorgrad
doctorat|thèse de doctorat|bac ?\+ ?8|doctorado|dottorato|gepromoveerd|doctoraat
doktorsexamen|doktorsgrad|disputerad|forskarutbildning|doktorgrad\w*|doktorat\w*|stopień doktora
tohtori\w*|doktorsk\w+ (?:studi\w+|titul|vzdělání)|doutora(?:mento|do)
"""
_MASTER = r"""
master'?s(?! of ceremonies)|masters (?:degree|in|or|level)|master degree
master of (?:science|arts|engineering|business|laws)
m\.?sc\b\.?|mba|m\.?eng\b|(?:advanced|graduate|postgraduate|post-graduate) (?:university )?(?:degree|qualification)
(?<!scrum )(?<!the )master in|master (?:oder|or|ou|eller|o|of) (?:ph\.?d|promo\w*|doc\w*|dok\w*)|\(master\b
masterabschluss\w*|master-abschluss\w*|masterstudium|master-studium|masterstudiengang
diplom(?:abschluss|studium|ingenieur\w*|-ingenieur\w*|informatiker\w*)?
universitätsdiplom|staatsexamen|universitätsabschluss
bac ?\+ ?5|master (?:2|1|ii|i|pro|recherche|spécialisé)|mastère|niveau master|diplôme de master|d'un master|un master
de master
école d'ingénieurs?|école de commerce|école supérieure de commerce|diplôme d'ingénieur\w*|ingénieur diplômé|grande école
máster|grado de máster|posgrado|postgrado
laurea (?:magistrale|specialistica|a ciclo unico|quinquennale|di secondo livello)
master-?(?:diploma|opleiding|titel|graad|niveau)|wo[- ]master|universitaire master|masterdiploma
master(?:s)?examen|magisterexamen|civilingenjör\w*|civilekonom\w*|masterutbildning|masternivå
kandidat(?:grad|uddannelse|niveau)\w*|cand\.? ?(?:merc|scient|polyt|mag|jur|oecon|it|soc|pharm|psych|theol)\w*\.?
civilingeniør\w*|kandidateksamen
mastergrad\w*|masterutdann\w+|sivilingeniør\w*|siviløkonom\w*|hovedfag
ylem[pm]\w+ korkeakoulututkin\w+|maisteri\w*|diplomi-insinööri\w*|di-tutkin\w*|ylempi amk
magister\w*|mgr|studia ii stopnia|tytuł magistra|wyższe magisterskie
magistersk\w+|inženýrsk\w+ (?:titul\w*|studi\w+|vzdělání|směr\w*)|titul (?:ing|mgr)\b|mestrado|pós-graduação
"""
_BACHELOR = r"""
bachelor\w*(?:'s)?|baccalaureate degree|undergraduate degree|b\.?sc\b\.?|b\.?eng\b|b\.?tech\b|b\.?com\b|b\.s\.|b\.a\.
fh-abschluss|fh-studium|fachhochschul(?:studium|abschluss)\w*|bac ?\+ ?[34]|licence (?:pro|professionnelle|en)
niveau licence
licenciatura|licenciad[oa]s?|licenciad[oa]/a|laurea (?:triennale|di primo livello|breve)|hbo(?:\+|-\w+|/wo\w*)?
wo(?:-niveau|-bachelor|-diploma|-opleiding|-denkniveau)|wo werk
kandidat(?:examen|nivå|utbildning|sexamen)\w*|professionsbachelor\w*|bachelorgrad\w*|bacheloruddannelse\w*
diplomingeniør\w*
kandidaatin tutkin\w*|alem[pm]\w+ korkeakoulututkin\w*|amk|amk-\w+|ammattikorkeakoulu\w*|tradenomi\w*
licencjat\w*|inżyniersk\w+|studia i stopnia|tytuł inżyniera|bakalář\w*|grado universitario|grado en
"""
#: Words for a university degree of no named kind: where others are named in the sentence, those say which.
UNIVERSITY = r"""
(?:university|college|4[- ]year|four[- ]year|three[- ]year|relevant|technical|related|stem|first) degree
(?:honou?rs|academic|engineering|quantitative|science|law|business) degree
degree (?:in|level|required|or equivalent|preferred|qualified|qualification|from|within|is required|is preferred)
degree-(?:level|qualified|educated)
hochschulabschluss\w*|hochschulstudium\w*|hochschulausbildung
(?:abgeschlossen\w*|begonnen\w*|laufend\w*|absolviert\w*)(?: (?!oder|bzw|\w*ausbildung)\S+){0,3} studium
studienabschluss\w*
akademisch\w+ (?:abschluss|ausbildung|grad)|studium (?:der|des|im|in|mit|oder|bzw\.)
(?:technisches|juristisches|kaufmännisches|\w{3,20}wissenschaftliches|\w{3,20}wirtschaftliches)(?: \S+)? studium
diplôme universitaire|formation supérieure|études supérieures|diplôme (?:d'études )?supérieur\w*
diplôme de l'enseignement supérieur|formation universitaire
título universitario|titulación universitaria|titulación (?:superior|en|académica)
titulad[oa] (?:universitari|superior|en)\w*|estudios universitarios|formación universitaria|carrera universitaria
estudios superiores|grado/licenciatura
laurea(?:to|ta|ti|te|ndo)?|titolo di studio universitario|formazione universitaria|titolo accademico
(?:afgeronde |voltooide )?universitaire (?:opleiding|studie|graad)
academisch\w* (?:werk|denk|niveau|opleiding|achtergrond)\S*|universitair diploma|hogere opleiding
akademisk (?:examen|utbildning|uddannelse|utdann\w+|grad|baggrund|bakgrunn|bakgrund)
högskole(?:examen|utbildning|ingenjör|utbildad)\w*|universitets(?:examen|utbildning|uddannelse|utdann\w+)\w*
högskole- (?:eller|och) universitets\w+
(?:mellemlang|lang|længere|relevant|kort)?\s?videregående uddannelse
høyere (?:relevant |teknisk |økonomisk )?utdann\w+|høgskole(?:utdann\w+|nivå)|høyskole(?:utdann\w+|nivå|grad)
universitets-
korkeakoulututkin\w*|korkeakoulutu\w+|yliopistotutkin\w*|korkeakoulutaust\w*|korkeakouluopinno\w*
wykształceni\w+ wyższ\w+|wyższe(?: \w+)? wykształcenie|studia wyższe|wyższych|dyplom uczelni
vysokoškolsk\w+|vš (?:vzdělání|titul)|vzdělání vš|vysoká škola|vysok\w+ škol\w+
ensino superior|curso superior|formação superior|formação académica superior|nível superior|superior completo
formação universitária|graduação|diploma universitário
"""
_VOCATIONAL = r"""
associate'?s?'? degree|associate of|2[- ]year degree|two[- ]year degree
vocational (?:degree|diploma|qualification|training|certificate|school|education)
trade (?:certificate|qualification|school)|technical (?:diploma|school|certificate)
completed (?:an )?apprenticeship|apprenticeship certificate|nvq|btec|hnd|hnc|city (?:&|and) guilds|journeyman
(?<!school )diploma in
(?:abgeschlossen\w*|absolviert\w*|erfolgreich\w*)(?: \S+){0,3} (?:berufs)?(?:ausbildung|lehre)|berufsausbildung\w*
(?:kaufmännische|technische|handwerkliche)\w*(?: oder \w+)? (?:berufs)?ausbildung
(?:medizinische|fachliche|einschlägige|gewerbliche)\w*(?: oder \w+)? (?:berufs)?ausbildung
fachausbildung|meisterbrief|meistertitel|techniker(?:ausbildung|abschluss)|gesellenbrief
lehrabschluss|efz|bac ?\+ ?[12]|bts|dut|un cap|d'un cap|cap/bep|bep|bac pro\w*|baccalauréat professionnel
formación profesional|ciclo formativo|grado (?:medio|superior)|fp|fp\s?(?:i|ii|1|2)|cfgs|cfgm|técnico superior
qualifica professionale|diploma professionale|attestato professionale|istituto professionale|mbo(?:[-+]\w*)?
mbo/hbo\w*|mbo-\w+
yrkeshögskol\w*|yh-\w+|yrkesutbildning\w*|eftergymnasial\w*|yrkesexamen|undersköterskeutbildning
erhvervsuddannelse\w*|faglært\w*|svendebrev|håndværksmæssig uddannelse|kontoruddannelse|erhvervsakademi\w*
fagbrev|fagutdann\w+|svennebrev|fagskole\w*|yrkesfag\w*
ammatillinen (?:perus)?(?:tutkin|koulutu)\w*|ammattitutkin\w*|toisen asteen ammatillinen \w+
ammatillista (?:tutkintoa|koulutusta)|ammatillinen \w+tutkinto
(?:wykształcenie )?(?:zasadnicze |średnie )?zawodowe wykształcenie|wykształceni\w+ (?:zasadnicz\w+ )?zawodow\w+
(?:średnie|zasadnicze) zawodowe|wykształcenie techniczne
výuční list\w*|výučním listem|vyučen\w*|vyučení|vyšší odborn\w+|sou|odborné učiliště
curso (?:técnico|profissional)|ensino (?:técnico|profissional)|formação (?:técnica|profissional)|técnico em
"""
_SECONDARY = r"""
high[- ]school (?:diploma|degree|education|graduate|or|level|qualification)|ged|upper secondary (?:school|education)
secondary (?:school )?(?:education|diploma|certificate|qualification)
a[- ]levels? (?:in|or equivalent|qualif\w*|grade|education)
gcses? (?:in|or equivalent|qualif\w*|grade|pass\w*|at|including|maths)
(?:good|three|two|five|minimum) (?:gcses?|a[- ]levels?)|leaving certificate|school leaving certificate|matric
grade 12|12th grade|10th grade
abitur|(?:fach)?hochschulreife|fachabitur|realschulabschluss|mittlere\w* (?:reife|schulabschluss|bildungsabschluss)
hauptschulabschluss|(?:\w+ )?schulabschluss|schulabschluss|sekundarschulabschluss|matura|maturaabschluss
baccalauréat|niveau bac|le bac|bac minimum|bac général|du bac|brevet des collèges
bachillerato|eso|educación secundaria|graduado escolar|graduado en eso
diploma (?:di )?(?:maturità|di scuola|superiore|di istruzione|tecnico|di perito|quinquennale|di ragioneria|di liceo)
maturità|scuola superiore|licenza media|scuola media superiore
vmbo(?:-\w+)?|havo(?:/vwo)?|vwo|middelbare school\w*|middelbare schooldiploma|voortgezet onderwijs
gymnasie(?:examen|utbildning|kompetens|betyg|skola)\w*|gymnasial utbildning|fullständig gymnasie\w*
slutförd gymnasie\w*|grundskola
gymnasial uddannelse|studentereksamen|folkeskolens \w+|folkeskoleeksamen|hf-eksamen|adgangsgivende eksamen
videregående (?:skole|opplæring|utdann\w+)\w*|(?:generell )?studiekompetanse
ylioppilas\w*|lukio\w*|toisen asteen (?:koulutus|tutkinto)|peruskoulu\w*
(?:wykształcenie )?minimum średnie|wykształceni\w+ (?:min\. |minimum |co najmniej )?średni\w+
średnie(?: \w+)? wykształcenie|matur[ay]|wykształceni\w+ podstawow\w+
středoškolsk\w+|sš (?:vzdělání|s maturitou)|maturit\w+|(?:min\. )?sš|střední (?:škol\w+|odborn\w+|vzdělání)
středního vzdělání|úplné střední|základní vzdělání
ensino (?:médio|secundário|fundamental)|9\.?[ºo°]? ano|12\.?[ºo°]? ano|escolaridade (?:mínima|obrigatória|ao nível)
secundário completo|médio completo
"""

#: From the most to the least: a text that fits several is of the first.
LEVELS: Mapping[Degree, str] = {
    Degree.DOCTORATE: _DOCTORATE,
    Degree.MASTER: _MASTER,
    Degree.BACHELOR: _BACHELOR,
    Degree.VOCATIONAL: _VOCATIONAL,
    Degree.SECONDARY: _SECONDARY,
}
#: By language: words that only it has for a degree.
OF_LANGUAGE: Mapping[str, tuple[tuple[str, Degree], ...]] = {
    "it": ((r"diploma(?:to|ta|ti)?", Degree.SECONDARY), (r"master", Degree.MASTER)),
    "fr": ((r"master", Degree.MASTER), (r"licence", Degree.BACHELOR)),
    "es": ((r"grado", Degree.BACHELOR), (r"master", Degree.MASTER)),
    "pl": ((r"średni\w+", Degree.SECONDARY),),
    "de": ((r"master", Degree.MASTER), (r"promotion", Degree.DOCTORATE)),
    "nl": ((r"master", Degree.MASTER), (r"wo", Degree.BACHELOR)),
}
#: Words that say that none is needed.
NO_DEGREE = r"""
no (?:college |university |formal |academic )?(?:degree|qualifications?|education)(?: is| are)? (?:required|needed)
no (?:college |university |formal |academic )?(?:degree|qualifications?|education)(?: is| are)? necessary
(?:college |university )?degree (?:is )?not (?:required|necessary|needed|essential)
(?:don't|do not) need a (?:college |university )?degree|with or without a (?:college |university )?degree|no degree\?
(?:kein|ohne) (?:studium|abschluss|hochschulabschluss|studienabschluss)(?: ist)? (?:erforderlich|nötig|notwendig)
(?:ein )?(?:studium|abschluss|hochschulabschluss) ist (?:nicht|kein\w*) (?:erforderlich|notwendig|nötig|muss)
(?:ein )?(?:studium|abschluss|hochschulabschluss) ist keine voraussetzung
keine (?:abgeschlossene )?ausbildung (?:ist )?(?:erforderlich|nötig|notwendig)
(?:sans|aucun) diplôme(?: n'est)? (?:requis|exigé|nécessaire|particulier)|sans condition de diplôme
diplôme non (?:requis|exigé)
no se (?:requieren?|necesitan?|exigen?) (?:titulación|título|estudios)|sin estudios (?:mínimos|requeridos)
sin titulación
non (?:è|sono) richiest\w (?:alcun )?(?:titol\w|laurea|diploma)|nessun titolo di studio (?:richiesto)?
geen (?:diploma'?s?|opleiding) (?:\w+ )?(?:nodig|vereist)|opleiding is niet (?:vereist|nodig)
inga? (?:formell\w* )?(?:utbildningskrav|examen krävs|utbildning krävs)
ingen (?:formel\w* |særlig |spesiell )?(?:uddannelse|utdann\w+)(?: er)? (?:kræves|krævet|kreves|nødvendig|påkrævet)
(?:ingen )?krav om (?:formel )?uddannelse er der ikke|ingen krav (?:til|om) (?:formell? )?(?:utdann\w+|uddannelse)
ei (?:koulutus|tutkinto)vaatimu\w+|(?:tutkintoa|koulutusta) ei (?:vaadita|edellytetä|tarvita)
wykształcenie (?:nie ma znaczenia|nie jest wymagane|nie gra roli|nieistotne)|nie wymagamy wykształcenia
vzdělání (?:není|nerozhoduje|nepodstatné|nehraje)|na vzdělání nezáleží|bez ohledu na vzdělání
não (?:é|são) (?:necessári[ao]s?|exigid[ao]s?) (?:diploma|formação|escolaridade|licenciatura|curso superior)
sem exigência de (?:escolaridade|formação)
"""
#: By language: one of these is in every word that it has above, or beside it; they are looked for first.
STEMS: Mapping[str, str] = {
    "en": (
        "degree|bachelor|master|diplom|ph.d|phd|ph d|doctor|dphil|studies|univers|b.sc|bsc|msc|m.sc|b.s.|b.a.|b.tech"
        "|btech"
        "|b.com|b.eng|beng|m.eng|meng| mba|baccal|licen|gradua|school|secondary|a level|a-level|gcse|leaving cert"
        "|matric"
        "|grade 12|nvq|btec| hnd| hnc|city & g|city and g|journeyman|apprentic|vocational|associate|no formal|no qualif"
        "|no educ"
    ),
    "de": (
        "doktor|promo|studium|studien|abschluss|abitur|reife|ausbildung|lehre|meister|techniker|gesellen|efz|akadem"
        "|hochschul|fh-|staatsex|matura"
    ),
    "fr": "doctorat|thèse|bac|école|études| formation|mastère|brevet|niveau|diplôm|bts| dut|un cap|cap/bep|bep"
    "|ingénieur",
    "es": (
        "titul|título|grado|posgrado|postgrado|máster|estudios|educación|formación|ciclo|bachiller|fp|cfg|técnico|eso"
        "|doctorado|carrera"
    ),
    "it": "laurea|dottor|qualifica|attestato|istituto|titolo|maturit|scuola|licenza|formazione",
    "nl": "hbo|wo-|wo |mbo|vmbo|havo|vwo|opleiding|middelbare|voortgezet|promo|academ|doctoraat|hogere",
    "sv": (
        "examen|civil|magist|utbild|högskol|disputerad|gymnasi|grundskol|yrke|yh-|kandidat|akademisk|doktor|eftergymn"
    ),
    "da": (
        "uddannelse|faglært|svendebrev|student|folkeskole|kandidat|cand.|civil|akademisk|gymnasi|ingeniør|doktor"
        "|eksamen"
    ),
    "no": (
        "utdann|høgskol|høyskol|fagbrev|svennebrev|fagskol|videregående|studiekomp|sivil|hovedfag|doktor|akademisk"
        "|yrkesfag|universitets"
    ),
    "fi": (
        "tohtori|maister|tutkin|korkeakoulu|yliopisto|ammati|ammatt|amk|tradenomi|insinööri|ylioppilas|lukio|asteen"
        "|perusk|koulutus"
    ),
    "pl": (
        "doktorat|stopień|stopnia|licencj|inżynier|wyższ|wykształc|mgr|dyplom|zawodow|średni|matur|podstawow|magist"
        "|uczelni"
    ),
    "cs": ("bakalář|vysok|vš|inžen|vzděl|výuč|vyuč|odborn|škol|sš|maturit|titul|magist|doktor|sou"),
    "pt": (
        "doutor|mestrado|ensino|superior|curso|escolarid|º ano|° ano|o ano| ano|médio|secundário|formação|técnico"
        "|diploma"
    ),
}
