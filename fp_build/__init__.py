"""Futurs Publics: records in, a validated bilingual catalogue out."""

__version__ = "0.1.0"
