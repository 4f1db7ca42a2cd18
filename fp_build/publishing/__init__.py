"""From the catalogue to pages, data and feeds."""
