"""Whether an HTML page was cut off on its way."""

#: Where end tags, and where beginnings, are looked for, in characters.
_END = 1_000
_TAIL = 20_000
_HEAD = 5_000
#: Elements whose end tags HTML does not let anybody leave out.
_CLOSED_BY_ALL = ("main", "article", "section", "div", "ul", "table")


def cut_in_the_middle(html: str) -> str | None:
    """How an HTML page that stops before its end was cut; None for a whole one.

    Pages may leave end tags out, and fragments have none: only a page that began with <html> or a head, has neither
    </html> nor </body>, and stops inside a tag, a script, a comment or an open element has been cut.
    """
    end = html[-_END:].lower()
    if "</html" in end or "</body" in end:
        return None
    tail = html[-_TAIL:].rstrip()
    lower = tail.lower()
    head = html[:_HEAD].lower()
    if "</html" in lower or "</body" in lower or not ("<html" in head or "<head" in head or "<!doctype" in head):
        return None
    if tail.rfind("<") > tail.rfind(">"):
        return "inside a tag"
    if lower.rfind("<script") > lower.rfind("</script") or lower.rfind("<style") > lower.rfind("</style"):
        return "inside a script or style"
    if lower.rfind("<!--") > lower.rfind("-->"):
        return "inside a comment"
    whole = html.lower()
    open_ = next((tag for tag in _CLOSED_BY_ALL if whole.count(f"<{tag}") > whole.count(f"</{tag}")), None)
    return f"<{open_}> is still open" if open_ else None
