"""That the soak sees memory grow, and sees it stay."""

import pytest
import soak


def taken(end, daemon, child, life=5000):
    """Samples every hundred checks; `daemon` and `child` give KiB after so many checks, of the child in its life."""
    samples = soak.Samples()
    for checks in range(0, end + 1, 100):
        samples.daemon.append(soak.Sample(checks=checks, pid=1, rss=daemon(checks), pss=0))
        its = child(checks // life, checks % life)
        samples.child.append(soak.Sample(checks=checks, pid=2 + checks // life, rss=its, pss=0))
    return samples


def flat(*_):
    return 100_000


def test_memory_that_stays_is_flat_and_told_at_its_marks(capsys):
    assert soak.report(taken(40_000, flat, flat), 40_000)
    told = capsys.readouterr().out
    assert [line.split()[0] for line in told.splitlines() if line.count("MiB") == 2][:5] == [
        "5000",
        "10000",
        "20000",
        "30000",
        "40000",
    ]
    assert "after 20000: +0.0 KiB a thousand checks" in told


def test_what_grows_with_each_check_is_told_as_a_slope_and_refused(capsys):
    assert not soak.report(taken(100_000, lambda checks: 100_000 + checks // 5, flat), 100_000)
    assert "after 20000: +200.0 KiB a thousand checks" in capsys.readouterr().out


def test_what_grows_only_at_first_has_no_slope_later(capsys):
    assert soak.report(taken(60_000, lambda checks: 100_000 + min(checks, 10_000), flat), 60_000)
    told = capsys.readouterr().out
    assert "after 20000: +0.0 KiB" in told
    assert "after 5000: +0.0 KiB" not in told


@pytest.mark.parametrize("end", [5000, 40_000])
def test_a_child_that_grows_is_refused(end):
    """Within its one life, or from life to life."""
    growing = (lambda _, checks: 50_000 + checks * 4) if end == 5000 else (lambda life, _: 50_000 + life * 3000)
    assert not soak.report(taken(end, flat, growing, life=10_000 if end == 5000 else 5000), end)
