"""What each rule of a target asks for, and which of them decides."""

import pytest

from monitor.notify.conditions import RULES, holds, is_below
from monitor.notify.rules import verdict
from monitor.vocabulary import Kind
from storage.rows import NewChange


@pytest.fixture
def posting(watch):
    """A watch whose posting is called so."""

    def make(title="Welder, night shift", organization="Ironside Yards", **given):
        return watch(record={"posting": {"title": title, "organization": organization}}, **given)

    return make


@pytest.fixture
def board(watch):
    return watch(kind="board", url="https://jobs.example.org/all", record={"posting": None, "roles": []})


def edit(kind="description_changed", before=None, after=None, **given):
    return NewChange(**({"kind": kind, "before": before, "after": after, "summary": "x", "severity": "high"} | given))


def role(kind, title):
    told = {"title": title, "url": "https://jobs.example.org/9"}
    before, after = (None, told) if kind != "posting_removed" else (told, None)
    return edit(kind, before, after)


@pytest.mark.parametrize(
    ("board", "is_met"),
    [
        ("jobs.example.org", True),
        ("JOBS.example.org", True),
        ("www.jobs.example.org", True),
        ("https://jobs.example.org/", True),
        ("http://jobs.example.org/eu", True),
        ("https://jobs.example.org/eu/", True),
        ("jobs.example.org/eu/7", True),
        ("jobs.example.org/e", False),
        ("jobs.example.org/eu/7/more", False),
        ("jobs.example.org/us", False),
        ("example.org", False),
        ("jobs.example.org.evil.example", False),
        ("jobs.example.org:8443", False),
    ],
)
def test_a_watch_is_of_a_board_at_its_address_or_below_by_whole_segments(board, is_met):
    assert is_below("https://jobs.example.org/eu/7", board) is is_met


def test_a_board_with_a_query_is_that_address_alone():
    assert is_below("https://a.example/jobs?team=1", "https://a.example/jobs?team=1")
    assert is_below("https://a.example/jobs?team=1", "https://a.example/jobs")
    assert not is_below("https://a.example/jobs?team=12", "https://a.example/jobs?team=1")


@pytest.mark.parametrize(
    ("phrase", "title", "is_met"),
    [
        ("engineer", "Senior Engineer (m/w/d)", True),
        ("ENGINEER", "senior engineer", True),
        ("engineer", "Head of Engineering", False),
        ("data science", "Lead, Data-Science", True),
        ("data science", "Science of data", False),
        ("ingenieur", "Ingénieur logiciel", True),
        ("Ingénieur", "INGENIEUR", True),
        ("*entwickler", "Softwareentwickler", True),
        ("*entwickler", "Entwicklerin", False),
        ("ingenieur*", "Ingenieurin für Bau", True),
        ("*praktik*", "Pflichtpraktikum", True),
        ("C++", "C++ developer", True),
        ("C", "C++ developer", False),
        ("C", "C developer", True),
        ("C#", "Developer (C#, .NET)", True),
        ("R&D", "Head of R&D", True),
        ("工程师", "高级软件工程师", True),
    ],
)
def test_a_title_holds_the_words_of_a_phrase_whole(phrase, title, is_met):
    assert holds(title, phrase) is is_met


class TestKeywords:
    @pytest.fixture
    def wanted(self, target):
        def make(change, watch, *keywords):
            return verdict(target(keywords=keywords), change, watch).wanted

        return make

    def test_one_of_them_must_be_in_the_title(self, wanted, posting):
        assert wanted(edit(), posting(), "painter", "welder")
        assert not wanted(edit(), posting(), "painter")

    def test_none_with_a_minus_may_be_in_it(self, wanted, posting):
        assert wanted(edit(), posting(), "-intern")
        assert not wanted(edit(), posting("Welder, intern"), "welder", "-intern")

    def test_a_role_of_a_board_is_told_by_its_own_title(self, wanted, board):
        assert wanted(role("posting_added", "Welder"), board, "welder")
        assert not wanted(role("posting_added", "Painter"), board, "welder")
        assert wanted(role("posting_removed", "Welder"), board, "welder")
        assert not wanted(role("posting_removed", "Painter"), board, "welder")

    def test_a_new_title_is_told_where_the_old_or_the_new_one_is_asked_for(self, wanted, posting):
        renamed = edit("title_changed", "Welder", "Painter")
        assert wanted(renamed, posting("Painter"), "welder")
        assert wanted(renamed, posting("Painter"), "painter")
        assert not wanted(renamed, posting("Painter"), "plumber")

    def test_a_new_title_is_not_told_only_where_the_new_one_is_not_wanted(self, wanted, posting):
        assert not wanted(edit("title_changed", "Welder", "Welder, intern"), posting(), "welder", "-intern")
        assert wanted(edit("title_changed", "Welder, intern", "Welder"), posting(), "welder", "-intern")

    def test_what_has_no_title_is_told(self, wanted, board, watch):
        assert wanted(edit("unreachable"), board, "welder")
        assert wanted(edit("unreachable"), watch(record={"posting": None}), "welder", "-intern")


class TestOrganizations:
    @pytest.fixture
    def wanted(self, target):
        def make(change, watch, *names):
            return verdict(target(organizations=names), change, watch).wanted

        return make

    @pytest.mark.parametrize(
        "name", ["Ironside Yards", "ironside-yards", "Ironside Yards GmbH", "IRONSÎDE YARDS, Inc."]
    )
    def test_a_name_is_compared_by_its_letters_and_digits(self, wanted, posting, name):
        assert wanted(edit(), posting(), name)

    @pytest.mark.parametrize("name", ["Ironside", "Ironside Yards 2", "Yards"])
    def test_another_name_is_another_organization(self, wanted, posting, name):
        assert not wanted(edit(), posting(), name)

    def test_and_is_written_in_two_ways(self, wanted, posting):
        assert wanted(edit(), posting(organization="Smith and Sons"), "Smith & Sons")

    def test_a_new_organization_is_told_where_either_is_asked_for(self, wanted, posting):
        moved = edit("organization_changed", "Ironside Yards", "Harbour Works")
        assert wanted(moved, posting(organization="Harbour Works"), "Ironside Yards")
        assert wanted(moved, posting(organization="Harbour Works"), "Harbour Works")
        assert not wanted(moved, posting(organization="Harbour Works"), "Other")

    def test_a_posting_that_names_none_is_told(self, wanted, posting):
        assert wanted(edit(), posting(organization=None), "Ironside Yards")


def test_pay_rules_touch_no_other_kind(target, posting):
    raised_much = target(pay=("raised >= 50%",))
    for kind in set(Kind) - {Kind.PAY_CHANGED}:
        assert verdict(raised_much, edit(kind.value), posting()).wanted


def test_every_rule_says_what_it_asks_for_and_what_it_found(target, posting, change):
    rules = {
        "kinds": ("pay_changed",),
        "tags": ("audio",),
        "min_severity": "medium",
        "boards": ("jobs.example.org",),
        "organizations": ("Ironside Yards",),
        "keywords": ("welder", "-intern"),
        "pay": ("raised >= 5%", "added"),
    }
    said = verdict(target(**rules), change(), posting(tags=("audio", "ny")))
    assert said.wanted
    assert said.rule is None
    assert said.reason == "it meets kinds, tags, min_severity, boards, organizations, keywords, pay"
    assert [(it.rule, it.met, it.asked, it.found) for it in said.findings] == [
        ("kinds", True, "pay_changed", "pay_changed"),
        ("tags", True, "audio", "audio, ny"),
        ("min_severity", True, "medium", "high"),
        ("boards", True, "jobs.example.org", "https://jobs.example.org/welder"),
        ("organizations", True, "Ironside Yards", "Ironside Yards"),
        ("keywords", True, "welder, -intern", "Welder, night shift"),
        ("pay", True, "raised >= 5%, added", "raised by 9.1%"),
    ]
    assert len(said.findings) == len(RULES)


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ({"kinds": ("closed",)}, "it asks for the kinds closed"),
        ({"tags": ("film",)}, "it asks for the tags film"),
        ({"min_severity": "critical"}, "it asks for severity critical or higher, this is high"),
        (
            {"boards": ("example.com",)},
            "it asks for what is below example.com, this is https://jobs.example.org/welder",
        ),
        ({"organizations": ("Other",)}, "it asks for the organizations Other, this is of Ironside Yards"),
        ({"keywords": ("painter",)}, "it asks for titles with painter, this is “Welder, night shift”"),
        ({"pay": ("raised >= 10%", "cut")}, "it asks for pay that was raised >= 10%, cut, this was raised by 9.1%"),
    ],
)
def test_the_rule_that_leaves_a_change_out_is_named_with_both_values(target, posting, change, rule, reason):
    said = verdict(target(**rule), change(), posting())
    assert (said.wanted, said.rule, said.reason) == (False, next(iter(rule)), reason)


def test_the_first_rule_that_is_not_met_decides(target, posting, change):
    assert verdict(target(kinds=("closed",), tags=("film",)), change(), posting()).rule == "kinds"


def test_a_target_without_rules_asks_for_everything(target, posting, change):
    said = verdict(target(), change(), posting())
    assert (said.wanted, said.reason, said.findings) == (True, "it asks for everything", ())
