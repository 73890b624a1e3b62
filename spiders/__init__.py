"""The world outside becomes postings: Scrapy and the readers. Knows nothing of the database."""
