"""One file a site family or applicant-tracking system; `sites.py` is the table that chooses."""
