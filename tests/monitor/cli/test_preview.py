"""`monitor notify preview`: what would be sent, without sending it."""

import pytest
from lxml import html as parser

from monitor.vocabulary import Kind


@pytest.fixture
def targeted(filled):
    """Two targets, one with templates of its own."""
    (filled.parent / "mine").mkdir()
    (filled.parent / "mine" / "title.txt").write_text("Mine: {{ title }}")
    filled.write_text(
        f"{filled.read_text()}\n[web]\npublic_url = 'https://monitor.example.org'\n"
        "[[notify.targets]]\nname = 'team'\nurl = 'json://127.0.0.1:9/'\n"
        "[[notify.targets]]\nname = 'phone'\nurl = 'json://127.0.0.1:9/'\ntemplate = 'mine'\n"
    )
    return filled


def test_prints_subject_and_text_of_a_change(monitor, targeted):
    out = monitor("notify", "preview", 1, "--target", "team").out
    assert out.startswith("Pay raised: Audio [bold]Intern[/bold]]0;gotcha gnp – Lumen Audio\n\n")
    assert "On the page: “Pay: $60.00 USD per hour”\n" in out
    assert "Watch: https://monitor.example.org/watches/1\n" in out


def test_templates_of_the_target_are_used(monitor, targeted):
    assert monitor("notify", "preview", 1, "--target", "phone").out.startswith("Mine: Pay raised: ")


def test_writes_the_mail_for_a_browser(monitor, targeted, tmp_path):
    ran = monitor("notify", "preview", 1, "--html", "mail.html", noted=True)
    assert (ran.out, ran.err) == ("", "mail.html holds the mail; open it in a browser\n")
    assert parser.parse(str(tmp_path / "mail.html")).xpath("string(//h1)") == "Pay raised from $55 to $60 an hour"
    assert monitor("notify", "preview", 1, "--html", "-").out.startswith("<!DOCTYPE html>")


def test_all_forms_as_json(monitor, targeted):
    forms = monitor("notify", "preview", 1, "--json").json
    assert set(forms) == {"title", "text", "html", "markdown", "chat_title", "chat_text", "severity"}
    assert forms["severity"] == "high"


@pytest.mark.parametrize("kind", Kind)
def test_an_invented_change_of_any_kind_needs_no_database(kind, monitor):
    assert "harboursound" in monitor("notify", "preview", "--kind", kind.value).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a CHANGE or a --kind; kinds: closed, "),
        (("--kind", "sacked"), 'there is no kind "sacked"; kinds: closed, '),
        (("1", "--kind", "closed"), "CHANGE and --kind exclude each other"),
        (("one",), '"one" is no number of a change; see `monitor changes`'),
        (("99",), "99"),
        (("1", "--target", "nobody"), "there is no target nobody; targets: team, phone"),
    ],
)
def test_wrong_input_is_refused(arguments, said, monitor, targeted):
    assert said in monitor("notify", "preview", *arguments, code=2).err


@pytest.mark.parametrize("arguments", [("notify", "preview", 1, "--target", "phone"), ("check", "--all"), ("run",)])
def test_a_template_that_is_wrong_is_refused_before_anything_is_done(arguments, monitor, targeted, unchanged):
    (targeted.parent / "mine" / "title.txt").write_text("one\n{{ changes[0].salary }}")
    file = targeted.parent / "mine" / "title.txt"
    said = monitor(*arguments, code=2).err
    assert said.startswith(f"monitor: target phone: {file}:2: ")
    assert "has no attribute 'salary'" in said


def test_doctor_finds_a_wrong_template(monitor, targeted):
    (targeted.parent / "mine" / "title.txt").write_text("{{ nothing }}")
    ran = monitor("doctor", code=1)
    assert "fails target phone: target phone: " in ran.out
    assert "title.txt:1: 'nothing' is undefined" in ran.out


def test_a_folder_that_cannot_be_written_to_is_said(monitor, targeted):
    assert (
        "/nowhere/mail.html cannot be written"
        in monitor("notify", "preview", 1, "--html", "/nowhere/mail.html", code=1).err
    )
