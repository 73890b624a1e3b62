"""What was learned of a host's pages: which blocks of text are not the postings' own."""

from sqlalchemy import BigInteger, Column, ForeignKey, Table, Text

from storage.columns import Instant, RowId, Words
from storage.schema import metadata

#: The sentences and bullets of each watch's last version, as hashes: what stands on several pages of a host.
page_block = Table(
    "page_block",
    metadata,
    Column("host_id", RowId, ForeignKey("host.id", ondelete="CASCADE"), primary_key=True),
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

#: Blocks that differed between two fetches of one page while its posting did not.
passing_block = Table(
    "passing_block",
    metadata,
    Column("host_id", RowId, ForeignKey("host.id", ondelete="CASCADE"), primary_key=True),
    #: Of the pages it stood on; a site that changes its template begins anew.
    Column("template", Text, primary_key=True),
    Column("block", BigInteger, primary_key=True, autoincrement=False),
    #: The block's words, for who asks what was learned.
    Column("words", Words, nullable=False),
    Column("seen_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
