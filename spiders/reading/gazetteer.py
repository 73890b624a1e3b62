"""Names of places: countries in several languages, states and provinces, cities where most postings are.

Not an atlas: a name that is not here is kept as the page has it, it only is not recognised in running text.
A country or zone may take several lines. Country codes are ISO 3166, zones IANA. Zones are given for countries and
states with one zone only, and for cities.
"""

#: code | zone (empty: several) | names
_COUNTRIES = """
US||united states|usa|u.s.|u.s.a.|united states of america|us|america|estados unidos|états-unis|vereinigte staaten
US||spojené státy|stati uniti|verenigde staten
CA||canada|kanada|canadá
GB|Europe/London|united kingdom|uk|u.k.|great britain|gb|england|scotland|wales|northern ireland|großbritannien
GB|Europe/London|vereinigtes königreich|royaume-uni|reino unido|storbritannien|velká británie|spojené království
IE|Europe/Dublin|ireland|republic of ireland|irland|irlande|irlanda|irsko
DE|Europe/Berlin|germany|deutschland|allemagne|alemania|germania|tyskland|německo|niemcy|duitsland|alemanha|saksa
AT|Europe/Vienna|austria|österreich|autriche|østrig|rakousko|oostenrijk|áustria
CH|Europe/Zurich|switzerland|schweiz|suisse|svizzera|suiza|švýcarsko|zwitserland|suíça
FR|Europe/Paris|france|frankreich|francia|frankrig|francie|frankrijk|frança|frankrike
ES|Europe/Madrid|spain|españa|spanien|espagne|spagna|španělsko|spanje|espanha
PT|Europe/Lisbon|portugal|portugalsko
IT|Europe/Rome|italy|italia|italien|italie|itálie|itália|włochy
NL|Europe/Amsterdam|netherlands|the netherlands|nederland|niederlande|pays-bas|holland|holandsko|países bajos
NL|Europe/Amsterdam|nizozemsko|paesi bassi
BE|Europe/Brussels|belgium|belgien|belgique|belgië|bélgica|belgio|belgie
LU|Europe/Luxembourg|luxembourg|luxemburg
DK|Europe/Copenhagen|denmark|danmark|dänemark|danemark|dk|dánsko|denemarken|dinamarca|danimarca
SE|Europe/Stockholm|sweden|sverige|schweden|suède|suecia|švédsko|zweden|svezia|suécia|ruotsi
NO|Europe/Oslo|norway|norge|norwegen|norvège|noruega|norsko|noorwegen|norvegia
FI|Europe/Helsinki|finland|suomi|finnland|finlande|finlandia|finsko
IS|Atlantic/Reykjavik|iceland|island
PL|Europe/Warsaw|poland|polska|polen|pologne|polonia|polsko|polónia
CZ|Europe/Prague|czech republic|czechia|česko|česká republika|tschechien|tjekkiet|czechy|tsjechië
SK|Europe/Bratislava|slovakia|slovensko|slowakei|słowacja
HU|Europe/Budapest|hungary|magyarország|ungarn|maďarsko|hongrie|hungría
RO|Europe/Bucharest|romania|rumänien|roumanie|rumunsko|românia
BG|Europe/Sofia|bulgaria|bulgarien|bulgarie|bulharsko
GR|Europe/Athens|greece|griechenland|grèce|grecia|řecko
HR|Europe/Zagreb|croatia|kroatien|hrvatska|chorvatsko
SI|Europe/Ljubljana|slovenia|slowenien|slovinsko
RS|Europe/Belgrade|serbia|serbien|srbsko
EE|Europe/Tallinn|estonia|estland|eesti|estonsko
LV|Europe/Riga|latvia|lettland|lotyšsko
LT|Europe/Vilnius|lithuania|litauen|litva
UA|Europe/Kyiv|ukraine|ukrajina|ukraina
CY|Asia/Nicosia|cyprus|kypr
MT|Europe/Malta|malta
TR|Europe/Istanbul|turkey|türkiye|türkei|turecko|turquie
IL|Asia/Jerusalem|israel|izrael
AE|Asia/Dubai|united arab emirates|uae
SA|Asia/Riyadh|saudi arabia
QA|Asia/Qatar|qatar
EG|Africa/Cairo|egypt
ZA|Africa/Johannesburg|south africa|südafrika
NG|Africa/Lagos|nigeria
KE|Africa/Nairobi|kenya
GH|Africa/Accra|ghana
MA|Africa/Casablanca|morocco|maroc
IN|Asia/Kolkata|india|indien|inde
PK|Asia/Karachi|pakistan
BD|Asia/Dhaka|bangladesh
LK|Asia/Colombo|sri lanka
CN|Asia/Shanghai|china|prc|chine|čína|kina
HK|Asia/Hong_Kong|hong kong|hong kong sar
TW|Asia/Taipei|taiwan
JP|Asia/Tokyo|japan|japon|japonsko
KR|Asia/Seoul|south korea|korea|republic of korea
SG|Asia/Singapore|singapore|singapur|singapour
MY|Asia/Kuala_Lumpur|malaysia
TH|Asia/Bangkok|thailand
VN|Asia/Ho_Chi_Minh|vietnam|viet nam
PH|Asia/Manila|philippines
ID||indonesia
AU||australia|australien|australie|austrálie
NZ|Pacific/Auckland|new zealand|neuseeland
BR||brazil|brasil|brasilien|brésil|brazílie
MX||mexico|méxico|mexiko
AR|America/Argentina/Buenos_Aires|argentina
CL||chile
CO|America/Bogota|colombia
PE|America/Lima|peru|perú
UY|America/Montevideo|uruguay
CR|America/Costa_Rica|costa rica
"""

#: country | code | zone (empty: several) | name
_REGIONS = """
US|AL|America/Chicago|alabama
US|AK||alaska
US|AZ|America/Phoenix|arizona
US|AR|America/Chicago|arkansas
US|CA|America/Los_Angeles|california
US|CO|America/Denver|colorado
US|CT|America/New_York|connecticut
US|DE|America/New_York|delaware
US|DC|America/New_York|district of columbia
US|FL||florida
US|GA|America/New_York|georgia
US|HI|Pacific/Honolulu|hawaii
US|ID||idaho
US|IL|America/Chicago|illinois
US|IN||indiana
US|IA|America/Chicago|iowa
US|KS||kansas
US|KY||kentucky
US|LA|America/Chicago|louisiana
US|ME|America/New_York|maine
US|MD|America/New_York|maryland
US|MA|America/New_York|massachusetts
US|MI||michigan
US|MN|America/Chicago|minnesota
US|MS|America/Chicago|mississippi
US|MO|America/Chicago|missouri
US|MT|America/Denver|montana
US|NE||nebraska
US|NV|America/Los_Angeles|nevada
US|NH|America/New_York|new hampshire
US|NJ|America/New_York|new jersey
US|NM|America/Denver|new mexico
US|NY|America/New_York|new york
US|NC|America/New_York|north carolina
US|ND||north dakota
US|OH|America/New_York|ohio
US|OK|America/Chicago|oklahoma
US|OR||oregon
US|PA|America/New_York|pennsylvania
US|RI|America/New_York|rhode island
US|SC|America/New_York|south carolina
US|SD||south dakota
US|TN||tennessee
US|TX||texas
US|UT|America/Denver|utah
US|VT|America/New_York|vermont
US|VA|America/New_York|virginia
US|WA|America/Los_Angeles|washington
US|WV|America/New_York|west virginia
US|WI|America/Chicago|wisconsin
US|WY|America/Denver|wyoming
CA|ON|America/Toronto|ontario
CA|QC|America/Toronto|quebec
CA|QC|America/Toronto|québec
CA|BC|America/Vancouver|british columbia
CA|AB|America/Edmonton|alberta
CA|MB|America/Winnipeg|manitoba
CA|SK|America/Regina|saskatchewan
CA|NS|America/Halifax|nova scotia
CA|NB|America/Halifax|new brunswick
CA|NL|America/St_Johns|newfoundland and labrador
CA|PE|America/Halifax|prince edward island
AU|NSW|Australia/Sydney|new south wales
AU|VIC|Australia/Melbourne|victoria
AU|QLD|Australia/Brisbane|queensland
AU|WA|Australia/Perth|western australia
AU|SA|Australia/Adelaide|south australia
AU|TAS|Australia/Hobart|tasmania
"""

#: country | zone | cities, "=" joins names of one city, its usual English name first
_CITIES = """
US|America/New_York|new york=new york city=nyc=nueva york=new york, ny=manhattan=ny|brooklyn|boston|philadelphia
US|America/New_York|washington dc=washington, d.c.=washington, dc=washington d.c.|atlanta|miami|charlotte|raleigh
US|America/New_York|durham|pittsburgh|baltimore|orlando|tampa|jacksonville|detroit|ann arbor|columbus|cleveland
US|America/New_York|cincinnati|indianapolis|jersey city|buffalo|rochester|arlington|richmond|hartford|providence
US|America/New_York|cambridge, ma|stamford
US|America/Chicago|chicago|houston|dallas|austin|san antonio|fort worth|minneapolis|st. louis=saint louis
US|America/Chicago|kansas city|milwaukee|nashville|memphis|new orleans|omaha|madison|oklahoma city|iowa city
US|America/Chicago|des moines
US|America/Denver|denver|boulder|salt lake city|albuquerque|boise|colorado springs|lehi
US|America/Phoenix|phoenix|tempe|scottsdale|tucson
US|America/Los_Angeles|los angeles|san francisco=sf|san diego|san jose|oakland
US|America/Los_Angeles|san francisco bay area=sf bay area=bay area=the bay area
US|America/Los_Angeles|palo alto|mountain view|menlo park|sunnyvale|santa clara|cupertino|redwood city
US|America/Los_Angeles|south san francisco|irvine|santa monica|sacramento|seattle|bellevue|redmond|kirkland|portland
US|America/Los_Angeles|las vegas|berkeley|fremont|pasadena|culver city
CA|America/Toronto|toronto|ottawa|montreal=montréal|waterloo|kitchener|mississauga|quebec city
CA|America/Vancouver|vancouver|burnaby
CA|America/Edmonton|calgary|edmonton
CA|America/Winnipeg|winnipeg
GB|Europe/London|london=greater london|manchester|birmingham|leeds|glasgow|edinburgh|bristol|liverpool|sheffield
GB|Europe/London|newcastle=newcastle upon tyne|nottingham|leicester|cardiff|belfast|cambridge|oxford|brighton
GB|Europe/London|reading|southampton|york|bath|milton keynes|aberdeen|dundee|coventry|exeter|norwich|sunderland
GB|Europe/London|durham, england|hartlepool|darlington|middlesbrough
IE|Europe/Dublin|dublin|cork|galway|limerick
DE|Europe/Berlin|berlin|munich=münchen=muenchen=monaco di baviera|hamburg|cologne=köln=koeln
DE|Europe/Berlin|frankfurt=frankfurt am main|stuttgart
DE|Europe/Berlin|düsseldorf=dusseldorf=duesseldorf|leipzig|dresden|hannover=hanover|nuremberg=nürnberg=nuernberg|bremen
DE|Europe/Berlin|essen|dortmund
DE|Europe/Berlin|bonn|karlsruhe|mannheim|heidelberg|freiburg=freiburg im breisgau|münster|augsburg|potsdam|walldorf
DE|Europe/Berlin|darmstadt|wiesbaden|aachen|jena|regensburg|ulm|kiel|mainz
AT|Europe/Vienna|vienna=wien=vienne=viedeň=wiedeń|graz|linz|salzburg|innsbruck
CH|Europe/Zurich|zurich=zürich=zuerich|geneva=genève=genf|basel=bâle|bern=berne|lausanne|zug|lucerne=luzern
FR|Europe/Paris|paris|lyon|marseille|toulouse|bordeaux|lille|nantes|nice|strasbourg|rennes|grenoble|montpellier
FR|Europe/Paris|sophia antipolis
ES|Europe/Madrid|madrid|barcelona|valencia|seville=sevilla|málaga=malaga|bilbao|zaragoza
PT|Europe/Lisbon|lisbon=lisboa=lissabon=lisbonne|porto=oporto|braga
IT|Europe/Rome|rome=roma|milan=milano=mailand=milán|turin=torino|bologna|florence=firenze|naples=napoli|verona
IT|Europe/Rome|padua=padova
NL|Europe/Amsterdam|amsterdam|rotterdam|the hague=den haag='s-gravenhage|utrecht|eindhoven|delft|groningen|leiden
BE|Europe/Brussels|brussels=bruxelles=brussel=brüssel|antwerp=antwerpen|ghent=gent|leuven
DK|Europe/Copenhagen|copenhagen=københavn=kopenhagen=köpenhamn=kodaň|aarhus=århus=aarhus c=århus c|odense|aalborg
DK|Europe/Copenhagen|kolding|esbjerg
DK|Europe/Copenhagen|lyngby=kongens lyngby|bagsværd|ballerup|herlev|humlebæk|middelfart|greve|ikast|roskilde|horsens
DK|Europe/Copenhagen|vejle|søborg|hørsholm|billund
SE|Europe/Stockholm|stockholm|gothenburg=göteborg|malmö=malmo|uppsala|lund|linköping|västerås
NO|Europe/Oslo|oslo|bergen|trondheim|stavanger
FI|Europe/Helsinki|helsinki=helsingfors|espoo=esbo|tampere=tammerfors|turku=åbo|oulu=uleåborg
PL|Europe/Warsaw|warsaw=warszawa=warschau=varšava|krakow=kraków=cracow|wroclaw=wrocław|gdansk=gdańsk|poznan=poznań
PL|Europe/Warsaw|lodz=łódź|katowice
CZ|Europe/Prague|prague=praha=prag=praga|brno|ostrava|pilsen=plzeň|olomouc|liberec|zlín|hradec králové|pardubice
CZ|Europe/Prague|české budějovice|frýdek-místek
SK|Europe/Bratislava|bratislava|košice
HU|Europe/Budapest|budapest|debrecen
RO|Europe/Bucharest|bucharest=bucurești|cluj-napoca=cluj|iași=iasi|timișoara=timisoara
BG|Europe/Sofia|sofia|plovdiv|varna
GR|Europe/Athens|athens|thessaloniki
HR|Europe/Zagreb|zagreb|split
RS|Europe/Belgrade|belgrade=beograd|novi sad
EE|Europe/Tallinn|tallinn|tartu
LV|Europe/Riga|riga
LT|Europe/Vilnius|vilnius|kaunas
UA|Europe/Kyiv|kyiv=kiev|lviv|kharkiv
TR|Europe/Istanbul|istanbul|ankara|izmir
IL|Asia/Jerusalem|tel aviv=tel aviv-yafo|jerusalem|haifa|herzliya
AE|Asia/Dubai|dubai|abu dhabi
IN|Asia/Kolkata|bangalore=bengaluru|mumbai|delhi=new delhi|hyderabad|pune|chennai|gurgaon=gurugram|noida|kolkata
IN|Asia/Kolkata|ahmedabad
CN|Asia/Shanghai|shanghai|beijing|shenzhen|guangzhou|hangzhou
JP|Asia/Tokyo|tokyo|osaka
KR|Asia/Seoul|seoul
TH|Asia/Bangkok|bangkok|bangkok city
MY|Asia/Kuala_Lumpur|kuala lumpur|penang
PH|Asia/Manila|manila|makati
ID|Asia/Jakarta|jakarta
VN|Asia/Ho_Chi_Minh|hanoi|ho chi minh city
AU|Australia/Sydney|sydney|canberra
AU|Australia/Melbourne|melbourne
AU|Australia/Brisbane|brisbane
AU|Australia/Perth|perth
AU|Australia/Adelaide|adelaide
NZ|Pacific/Auckland|auckland|wellington|christchurch
BR|America/Sao_Paulo|são paulo=sao paulo|rio de janeiro|belo horizonte|curitiba
MX|America/Mexico_City|mexico city=ciudad de méxico|guadalajara|monterrey
AR|America/Argentina/Buenos_Aires|buenos aires
CO|America/Bogota|bogota=bogotá|medellín=medellin
ZA|Africa/Johannesburg|johannesburg|cape town|durban|pretoria
NG|Africa/Lagos|lagos|abuja
KE|Africa/Nairobi|nairobi
EG|Africa/Cairo|cairo
"""

#: Regions of the world that postings are open to.
WORLD_REGIONS = frozenset(
    [
        "north america",
        "south america",
        "latin america",
        "latam",
        "europe",
        "emea",
        "apac",
        "asia",
        "asia pacific",
        "africa",
        "middle east",
        "worldwide",
        "european union",
        "eu",
        "scandinavia",
        "nordics",
        "dach",
        "benelux",
        "americas",
        "the americas",
        "oceania",
        "central europe",
        "eastern europe",
        "western europe",
        "southeast asia",
        "global",
        "uk & ireland",
        "north europe",
        "evropa",
        "europa",
    ]
)


def _countries() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    zones: dict[str, str] = {}
    for line in _COUNTRIES.strip().splitlines():
        code, zone, *known = line.split("|")
        names |= dict.fromkeys(known, code)
        if zone:
            zones[code] = zone
    return names, zones


def _regions() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]], dict[tuple[str, str], str]]:
    by_name: dict[str, tuple[str, str]] = {}
    by_code: dict[str, tuple[str, str]] = {}
    zones: dict[tuple[str, str], str] = {}
    for line in _REGIONS.strip().splitlines():
        country, code, zone, name = line.split("|")
        by_name[name] = (country, code)
        by_code.setdefault(code, (country, code))
        if zone:
            zones[country, code] = zone
    return by_name, by_code, zones


def _cities() -> dict[str, tuple[str, str, str]]:
    cities: dict[str, tuple[str, str, str]] = {}
    for line in _CITIES.strip().splitlines():
        country, zone, *groups = line.split("|")
        for group in groups:
            names = group.split("=")
            cities |= dict.fromkeys(names, (names[0], country, zone))
    return cities


#: Lower-case name → ISO code; ISO code → zone.
COUNTRIES, COUNTRY_ZONES = _countries()
#: Lower-case name → (country, code); upper-case code → (country, code); (country, code) → zone.
REGIONS, REGION_CODES, REGION_ZONES = _regions()
#: Lower-case name → (usual name in lower case, country, zone).
CITIES = _cities()
