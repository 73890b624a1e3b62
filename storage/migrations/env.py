"""Run by alembic for every command; the connection comes from `storage.migrating`."""  # noqa: INP001 - alembic loads it by path

from alembic import context

from storage.tables.on_postgresql import HOT

context.configure(connection=context.config.attributes["connection"], target_metadata=HOT[0].metadata)
context.run_migrations()
