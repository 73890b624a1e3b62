"""Further names of places, known to be places and of which country, no more: towns, and areas of countries.

They tell a line that is a place from one that is a name; running text is not searched for them, which is why names that
are also common words are left out. States of the United States, Canada and Australia are given with their towns, so
that two towns of one name differ.
"""

#: country, or country-state | towns, "=" joins names of one town, its usual name first
_TOWNS = """
US-AL|montgomery|huntsville|tuscaloosa
US-AK|anchorage|fairbanks|juneau
US-AZ|phoenix|tucson|chandler|scottsdale|tempe|flagstaff
US-AR|little rock|bentonville|fort smith
US-CA|los angeles|san francisco|san diego|san jose|sacramento|fresno|oakland|long beach|bakersfield|anaheim|santa ana
US-CA|irvine|stockton|riverside|chula vista|fremont|modesto|san bernardino|fontana|oxnard|santa rosa|elk grove
US-CA|sunnyvale|santa clara|palo alto|mountain view|menlo park|cupertino|redwood city|south san francisco|santa monica
US-CA|berkeley|pasadena|culver city|burbank|torrance|carlsbad|san mateo|foster city|emeryville|pleasanton
US-CA|santa barbara|santa cruz|el segundo
US-CO|denver|boulder|colorado springs|fort collins|grand junction
US-CT|hartford|stamford|new haven|bridgeport|norwalk|waterbury
US-DE|wilmington|dover, delaware
US-DC|washington dc|washington, d.c.|washington, dc|washington d.c.
US-FL|miami|orlando|tampa|jacksonville|fort lauderdale|tallahassee|gainesville|boca raton|sarasota|west palm beach
US-FL|pensacola|clearwater|cape coral|fort myers
US-GA|atlanta|savannah|macon|alpharetta
US-HI|honolulu
US-ID|boise|idaho falls
US-IL|chicago|naperville|peoria|rockford|evanston|schaumburg|champaign|urbana|joliet
US-IN|indianapolis|fort wayne|evansville|south bend|west lafayette
US-IA|iowa city|des moines|cedar rapids|davenport
US-KS|wichita|overland park|topeka
US-KY|louisville|lexington
US-LA|new orleans|baton rouge|shreveport
US-MD|baltimore|bethesda|rockville|silver spring|annapolis|gaithersburg
US-MA|boston|waltham|framingham
US-MI|detroit|ann arbor|grand rapids|lansing|kalamazoo|dearborn
US-MN|minneapolis|duluth
US-MS|biloxi|gulfport
US-MO|st. louis|kansas city
US-MT|billings|missoula|bozeman
US-NE|omaha
US-NV|las vegas|reno
US-NH|nashua
US-NJ|jersey city|newark|trenton|princeton|hoboken|parsippany
US-NM|albuquerque|santa fe|las cruces
US-NY|new york|new york city|nyc|manhattan|ny|brooklyn|buffalo|rochester|albany|syracuse|yonkers|white plains|queens
US-NY|long island
US-NC|charlotte|raleigh|durham|greensboro|winston-salem|asheville|chapel hill
US-ND|fargo|bismarck
US-OH|columbus|cleveland|cincinnati|akron|dayton
US-OK|oklahoma city|tulsa
US-OR|portland|beaverton|hillsboro
US-PA|philadelphia|pittsburgh|allentown|harrisburg|scranton|king of prussia
US-RI|providence
US-SC|charleston|myrtle beach
US-SD|sioux falls|rapid city
US-TN|nashville|memphis|knoxville|chattanooga
US-TX|houston|dallas|austin|san antonio|fort worth|el paso|plano|corpus christi|lubbock|amarillo|waco|round rock
US-TX|college station|the woodlands|sugar land
US-UT|salt lake city|lehi|provo|ogden|park city
US-VT|montpelier
US-VA|arlington|richmond|virginia beach|norfolk|reston|mclean|roanoke|charlottesville|fairfax|herndon|chesapeake
US-WA|seattle|bellevue|redmond|kirkland|spokane|tacoma|olympia|renton|bothell
US-WV|morgantown
US-WI|milwaukee|madison|green bay|eau claire
US-WY|cheyenne|jackson hole
CA-ON|toronto|ottawa|mississauga|waterloo|kitchener|brampton|markham|vaughan|guelph|oakville|thunder bay|sudbury
CA-ON|barrie|oshawa
CA-QC|quebec city|gatineau|sherbrooke|longueuil
CA-BC|vancouver|burnaby|kelowna|kamloops|nanaimo
CA-AB|calgary|edmonton|red deer|lethbridge
CA-MB|winnipeg
CA-SK|regina|saskatoon
CA-NB|fredericton|moncton
AU-NSW|sydney|wollongong|parramatta|chatswood|wagga wagga|north sydney
AU-VIC|melbourne|geelong|ballarat|bendigo
AU-QLD|brisbane|gold coast|townsville|cairns|toowoomba|sunshine coast
AU-WA|perth|fremantle
AU-SA|adelaide
AU-TAS|hobart|launceston
AU-ACT|canberra
AU-NT|darwin
GB|wolverhampton|plymouth|stoke-on-trent|derby|portsmouth|luton|preston|blackpool|bolton
GB|bournemouth|swindon|ipswich|swansea|newport|wrexham|wakefield|bradford|huddersfield|halifax|doncaster|rotherham
GB|barnsley|stockport|salford|oldham|rochdale|wigan|warrington|chester|crewe|macclesfield|shrewsbury|telford|hereford
GB|worcester|gloucester|cheltenham|stroud|taunton|torquay|truro|falmouth|penzance|poole|salisbury|winchester
GB|basingstoke|guildford|woking|farnborough|slough|windsor|maidenhead|bracknell|watford|st albans|stevenage|hatfield
GB|welwyn garden city|hemel hempstead|harlow|chelmsford|colchester|southend-on-sea|basildon|maidstone|canterbury
GB|ashford|dartford|crawley|horsham|worthing|eastbourne|hastings|peterborough|huntingdon|king's lynn|great yarmouth
GB|lowestoft|bury st edmunds|northampton|kettering|corby|bedford|aylesbury|high wycombe|banbury|stafford|lichfield
GB|burton upon trent|tamworth|nuneaton|leamington spa|warwick|stratford-upon-avon|redditch|kidderminster|dudley
GB|walsall|solihull|west bromwich|chesterfield|mansfield|lincoln|grimsby|scunthorpe|harrogate|scarborough|durham
GB|gateshead|stockton-on-tees|south shields|carlisle|kendal|lancaster|burnley|blackburn|southport|birkenhead|st helens
GB|inverness|stirling|falkirk|paisley|livingston|dunfermline|kirkcaldy|ayr|bangor|aberystwyth
GB|lisburn|newry|weybridge|epsom|croydon|bromley|ealing|wembley|loughborough|hinckley|grantham|ludlow|yeovil
GB|newcastle-upon-tyne|newcastle upon tyne|north tyneside|south tyneside|bristol|leeds|york
IE|waterford|kilkenny|sligo|drogheda|dundalk|athlone|tralee|letterkenny|swords|dún laoghaire|naas|wexford|carlow
IE|shannon|maynooth
DE|duisburg|bochum|wuppertal|bielefeld|gelsenkirchen|mönchengladbach|braunschweig|chemnitz|magdeburg|halle (saale)
DE|krefeld|lübeck|oberhausen|erfurt|rostock|kassel|hagen|saarbrücken|hamm|mülheim|ludwigshafen|leverkusen|oldenburg
DE|osnabrück|solingen|herne|neuss|paderborn|ingolstadt|offenbach|fürth|würzburg|heilbronn|pforzheim|wolfsburg
DE|göttingen|bottrop|reutlingen|koblenz|bremerhaven|recklinghausen|bergisch gladbach|erlangen|remscheid|trier
DE|salzgitter|moers|siegen|hildesheim|gütersloh|cottbus|kaiserslautern|schwerin|witten|esslingen|ludwigsburg|gießen
DE|tübingen|flensburg|konstanz|villingen-schwenningen|ratingen|lünen|marl|worms|hanau|minden|bamberg|bayreuth|passau
DE|landshut|aschaffenburg|kempten|rosenheim|schweinfurt|coburg|fulda|marburg|wetzlar|gera|weimar|zwickau|görlitz
DE|plauen|bautzen|stralsund|greifswald|neubrandenburg|wismar|lüneburg|celle|stade|cuxhaven|emden|wilhelmshaven
DE|göppingen|böblingen|sindelfingen|friedrichshafen|ravensburg|offenburg|baden-baden|lörrach|speyer|landau|neuwied
DE|bad homburg|oberursel|rüsselsheim|garching|unterföhring|ottobrunn|herzogenaurach|bad segeberg|itzehoe|delmenhorst
DE|euskirchen|düren|wesel|unterschleißheim|ismaning|eschborn|frankfurt (oder)|eisenach|nordhausen|suhl|dessau
DE|wittenberg|brandenburg an der havel|oranienburg
AT|klagenfurt|villach|wels|st. pölten|dornbirn|steyr|wiener neustadt|feldkirch|bregenz|leoben|krems|leonding|traun
AT|kapfenberg
CH|winterthur|lugano|thun|fribourg|freiburg im üechtland|schaffhausen|chur
CH|neuchâtel|sion|aarau|olten|solothurn|frauenfeld|wil|rapperswil|bellinzona|montreux|vevey|nyon|yverdon-les-bains
CH|sitten|uster|kloten
FR|reims|le havre|saint-étienne|toulon|dijon|angers|villeurbanne|nîmes|clermont-ferrand|aix-en-provence|le mans|brest
FR|amiens|limoges|annecy|perpignan|besançon|metz|orléans|rouen|mulhouse|caen|nancy|avignon|poitiers|dunkerque
FR|versailles|courbevoie|la rochelle|calais|béziers|colmar|boulogne-billancourt|nanterre|saint-denis|montreuil|roubaix
FR|tourcoing|créteil|vitry-sur-seine|pau|cannes|antibes|valence|quimper|vannes|lorient|saint-nazaire|saint-malo|troyes
FR|chambéry|cholet|laval|niort|angoulême|bayonne|biarritz|tarbes|la défense|issy-les-moulineaux|levallois-perret
FR|puteaux|rueil-malmaison|massy|palaiseau|saclay|vélizy-villacoublay|cergy|évry|neuilly-sur-seine|clichy|saint-ouen
FR|gennevilliers|argenteuil|meaux|melun|chartres|blois|bourges|nevers|vichy|aurillac|rodez|albi|castres|montauban|agen
FR|périgueux|bergerac|arles|salon-de-provence|gap|digne|bastia|ajaccio|chalon-sur-saône|mâcon|beaune|épinal
FR|charleville-mézières|arras|valenciennes|douai|maubeuge|beauvais|compiègne|évreux|alençon|saint-brieuc|rennes|nantes
FR|labège|vénissieux|bron|écully|meylan|crolles|colomiers|blagnac|mérignac|pessac|vandœuvre-lès-nancy
FR|illkirch-graffenstaden
ES|murcia|las palmas|córdoba|valladolid|vigo|gijón|hospitalet de llobregat
ES|vitoria-gasteiz|granada|elche|oviedo|badalona|terrassa|cartagena|jerez de la frontera|sabadell
ES|móstoles|santa cruz de tenerife|pamplona|almería|alcalá de henares|fuenlabrada|leganés
ES|getafe|burgos|albacete|santander|alcorcón|san cristóbal de la laguna|logroño
ES|badajoz|salamanca|huelva|marbella|tarragona|cádiz|jaén|ourense|lugo|pontevedra
ES|santiago de compostela|toledo|cáceres|ciudad real|cuenca|segovia|ávila|zamora|palencia|soria|teruel|huesca|mérida
ES|reus|mataró|sant cugat del vallès|cornellà|el prat de llobregat|alcobendas|torremolinos|las rozas
ES|pozuelo de alarcón|tres cantos|san sebastián de los reyes|rivas-vaciamadrid|parla|ferrol|avilés|algeciras
ES|manresa|vic|figueres|granollers|barakaldo|getxo|irún|tudela|talavera de la reina|lorca|benidorm|gandía
ES|torrevieja
PT|coimbra|faro|setúbal|aveiro|évora|leiria|guimarães|viseu|funchal|ponta delgada|viana do castelo|vila nova de gaia
PT|matosinhos|maia|almada|oeiras|cascais|sintra|amadora|loures|odivelas|gondomar|barcelos|famalicão
PT|vila nova de famalicão|santarém|castelo branco|bragança|vila real|guarda|beja|portalegre|portimão|albufeira|tomar
PT|torres vedras|caldas da rainha|figueira da foz|santo tirso|covilhã|barreiro|montijo|palmela|sines|loulé|tavira
PT|penafiel|felgueiras|paços de ferreira|espinho|ovar|oliveira de azeméis
BR|brasília|salvador|fortaleza|recife|porto alegre|manaus|belém|goiânia|campinas|são luís|maceió|joão pessoa
BR|florianópolis|cuiabá|campo grande|aracaju|teresina|londrina|joinville|blumenau|ribeirão preto|uberlândia|sorocaba
BR|niterói|santos|osasco|barueri|guarulhos|são bernardo do campo|santo andré|são josé dos campos|caxias do sul|maringá
BR|juiz de fora|alphaville
IT|palermo|bari|catania|messina|trieste|brescia|parma|prato|modena|reggio emilia
IT|reggio calabria|perugia|ravenna|livorno|cagliari|foggia|rimini|salerno|ferrara|sassari|monza|siracusa|pescara
IT|bergamo|forlì|trento|vicenza|terni|bolzano|novara|piacenza|ancona|andria|udine|arezzo|cesena|lecce|pesaro|barletta
IT|la spezia|alessandria|pistoia|pisa|catanzaro|lucca|treviso|como|varese|busto arsizio|grosseto|brindisi|pavia
IT|cremona|mantova|lodi|lecco|sesto san giovanni|siena|asti|cuneo|vercelli|biella|savona|imperia|sanremo|massa|carrara
IT|viareggio|macerata|ascoli piceno|viterbo|latina|frosinone|rieti|l'aquila|chieti|teramo|campobasso|isernia|caserta
IT|benevento|avellino|potenza|matera|taranto|cosenza|crotone|trapani|agrigento|ragusa|olbia|nuoro|assago
IT|agrate brianza|rho|legnano|gallarate|saronno|vimercate|segrate|cinisello balsamo|imola|faenza|carpi|sassuolo
IT|bassano del grappa
NL|almere|breda|nijmegen|apeldoorn|arnhem|enschede|haarlem|amersfoort|zaanstad|zaandam
NL|hoofddorp|zwolle|maastricht|dordrecht|zoetermeer|leeuwarden|alkmaar|emmen|venlo|deventer|helmond|hilversum|heerlen
NL|oss|tilburg|sittard|amstelveen|purmerend|roosendaal|schiedam|vlaardingen|lelystad|gouda|alphen aan den rijn|hengelo
NL|hoorn|bergen op zoom|veenendaal|ede|assen|middelburg|vlissingen|terneuzen|roermond|weert|nieuwegein|houten|zeist
NL|bussum|wageningen|doetinchem|kampen|drachten|heerenveen|sneek|capelle aan den ijssel|rijswijk|waalwijk|veldhoven
NL|barneveld|culemborg|tiel|hardenberg|almelo|noordwijk|schiphol|velp
BE|charleroi|mons|aalst|hasselt
BE|sint-niklaas|tournai|genk|roeselare|mouscron|verviers|dendermonde|beringen|turnhout|vilvoorde|dilbeek
BE|lokeren|geel|zaventem|diegem|machelen|waregem|lier|wavre|louvain-la-neuve|nivelles|la louvière|seraing|arlon|ieper
BE|tienen
LU|esch-sur-alzette|differdange|dudelange|luxembourg city|luxembourg-ville
DK|randers|viborg|silkeborg|herning|næstved|fredericia|køge|holstebro|taastrup|slagelse|hillerød|helsingør|sønderborg
DK|svendborg|hjørring|holbæk|frederikshavn|nørresundby|ringsted|haderslev|skive|ølstykke
DK|glostrup|brøndby|hvidovre|frederiksberg|gentofte|gladsaxe|rødovre|albertslund|ishøj|birkerød|farum|allerød
DK|frederikssund|kalundborg|nyborg|assens|aabenraa|tønder|varde|grindsted|ringkøbing|struer|lemvig|thisted|hobro
DK|brønderslev|skanderborg|odder|grenaa|ebeltoft|rønne|vordingborg|maribo|nakskov|haslev|korsør|ribe|vejen|vojens
DK|kastrup|hellerup|charlottenlund|virum|holte|nærum|valby|vanløse|brønshøj|tårnby|bjerringbro
SE|örebro|helsingborg|norrköping|jönköping|umeå|lund|borås|huddinge|eskilstuna|gävle|södertälje|halmstad|växjö
SE|karlstad|sundsvall|östersund|trollhättan|luleå|borlänge|kalmar|falun|skövde|kristianstad|karlskrona|skellefteå
SE|uddevalla|varberg|örnsköldsvik|landskrona|nyköping|motala|trelleborg|lidköping|sandviken|hudiksvall|visby|kiruna
SE|piteå|härnösand|mölndal|solna|sundbyberg|nacka|täby|sollentuna|lidingö|kungsbacka|ängelholm|hässleholm|ystad
SE|enköping|katrineholm|västervik|alingsås|falkenberg|oskarshamn|boden|mora|ludvika|kumla|finspång|gislaved|värnamo
SE|ljungby|älmhult|nässjö|tranås|vetlanda|mariestad|strängnäs|järfälla|upplands väsby|kista
NO|drammen|fredrikstad|kristiansand|sandnes|tromsø|sarpsborg|skien|ålesund|sandefjord|haugesund|tønsberg|moss|bodø
NO|porsgrunn|arendal|hamar|ytrebygda|larvik|halden|lillehammer|mo i rana|molde|harstad|gjøvik|steinkjer|horten
NO|kongsberg|jessheim|ski|lillestrøm|kristiansund|narvik|alta|elverum|askim|levanger|førde|voss|hønefoss|stjørdal
NO|namsos|sandvika|lysaker|asker|bærum|fornebu|ås|kirkenes|hammerfest|vadsø|svolvær|grimstad|mandal|flekkefjord
NO|egersund|bryne|stord|odda|ørsta|volda|notodden|rjukan|brønnøysund
FI|vantaa|jyväskylä|lahti|kuopio|pori|joensuu|lappeenranta|hämeenlinna
FI|vaasa|seinäjoki|rovaniemi|mikkeli|kotka|salo|porvoo|kouvola|hyvinkää|järvenpää|nurmijärvi|rauma|lohja
FI|kokkola|kajaani|tuusula|kirkkonummi|kerava|ylöjärvi|kangasala|raisio|naantali|riihimäki|imatra|savonlinna
FI|varkaus|iisalmi|raahe|tornio|kemi|pietarsaari|maarianhamina|forssa|heinola|äänekoski
FI|valkeakoski|sastamala|loimaa|kauhajoki|kuusamo|sodankylä|inari
PL|szczecin|bydgoszcz|lublin|białystok|gdynia|częstochowa|radom|sosnowiec|toruń|kielce|gliwice|zabrze|bytom|olsztyn
PL|bielsko-biała|rzeszów|ruda śląska|rybnik|tychy|opole|elbląg|płock|wałbrzych|gorzów wielkopolski|włocławek
PL|zielona góra|tarnów|chorzów|kalisz|koszalin|legnica|grudziądz|jaworzno|słupsk|jastrzębie-zdrój|nowy sącz
PL|jelenia góra|siedlce|mysłowice|konin|piła|piotrków trybunalski|inowrocław|lubin|ostrów wielkopolski|suwałki|gniezno
PL|stargard|głogów|pabianice|zamość|łomża|leszno|żory|pruszków|chełm|przemyśl|sopot|mielec|tczew|biała podlaska
PL|bełchatów|świdnica|będzin|zgierz|racibórz|legionowo|ostrołęka|piaseczno|tarnowo podgórne|kobierzyce
CZ|ústí nad labem|jihlava|karlovy vary|kladno|karviná|opava|děčín|teplice|přerov|mladá boleslav|prostějov|chomutov
CZ|jablonec nad nisou|třebíč|třinec|tábor|znojmo|kolín|příbram|cheb|trutnov|kroměříž|vsetín|uherské hradiště|břeclav
CZ|hodonín|český těšín|litoměřice|havlíčkův brod|nový jičín|krnov|chrudim|strakonice|litvínov|sokolov|klatovy
CZ|valašské meziříčí|kopřivnice|jindřichův hradec|žďár nad sázavou|náchod|beroun|kutná hora|mělník|brandýs nad labem
CZ|říčany|písek|blansko|vyškov|šumperk|telč|rakovník|benešov|slaný|svitavy|ústí nad orlicí|česká lípa|domažlice
CZ|rokycany|tachov|prachatice|český krumlov|pelhřimov|humpolec|jičín|turnov|semily|vrchlabí
SK|žilina|nitra|prešov|banská bystrica|trnava|trenčín|poprad|piešťany|zvolen|nové zámky|michalovce|komárno|levice
HU|szeged|miskolc|pécs|győr|nyíregyháza|kecskemét|székesfehérvár|szombathely|érd|tatabánya|sopron|veszprém|eger
HU|zalaegerszeg
RO|constanța|craiova|galați|brașov|ploiești|oradea|brăila|arad|pitești|sibiu|bacău|târgu mureș|baia mare|suceava
NZ|tauranga|dunedin|palmerston north|napier|queenstown|rotorua|whangārei|invercargill
IN|jaipur|lucknow|kanpur|nagpur|indore|thane|bhopal|visakhapatnam|vadodara|ghaziabad|coimbatore|kochi
IN|chandigarh|faridabad|navi mumbai|surat|bhubaneswar|mohali
ZA|sandton|stellenbosch|port elizabeth|bloemfontein|midrand|centurion
MX|puebla|tijuana|querétaro|zapopan|cancún|san luis potosí|toluca
AR|rosario|mendoza|la plata
CL|santiago|santiago de chile|valparaíso
PE|lima
CO|cali|barranquilla
CA-QC|montreal=montréal
US-MN|st. paul=saint paul=st paul
GB|hull=kingston upon hull|derry=londonderry
CH|st. gallen=sankt gallen=st gallen|biel=bienne=biel/bienne
ES|a coruña=la coruña|san sebastián=donostia|alicante=alacant|lleida=lérida|girona=gerona|ibiza=eivissa
ES|palma=palma de mallorca|castellón=castellón de la plana
IT|genoa=genova|venice=venezia
NL|'s-hertogenbosch=den bosch=s-hertogenbosch
BE|liège=luik|bruges=brugge|kortrijk=courtrai|mechelen=malines|namur=namen|ostend=oostende
DK|nykøbing falster=nykøbing f
FI|vantaa=vanda|pori=björneborg|lappeenranta=villmanstrand|vaasa=vasa|porvoo=borgå|kokkola=karleby
FI|pietarsaari=jakobstad|mariehamn=maarianhamina
IN|mysore=mysuru|mangalore=mangaluru|trivandrum=thiruvananthapuram
"""

#: country | areas, counties and states of countries, which postings put after a town
_AREAS = """
GB|bedfordshire|berkshire|buckinghamshire|cambridgeshire|cheshire|cornwall|cumbria|derbyshire|devon|dorset
GB|county durham|east sussex|essex|gloucestershire|hampshire|herefordshire|hertfordshire|isle of wight|kent|lancashire
GB|leicestershire|lincolnshire|merseyside|north yorkshire|northamptonshire|northumberland|nottinghamshire|oxfordshire
GB|rutland|shropshire|somerset|south yorkshire|staffordshire|suffolk|surrey|tyne and wear|warwickshire|west midlands
GB|west sussex|west yorkshire|wiltshire|worcestershire|yorkshire|east riding of yorkshire|east midlands|east anglia
GB|south east england|south west england|north west england|north east england|home counties|fife|highland|lothian
GB|midlothian|lanarkshire|gwynedd|powys|dyfed|antrim|county down|tyrone|fermanagh|north london|south london
GB|east london|west london|central london|teesside|tyneside
DE|bayern|baden-württemberg|nordrhein-westfalen|nrw|hessen|niedersachsen|sachsen|sachsen-anhalt|thüringen|brandenburg
DE|saarland|rheinland-pfalz|schleswig-holstein|mecklenburg-vorpommern|bavaria|north rhine-westphalia|hesse
DE|lower saxony|saxony|thuringia|ruhrgebiet|rhineland-palatinate|rhein-main|rhein-neckar
AT|oberösterreich|niederösterreich|steiermark|tirol|vorarlberg|kärnten|burgenland|upper austria|lower austria|styria
AT|tyrol
CH|aargau|thurgau|graubünden|wallis|valais|vaud|ticino|tessin
FR|île-de-france|ile-de-france|auvergne-rhône-alpes|provence-alpes-côte d'azur|nouvelle-aquitaine|occitanie
FR|hauts-de-france|grand est|bretagne|normandie|pays de la loire|centre-val de loire|bourgogne-franche-comté|corse
FR|brittany|normandy
ES|cataluña|catalunya|catalonia|andalucía|andalusia|comunidad de madrid|comunitat valenciana|comunidad valenciana
ES|galicia|castilla y león|castilla-la mancha|país vasco|euskadi|navarra|aragón|asturias|cantabria|la rioja
ES|extremadura|islas baleares|islas canarias|canarias|vizcaya|bizkaia|gipuzkoa|guipúzcoa|región de murcia|mallorca
ES|tenerife
IT|lombardia|lombardy|piemonte|piedmont|veneto|emilia-romagna|toscana|tuscany|lazio|campania|puglia|sicilia|sicily
IT|sardegna|liguria|friuli-venezia giulia|trentino-alto adige|alto adige|umbria|abruzzo|calabria|basilicata
IT|valle d'aosta
NL|noord-holland|zuid-holland|north holland|south holland|noord-brabant|north brabant|gelderland|overijssel|friesland
NL|drenthe|flevoland|limburg|zeeland|randstad
BE|flanders|vlaanderen|wallonia|wallonie|vlaams-brabant|oost-vlaanderen|west-vlaanderen|brabant wallon|hainaut
PT|algarve|alentejo|distrito de lisboa|distrito do porto|açores|azores|madeira|grande lisboa|grande porto
DK|sjælland|fyn|jylland|midtjylland|nordjylland|syddanmark|hovedstaden|zealand|jutland|funen|bornholm|lolland
DK|region hovedstaden|greater copenhagen|storkøbenhavn
SE|skåne|västra götaland|östergötland|småland|norrbotten|västerbotten|dalarna|värmland|halland|blekinge|gotland
SE|uppland|södermanland|jämtland|västmanland|stockholms län|skåne län|västra götalands län
NO|vestland|rogaland|viken|innlandet|trøndelag|nordland|troms|finnmark|vestfold|telemark|agder|møre og romsdal|østfold
NO|akershus|buskerud
FI|uusimaa|pirkanmaa|varsinais-suomi|pohjois-pohjanmaa|keski-suomi|satakunta|pohjanmaa|lappi|kymenlaakso|pohjois-savo
FI|etelä-savo|ahvenanmaa
PL|mazowieckie|małopolskie|dolnośląskie|śląskie|wielkopolskie|pomorskie|łódzkie|lubelskie|podkarpackie
PL|zachodniopomorskie|kujawsko-pomorskie|warmińsko-mazurskie|świętokrzyskie|podlaskie|opolskie|lubuskie|mazovia
PL|silesia
CZ|jihomoravský|středočeský|moravskoslezský|plzeňský|jihočeský|královéhradecký|pardubický|olomoucký|zlínský|liberecký
CZ|ústecký|vysočina|karlovarský|moravia-silesia|south moravia|central bohemia
IE|leinster|munster|connacht|county dublin|co. dublin|county cork|co. cork|county galway|co. galway
IN|karnataka|maharashtra|tamil nadu|telangana|haryana|uttar pradesh|gujarat|kerala|west bengal
"""


def _table(lines: str) -> dict[str, tuple[str, str]]:
    """Name → (the first name of its group, the first column); the first line that names it counts."""
    table: dict[str, tuple[str, str]] = {}
    for line in lines.strip().splitlines():
        code, *groups = line.split("|")
        for group in groups:
            names = group.split("=")
            for name in names:
                table.setdefault(name, (names[0], code))
    return table


_OF_TOWN = _table(_TOWNS)
#: Lower-case town → (its usual name, ISO 3166 alpha-2 code of its country).
TOWNS = {name: (usual, code[:2]) for name, (usual, code) in _OF_TOWN.items()}
#: Lower-case town → (country, code of its state); also of the larger cities of these countries.
TOWN_STATES = {name: (code[:2], code[3:]) for name, (_, code) in _OF_TOWN.items() if "-" in code}
#: Lower-case area, county or state → ISO 3166 alpha-2 code of its country.
AREAS = {name: code for name, (_, code) in _table(_AREAS).items()}
