"""What the project costs beside other programs: ``python -m bench``."""
