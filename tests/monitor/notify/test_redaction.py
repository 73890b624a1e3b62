"""No secret of a target's URL is ever told."""

import pytest

from monitor.notify.redaction import redacted, secret_parts


@pytest.mark.parametrize(
    "said",
    [
        "cannot post to slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general",
        "404 for /services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ",
        "no team T1JJ3T3L2",
    ],
)
def test_tokens_are_masked_wherever_they_stand(said):
    url = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general"
    told = redacted(said, secret_parts(url))
    assert "***" in told
    assert not any(part in told for part in ("T1JJ3T3L2", "A1BRTD4JD", "TIiajkdnlazkcOXrIdevi7FQ"))


def test_a_password_is_masked_encoded_and_not():
    secrets = secret_parts("json://jo:p%40ss%2Fword@hooks.example.org/path", open_parts=("hooks.example.org",))
    assert redacted("p%40ss%2Fword or p@ss/word at hooks.example.org", secrets) == "*** or *** at hooks.example.org"


def test_what_is_said_is_one_short_line():
    assert redacted("one\r\n\x1b[31mtwo" + "x" * 1000, ()).startswith("one [31mtwoxxx")
    assert len(redacted("x" * 1000, ())) == 300


def test_what_a_value_is_called_is_no_secret_but_the_value_is():
    secrets = secret_parts("mmost://host/token-1234?mode=bot1&channel=mode-room&mode1=x")
    assert redacted("the mode of token-1234: bot1, mode-room", secrets) == "the mode of ***: ***, ***"
    assert redacted("password", secret_parts("json://h/?token=password&password=y")) == "***"
