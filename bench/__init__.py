"""Measurements of the project, each a program of its own: ``python -m bench.check_cost``."""
