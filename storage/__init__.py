"""Every SQL statement: tables, queries, migrations. Knows nothing of spiders."""
