"""The words of sites in five languages: labels, headings, buttons, statements of status, furniture."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """What the sites of one language and country say."""

    #: As `lang` in HTML.
    tag: str
    currency: str
    zone: str
    #: Places, each in writings that mean the same; the country's ISO code is `country`.
    places: tuple[tuple[str, ...], ...]
    country: str
    #: By fact: words that label it.
    labels: Mapping[str, tuple[str, ...]]
    #: By kind of section: headings.
    headings: Mapping[str, tuple[str, ...]]
    workplace: Mapping[str, tuple[str, ...]]
    employment: Mapping[str, tuple[str, ...]]
    #: Sentences with one place for the fact.
    says: Mapping[str, tuple[str, ...]]
    apply: tuple[str, ...]
    closed: tuple[str, ...]
    upcoming: tuple[str, ...]
    months: tuple[str, ...]
    ages: tuple[str, ...]
    furniture: Mapping[str, tuple[str, ...]]
    related: tuple[str, ...]
    articles: tuple[str, ...]


_ENGLISH_LABELS = {
    "pay": ("Salary", "Compensation", "Pay range"),
    "deadline": ("Application deadline", "Apply by", "Closing date"),
    "location": ("Location", "Job location", "Locations"),
    "workplace": ("Workplace", "Workplace type", "Work model"),
    "employment": ("Employment type", "Job type", "Contract type"),
    "start": ("Start date", "Starting date", "Starts"),
    "organization": ("Company", "Employer", "Organization"),
    "number": ("Job ID", "Requisition ID", "Reference"),
}
_ENGLISH_HEADINGS = {
    "about": ("About the team", "About {organization}", "Who we are", "Our company"),
    "responsibilities": ("What you'll do", "Responsibilities", "Your role", "Key responsibilities"),
    "requirements": ("Requirements", "What we're looking for", "Qualifications", "Who you are"),
    "benefits": ("Benefits", "What we offer", "Perks and benefits", "What's in it for you"),
}
_ENGLISH_WORKPLACE = {
    "onsite": ("On-site", "Onsite", "On site"),
    "hybrid": ("Hybrid", "Hybrid work", "Hybrid"),
    "remote": ("Remote", "Fully remote", "Remote"),
}
_ENGLISH_EMPLOYMENT = {
    "full_time": ("Full-time", "Full time", "Full-Time"),
    "part_time": ("Part-time", "Part time", "Part-Time"),
    "contract": ("Contract", "Contractor", "Contract"),
    "internship": ("Internship", "Intern", "Internship"),
}
_ENGLISH_SAYS = {
    "pay": (
        "The pay for this position is {}.",
        "For this role we pay {}.",
        "The compensation range for this role is {}.",
    ),
    "deadline": (
        "The last day to apply is {}.",
        "Please submit your application by {}.",
        "Applications close on {}.",
    ),
    "location": ("You will work from our {} office.", "The team sits in {}.", "This position is based in {}."),
    "workplace": ("This job is {}.", "This position is {}.", "The role is {}."),
    "start": ("The position starts in {}.", "The start date is {}.", "You would start in {}."),
}
_ENGLISH_CLOSED = (
    "Applications closed",
    "No longer accepting applications",
    "This position has been filled",
    "This job is no longer available",
    "Applications for this role are now closed",
)
_ENGLISH_UPCOMING = (
    "Applications open on {}",
    "This role will open for applications on {}",
    "Applications will open on {}",
)
_ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ENGLISH_AGES = ("Posted today", "3 days ago", "Posted 2 weeks ago", "1 month ago", "30+ days ago", "Just posted")
_ENGLISH_FURNITURE = {
    "nav": ("Home", "Find jobs", "Companies", "Salaries", "Career advice", "Sign in", "For employers", "Post a job"),
    "cookies": (
        "We use cookies to improve your experience. Accept all or manage your choices.",
        "This site uses cookies. By continuing to browse you agree to our policy.",
        "Your privacy matters: choose which cookies you allow.",
    ),
    "related": ("Similar jobs", "Related jobs", "People also viewed", "More jobs like this", "Recommended for you"),
    "articles": ("Career advice", "From our blog", "Industry insights", "Guides for applicants"),
    "newsletter": (
        "Get new jobs like this by email. Join {n} subscribers.",
        "Never miss an opening: {n} people already get our weekly letter.",
    ),
    "views": (
        "{n} people viewed this job today",
        "Over {n} applicants",
        "Be among the first 25 applicants",
        "{n} people clicked apply",
        "{n} people saved this job",
    ),
    "promo": (
        "Premium: 50% off for the next {n} minutes",
        "Offer ends in {n}:00. Try premium for $9 a month",
        "Only {n} seats left in our CV workshop, register before Friday",
    ),
    "reviews": ("Rated {r} by {n} employees", "{r} stars, {n} reviews", "{n} followers on this page"),
    "estimate": (
        "Similar roles here pay $52,000 to $88,000 a year (our estimate from {n} salaries)",
        "Average salary in this area: $71,500 a year, based on {n} reports",
    ),
    "searches": ("Popular searches", "Recommended searches", "Browse by city"),
    "footer": ("About us", "Help centre", "Privacy", "Terms", "Accessibility", "Contact", "Advertise with us"),
    "share": ("Share this job", "Report this job", "Save job", "Print"),
    "not_found": ("Page not found", "The page you are looking for does not exist", "Sorry, we can't find that page"),
    "commentary": ("Our take on this opening", "Editor's note", "How to stand out"),
}
_ENGLISH_RELATED = (
    "{t} - $38 an hour",
    "{t} (Applications closed)",
    "{t}, apply by 14 January 2027",
    "{t} · $95,000 - $120,000 a year",
    "{t} · Remote",
    "{t} · No longer accepting applications",
    "{t} · Closing soon",
    "{t} · 2 days ago",
)
_ENGLISH_ARTICLES = (
    "What happened when three firms closed their offices",
    "How to answer questions about your expected salary of $100,000",
    "The deadline that nobody met: a story of hiring",
    "Why remote work is here to stay",
    "Ten questions to ask before you apply",
    "Interns earned $4 an hour more last year",
    "The application form has been filled: what comes next?",
    "Hybrid teams and how they plan their weeks",
)

US = Language(
    tag="en-US",
    currency="USD",
    zone="America/New_York",
    country="US",
    places=(
        ("New York, NY", "New York City, NY", "New York, New York"),
        ("San Francisco, CA", "San Francisco, California", "San Francisco, CA, USA"),
        ("Chicago, IL", "Chicago, Illinois", "Chicago, IL, United States"),
        ("Austin, TX", "Austin, Texas", "Austin, TX, USA"),
        ("Boston, MA", "Boston, Massachusetts", "Boston, MA, USA"),
        ("Denver, CO", "Denver, Colorado", "Denver, CO, USA"),
    ),
    labels=_ENGLISH_LABELS,
    headings=_ENGLISH_HEADINGS,
    workplace=_ENGLISH_WORKPLACE,
    employment=_ENGLISH_EMPLOYMENT,
    says=_ENGLISH_SAYS,
    apply=("Apply now", "Apply for this job", "Apply", "Easy apply"),
    closed=_ENGLISH_CLOSED,
    upcoming=_ENGLISH_UPCOMING,
    months=tuple(_ENGLISH_MONTHS),
    ages=_ENGLISH_AGES,
    furniture=_ENGLISH_FURNITURE,
    related=_ENGLISH_RELATED,
    articles=_ENGLISH_ARTICLES,
)
GB = Language(
    tag="en-GB",
    currency="GBP",
    zone="Europe/London",
    country="GB",
    places=(
        ("London", "London, UK", "London, United Kingdom"),
        ("Manchester", "Manchester, UK", "Manchester, England"),
        ("Leeds", "Leeds, UK", "Leeds, England"),
        ("Bristol", "Bristol, UK", "Bristol, England"),
        ("Edinburgh", "Edinburgh, UK", "Edinburgh, Scotland"),
    ),
    labels=_ENGLISH_LABELS,
    headings=_ENGLISH_HEADINGS,
    workplace=_ENGLISH_WORKPLACE,
    employment=_ENGLISH_EMPLOYMENT,
    says=_ENGLISH_SAYS,
    apply=("Apply now", "Apply online", "Apply for this vacancy"),
    closed=("Applications closed", "This vacancy is now closed", "This vacancy is no longer available"),
    upcoming=_ENGLISH_UPCOMING,
    months=tuple(_ENGLISH_MONTHS),
    ages=_ENGLISH_AGES,
    furniture={
        **_ENGLISH_FURNITURE,
        "estimate": (
            "Similar roles here pay £34,000 to £51,000 a year (our estimate from {n} salaries)",
            "Average salary in this area: £42,500 a year, based on {n} reports",
        ),
    },
    related=("{t} - £14.20 an hour", "{t} (Applications closed)", "{t}, closes 14/01/2027", "{t} · £31,000 a year"),
    articles=_ENGLISH_ARTICLES,
)
