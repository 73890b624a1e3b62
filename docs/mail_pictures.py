"""Makes docs/mail-*.png: mails as a browser shows them, light, dark and narrow. `make pictures` runs it.

It needs Chromium. With a folder as argument it makes a picture of every kind there, to be looked at.
"""

import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from monitor.notify.rendering import compose
from monitor.notify.specimens import specimen
from monitor.vocabulary import Kind
from monitor.zones import zone_named

HERE = Path(__file__).parent
NOW = datetime(2026, 2, 5, 17, 0, tzinfo=UTC)
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
#: Blink's names of what a reader prefers.
LIGHT, DARK = 1, 0
#: A telephone, and a window of a mail program.
NARROW, WIDE = 360, 640
#: Name, kinds, scheme, width and height of the pictures in docs/notifications.md.
SHOWN = (
    ("mail-pay", (Kind.PAY_CHANGED,), LIGHT, WIDE, 365),
    ("mail-requirements", (Kind.DESCRIPTION_CHANGED,), DARK, NARROW, 700),
    ("mail-digest", (Kind.PAY_CHANGED, Kind.CLOSED, Kind.POSTING_ADDED), LIGHT, WIDE, 1050),
)


def main() -> None:
    """Make the pictures of the docs, or those of every kind."""
    if BROWSER is None:
        sys.exit("the pictures need chromium, chromium-browser or google-chrome in $PATH")
    if len(sys.argv) > 1:
        every_kind(Path(sys.argv[1]))
        return
    for name, kinds, scheme, width, height in SHOWN:
        picture(mail(*kinds), HERE / f"{name}.png", scheme=scheme, width=width, height=height)


def every_kind(folder: Path) -> None:
    """Three pictures of each kind, and of a digest of all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, kinds in [*((kind.value, (kind,)) for kind in Kind), ("digest", tuple(Kind))]:
        height = 700 if len(kinds) == 1 else 7000
        picture(mail(*kinds), folder / f"{name}-light.png", scheme=LIGHT, width=WIDE, height=height)
        picture(mail(*kinds), folder / f"{name}-dark.png", scheme=DARK, width=WIDE, height=height)
        picture(mail(*kinds), folder / f"{name}-narrow.png", scheme=LIGHT, width=NARROW, height=height)


def mail(*kinds: Kind) -> str:
    """The HTML of a mail that tells an invented change of each kind: those of the posting and those of its board."""
    told = [specimen(kind, NOW, 2 if kind in {Kind.POSTING_ADDED, Kind.POSTING_REMOVED} else 1) for kind in kinds]
    public_url = "https://monitor.example.org"
    return compose(told, zone_named("America/New_York"), "0@posting-monitor", public_url=public_url).html


def picture(html: str, to: Path, *, scheme: int, width: int, height: int) -> None:
    """Show HTML in a frame of this size, for no window can be as narrow as a telephone, and save what is seen."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "mail.html").write_text(html, "utf-8")
        frame = Path(folder) / "frame.html"
        frame.write_text(
            '<meta name="color-scheme" content="light dark"><body style="margin:0;background:Canvas">'
            f'<iframe src="mail.html" style="border:0;display:block;width:{width}px;height:{height}px"></iframe>',
            "utf-8",
        )
        command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += [f"--user-data-dir={folder}/profile", f"--blink-settings=preferredColorScheme={scheme}"]
        command += [f"--window-size={width},{height}", f"--screenshot={to}", frame.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
