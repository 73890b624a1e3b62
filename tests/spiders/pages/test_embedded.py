"""State that pages embed for their own scripts: every way in which it is embedded, and what it costs."""

import json

import pytest

from spiders.pages.embedded import states
from spiders.reading.document import parse_html

JOB = {"title": "Bell Founder", "description": "<p>Cast “bells”</p>", "location": "Tartu", "status": "open"}
TEXT = json.dumps(JOB)


def found(markup):
    return states(parse_html(f"<html><body>{markup}</body></html>"), markup)


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        (f'<script id="__NEXT_DATA__" type="application/json">{TEXT}</script>', "__NEXT_DATA__"),
        (f'<script type="application/json">{TEXT}</script>', "state"),
        (f"<script>window.__INITIAL_STATE__ = {TEXT};</script>", "__INITIAL_STATE__"),
        (f"<script>window.__INITIAL_STATE__={TEXT};(function(){{}}())</script>", "__INITIAL_STATE__"),
        (f"<script>var x = 1; phApp.ddo = {TEXT}; phApp.more = {{}};</script>", "phApp.ddo"),
        (f"<script>var phApp = phApp || {TEXT};</script>", "phApp"),
        (f"<script>window.__DATA__ = JSON.parse({json.dumps(TEXT)});</script>", "__DATA__"),
        (
            "<script>window.__DATA__ = JSON.parse('" + TEXT.replace("\\", "\\\\").replace("'", "\\'") + "')</script>",
            "__DATA__",
        ),
        (f'<script id="ng-state" type="application/json">{TEXT.replace(chr(34), "&q;")}</script>', "ng-state"),
        (f'<script>window.s = {TEXT[:-1]}, "seen":undefined, "at": new Date("2026-01-01")}};</script>', "s"),
    ],
)
def test_state_is_found_under_its_name(markup, name):
    values = dict(found(markup))
    assert values[name].items() >= JOB.items()


def test_percent_coded_state_is_decoded():
    coded = TEXT.replace("%", "%25").replace('"', "%22").replace("<", "%3C")
    markup = f'<script>window.s = JSON.parse(decodeURIComponent("{coded}"))</script>'
    assert found(markup) == []  # nothing in it names a posting before it is decoded
    assert dict(found(f'{markup[:-9]}; var a = {{"title": "company"}}</script>'))["s"] == JOB


def test_state_in_an_attribute_is_found():
    markup = f"<div id=\"app\" data-page='{TEXT}'></div>"
    assert found(markup) == [("@data-page", JOB)]


def test_a_fetched_answer_is_unpacked_from_its_envelope():
    envelope = json.dumps({"status": 200, "body": TEXT})
    assert found(f'<script type="application/json" data-sveltekit-fetched>{envelope}</script>') == [("state", JOB)]


def test_streamed_rows_are_put_together():
    row = f'5:["$","div",null,{{"job":{TEXT}}}]\n6:"x"\n'
    pushes = "".join(f"<script>self.__next_f.push({json.dumps([1, half])})</script>" for half in (row[:20], row[20:]))
    values = found(pushes)
    assert values[0] == ("__next_f", ["$", "div", None, {"job": JOB}])


def test_nuxt_s_flat_form_is_unflattened():
    flat = [
        ["ShallowReactive", 1],
        {"job": 2, "self": 1},
        {"title": 3, "locations": 4, "description": 6},
        "Bell Founder",
        [5],
        "Tartu",
        "d",
    ]
    value = found(f'<script id="__NUXT_DATA__" type="application/json">{json.dumps(flat)}</script>')[0][1]
    assert value["job"] == {"title": "Bell Founder", "locations": ["Tartu"], "description": "d"}
    assert value["self"] is value


def test_an_apollo_cache_is_joined():
    cache = {
        "ROOT_QUERY": {"job": {"__ref": "Job:1"}},
        "Job:1": {"title": "Bell Founder", "location": {"__ref": "Place:2"}, "description": "d"},
        "Place:2": {"name": "Tartu"},
    }
    value = found(f"<script>window.__APOLLO_STATE__={json.dumps(cache)}</script>")[0][1]
    assert value["Job:1"]["location"] == {"name": "Tartu"}


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/app.js">window.x = {"title": "a", "description": "b"}</script>',
        '<script type="application/ld+json">{"title": "a", "description": "b"}</script>',
        "<script>window.x = {title: 'a', description: 'b'}</script>",
        '<script>if (a == "title" && b) { c = {"name": function(){ location = 1 }} }</script>',
        '<script>window.x = {"theme": "dark", "speed": 4}</script>',
        "<script></script>",
    ],
)
def test_what_is_no_state_or_names_no_posting_is_left_alone(markup):
    assert found(markup) == []


def test_a_failed_attempt_is_not_read_again():
    bad = "a={" + '"title":{"x":' * 2_000 + '"location"'
    assert found(f"<script>{bad}</script>") == []
    assert found("<script>" + 'a={"title",location;' * 5_000 + "</script>") == []


def test_what_is_too_large_is_left_alone():
    assert found(f'<script>window.x = {{"title": "{"a" * 3_100_000}", "location": "b"}}</script>') == []
