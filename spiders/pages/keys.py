"""What answers of any make call the fields of a posting: their keys, folded, by field, the surest first.

Collected from public APIs, feeds and embedded state of job boards and applicant systems. A key is folded by `folded`:
"Job_Title", "jobTitle" and "job:job-title" are one. A key of two levels ("applicationdetails" + "deadline") may stand
here run together: readers try both.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_FOLDED = 8_192
_PUNCTUATION = re.compile(r"[\W_]+")


@lru_cache(maxsize=_FOLDED)
def folded(key: str) -> str:
    """A key without namespace, case and punctuation, and without what a content system puts before its own."""
    return _PUNCTUATION.sub("", key[:80].rpartition(":")[2].removeprefix("field_").casefold())


#: A title that can be nothing but a posting's.
SURE_TITLES = (
    "jobtitle",
    "positiontitle",
    "postingtitle",
    "vacancytitle",
    "jobpostingtitle",
    "externaljobtitle",
    "requisitiontitle",
    "roletitle",
    "openingtitle",
    "vtitle",
    "jobname",
    "positionname",
    "jobopeningname",
    "externalpostingname",
    "postingname",
    "requisitionname",
    "vacancyname",
    "jobheadline",
    "stellentitel",
    "stellenbezeichnung",
    "stellenname",
    "nazevpozice",
    "nazwastanowiska",
    "tytulstanowiska",
    "intituleposte",
)
#: A title that many other things have, too.
TITLES = (
    "title",
    "name",
    "headline",
    "heading",
    "titel",
    "titre",
    "intitule",
    "titulo",
    "titolo",
    "rubrik",
    "overskrift",
    "nazev",
)
#: Names for a title beside an employer's ("position": "Welder", "company": …).
ROLE_TITLES = ("position", "role", "vacancy", "designation")

_FIELDS = {
    "organization": (
        "hiringorganization hiringorganizationname hiringorg hiringorgname companyname companydisplayname "
        "employername employerdisplayname hiringcompany hiringcompanyname company employer organization "
        "organisation orgname organizationname organisationname businessname accountname clientname "
        "agencyname brandname schoolname institutionname firma firmenname unternehmen arbeitgeber entreprise "
        "empresa azienda bedrijf bedrijfsnaam werkgever arbetsgivare arbeidsgiver arbejdsgiver zamestnavatel "
        "pracodawca recruitingcompany workplacename orgtitle organisationtitle organisationsname "
        "careerpagename legalemployer firmanavn foretag virksomhed naamwerkgever nazevfirmy nazwafirmy"
    ),
    "locations": (
        "locations joblocations alllocations worklocations positionlocations positionlocation "
        "officelocations standardizedlocations multilocation cities primarylocation joblocation worklocation "
        "workplacelocation workplaceaddress formattedlocation locationname locationtext locationlabel "
        "location joblocationname positionlocationdisplay locationdisplay citystatecountry citystate offices "
        "office arbeitsort einsatzort standort ort lieutravail lieu ubicacion localizacion sede plaats "
        "standplaats arbetsort arbeidssted arbejdssted misto mistovykonuprace miejscepracy lokalizacja "
        "locationrestrictions candidaterequiredlocation jobgeo worksite mistoprace lugar local lokacja "
        "jobsite vestiging"
    ),
    "more_locations": "secondarylocations additionallocations otherlocations otherworklocations",
    "city": (
        "city cityname town locality addresslocality joblocationcity jobcity locationcity workplacecity "
        "workcity municipality postalcodename geocity placeofwork workplacetown"
    ),
    "state": (
        "state statename province region addressregion stateprovince joblocationstate jobstate locationstate "
        "countrysubdivisioncode regionname county geostate statefull workplacecounty"
    ),
    "country": (
        "country countryname addresscountry joblocationcountry jobcountry locationcountry "
        "primarylocationcountry countrycode geocountry workplacecountry"
    ),
    "text": (
        "description jobdescription descriptionhtml jobdescriptionhtml htmldescription descriptionbody "
        "fulldescription longdescription jobfulldescription externaldescriptionstr jobadvert jobadverttext "
        "adverttext advert jobad contenthtml bodyhtml content body html presentation purpose jobcontent "
        "vacancytext jobdetails details beschreibung stellenbeschreibung beskrivning beskrivelse popis opis "
        "descripcion descrizione descricao omschrijving jobsummary summary overview descriptionstr contents "
        "bodytext description1 jobadhtml adtext advertbody publicjobdesc jobdesc publicdescription "
        "jobbeschreibung textoanuncio kuvaus testo"
    ),
    "more_text": (
        "keyresponsibilities responsibilities externalresponsibilitiesstr jobresponsibilities "
        "examplesofduties majorduties duties requirements jobrequirements externalqualificationsstr "
        "qualifications skillsknowledgeexpertise benefits perks additionalinformation "
        "supplementalinformation aufgaben anforderungen profil tasks mission missions profile description2 "
        "description3 weoffer intro introduction whatweoffer yourprofile yourtasks aufgabenprofil whoyouare "
        "candidateprofile"
    ),
    "teaser": ("shortdescription shortdescriptionstr descriptionteaser descriptionshort teaser excerpt snippet intro"),
    "deadline": (
        "applicationdeadline applicationdeadlinedate applicationclosingdate applicationclosedate "
        "applicationclosesat applicationenddate applicationdue applicationduedate applicationsclose "
        "applicationscloseat closingdate closingdatetime closedate closesat closeson closingat dateclosing "
        "deadline deadlineat deadlinedate submissiondeadline submissiondeadlinedate applybefore applyby "
        "applybydate applyuntil lastapplicationdate lastdateapplication lastdatetoapply lastapplydate "
        "lastdayforapplication advertisetodatetime advertisetodatetimeutc vacancyclosingdate jobclosingdate "
        "bewerbungsfrist bewerbungsschluss datelimite datelimitecandidature fechalimite fechacierre "
        "sistaansokningsdag ansokningsfrist soknadsfrist ansogningsfrist hakuaikapaattyy terminskladania "
        "sluitingsdatum scadenza applywithindate applywithin applicationduedatetime applydeadline "
        "lastapplicationday soknadsfristdato ansogningsfristdato"
    ),
    "expiry": (
        "expiresat expires expireson expireat expirydate expiry expirationdate dateexpired dateexpires "
        "expiredate expirydatetime validuntil activeuntil displayuntil publicationenddate publishenddate "
        "publicationend publishedto publishto publishuntil postingenddate externalpostedenddate unpostdate "
        "unpostingdate jobexpirydate jobexpirationdate positionperiodenddate advertisetodate visibleto "
        "validend endpublicationdate postingend publicationenddatetime expirationdatetime"
    ),
    "valid_through": "validthrough",
    "ends_on": "enddate enddatetime dateend",
    "posted_on": (
        "dateposted posteddate postedat postedon dateofposting postingdate posteddatetime publishon "
        "publishedon publishedat publisheddate publishdate publicationdate publicationstartdate "
        "publicationdatetime datepublished firstpublished firstpublishedat externalpostedstartdate "
        "postingcreated postedts advertisefromdateutc advertisefromdate advertisefromdatetime "
        "positionperiodstartdate releaseddate releasedate liveat dateadded openingdate opendate dateopened "
        "pubdate published postingstartdate startpublicationdate validstart jobpublicationdate "
        "aktuelleveroeffentlichungsdatum ersteveroeffentlichungsdatum datumvystaveni publishedfrom "
        "startdateref openeddate posted publicatiedatum datumzverejneni publiceringsdatum publiseringsdato "
        "datapublikacji tcreate datecreation veroeffentlichtam createdat created createdate creationdate "
        "datecreated createdon datestart epoch date oprettet firstseen"
    ),
    "starts_on": (
        "jobstartdate employmentstartdate assignmentstartdate employmentdate expectedstartdate startdate "
        "startson eintrittsdatum tiltredelse tilltrade"
    ),
    "employment_type": (
        "employmenttype employmenttypes employmenttypename jobtype jobtypes typeofemployment contracttype "
        "contracttypes contract workingpatterns workingpattern workpattern positiontype "
        "positionscheduletypecode positionofferingtypecode jobschedule workschedule schedule timetype "
        "commitment worktype workhours weeklyworkhours workinghourstype basis employmentstatus jobstatustext "
        "hours extent engagementtype arbeitszeit anstellungsart beschaeftigungsart vertragsart typecontrat "
        "typecontratlibelle tipocontrato jornada dienstverband omfattning anstallningsform ansettelsesform "
        "uvazek rodzajumowy etat type positionschedule positionofferingtype workingtimes workingtime "
        "worktimes arbeitszeitmodelle contracttime workload workschedulename jobtypename workinghours "
        "dureetravaillibelleconverti dureetravaillibelle arbejdstid arbeidstid arbetstid journey "
        "jornadalaboral scheduletype"
    ),
    "workplace": (
        "workplacetype workplacetypetext workplacetypename worklocationoption remotetype remotestatus "
        "workmode workarrangement workingmodel joblocationtype locationtype workplacemodel workplace remote "
        "isremote jobisremote remotejob telecommuting telecommute homeoffice ishybrid hybrid onsite isonsite "
        "indeedremotetype workspacetype workmodel remotetypename workplaceoption homeofficemoeglich "
        "remoteindicator teleworking telework teletravail teletrabajo telearbeit remoteopportunities"
    ),
    "requisition_id": (
        "requisitionid requisitionnumber requisitionreference jobrequisitionid jobreqid reqid reqnumber "
        "reqno referencenumber referenceid jobreference jobref jobrefnumber vacancyreference reference "
        "refnumber refno ref positionid positionnumber jobnumber jobnumbersingle displayjobid atsjobid "
        "jobcode vacancyid vacancyno jobid joboppeningid referenznummer kennziffer stellennummer identifier "
        "jobopeningid contestno jobnum vacancynumber"
    ),
    "apply_url": (
        "applyurl applicationurl applylink applicationlink applyviaurl applynowurl urlapply jobapplyurl "
        "jobapplyurlexternal applicationuri applyuri externalapplyurl externalapplicationurl "
        "applicationformurl applicantapplylink applyonlinelink applicationformlink"
    ),
    "url": (
        "absoluteurl hostedurl canonicalpositionurl joburl jobposturl jobdetailurl detailurl detailsurl "
        "adverturl postingurl publicurl publicposturl vacancyurl rssfeedvacancyurl url externalurl "
        "canonicalurl permalink shareurl weburl webpageurl careersurl pageurl link href uri guid externalpath "
        "positionuri path"
    ),
    "language": "language locale languagecode lang contentlanguage",
    "status": "status state jobstatus postingstatus vacancystatus positionopeningstatuscode availability",
    "pay": (
        "salarydescription formattedsalarydescription salarytext salarydisplay salarylabel displaysalary "
        "salaryrangetext compensationdescription compensationsummary compensationtext salary salaryrange "
        "salaries compensation compensationrange payrange payrangetext pay remuneration remunerationrange "
        "wage wages salaryinfo estimatedsalary basesalary salairelibelle salaire gehalt lohn entgelt salario "
        "stipendio salaris lon loenn plat mzda wynagrodzenie palkka positionremuneration verguetung "
        "salarydetails scrapeablecompensationsalarysummary compensationtiersummary"
    ),
    "pay_min": (
        "salarymin minsalary minimumsalary salaryminimum salaryfrom salaryrangefrom salaryrangemin "
        "salaryrangestart salarylow compensationmin compensationminimum mincompensation minimumcompensation "
        "minpay paymin payfrom payratemin minimumpay payrangemin payrangestart remunerationminimumamount "
        "basesalarymin annualsalarymin salaryminvalue wagemin minwage payfromamount salaryamountfrom "
        "minpayrate salarymincents minsalarycents salaryfromcents paymincents salaryfromamountincents"
    ),
    "pay_max": (
        "salarymax maxsalary maximumsalary salarymaximum salaryto salaryrangeto salaryrangemax "
        "salaryrangeend salaryhigh compensationmax compensationmaximum maxcompensation maximumcompensation "
        "maxpay paymax payto payratemax maximumpay payrangemax payrangeend remunerationmaximumamount "
        "basesalarymax annualsalarymax salarymaxvalue wagemax maxwage paytoamount salaryamountto maxpayrate "
        "salarymaxcents maxsalarycents salarytocents paymaxcents salarytoamountincents"
    ),
    "pay_currency": (
        "salarycurrency salarycurrencycode compensationcurrency paycurrency currencycode currency currencyid "
        "currencytype salarycurrencyid currencyisocode salaryrangecurrency payratecurrency"
    ),
    "pay_unit": (
        "salaryinterval salaryunit salaryperiod salaryfrequency salarytimeunit compensationfrequency "
        "compensationinterval compensationperiod compensationunit payperiod payinterval payfrequency payunit "
        "paytype wageperiod remunerationrateintervalcode unittext salaryrangeinterval rateinterval "
        "salarytype measure payratetype salaryrate payfrequencytype salarybasis payratepayfrequencytype "
        "payrateunit"
    ),
    "pay_shown": (
        "compensationvisible salaryvisible showsalary displaysalaryrange issalaryvisible showpay salaryshown"
    ),
}

#: Inside an object that is a pay.
_FIELDS |= {
    "low": (
        "min minimum minvalue from low lower start minamount minsalary amountfrom remunerationminimumamount "
        "minimumrange"
    ),
    "high": (
        "max maximum maxvalue to high upper end maxamount maxsalary amountto remunerationmaximumamount maximumrange"
    ),
    "currency": "currency currencycode currencyid currencytype",
    "rate": (
        "interval unit period frequency per unittext timeunit rate measure type rateintervalcode "
        "remunerationrateintervalcode"
    ),
}

FIELDS: Mapping[str, tuple[str, ...]] = {name: tuple(keys.split()) for name, keys in _FIELDS.items()}
#: Parts of keys that only postings have: one of them tells a posting from an event, an article or a product.
TELLING = [
    "job",
    "vacan",
    "salary",
    "deadline",
    "closing",
    "applyurl",
    "applylink",
    "applicationurl",
    "applicationdue",
    "requisition",
    "employment",
    "hiring",
    "workplace",
    "remote",
    "contracttype",
    "workingpattern",
    "positiontitle",
    "recruit",
]
_ELSEWHERE = frozenset(
    [
        "related",
        "similar",
        "recommended",
        "recommendation",
        "recommendations",
        "contact",
        "contacts",
        "people",
        "document",
        "documents",
        "attachment",
        "attachments",
        "question",
        "questions",
        "seo",
        "meta",
        "metadata",
        "breadcrumb",
        "breadcrumbs",
        "analytics",
        "translation",
        "translations",
        "i18n",
        "navigation",
        "menu",
        "footer",
        "faq",
        "testimonial",
        "testimonials",
        "other",
        "others",
        "more",
        "previous",
        "next",
    ]
)
_FOREIGN = _ELSEWHERE | frozenset(
    [
        "recruiter",
        "recruiters",
        "person",
        "persons",
        "author",
        "owner",
        "manager",
        "file",
        "files",
        "image",
        "images",
        "logo",
        "photo",
        "photos",
        "media",
        "category",
        "categories",
        "department",
        "departments",
        "team",
        "teams",
        "theme",
        "header",
        "social",
        "creator",
    ]
)
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


@lru_cache(maxsize=_FOLDED)
def leads_elsewhere(key: str) -> bool:
    """Whether other postings than the one that is shown stand under a key, or no postings at all."""
    return not _ELSEWHERE.isdisjoint(_words(key))


@lru_cache(maxsize=_FOLDED)
def is_foreign(key: str) -> bool:
    """Whether what stands under a key is not the posting's own: its employer's address, its people, its files."""
    return folded(key) in _ORGANIZATION or not _FOREIGN.isdisjoint(_words(key))


def _words(key: str) -> set[str]:
    return {it.lower() for it in _WORD.findall(key[:80].rpartition(":")[2])}


_ORGANIZATION = frozenset(FIELDS["organization"])
