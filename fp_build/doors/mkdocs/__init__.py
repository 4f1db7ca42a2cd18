"""The door that faces MkDocs. Nothing outside this package imports ``mkdocs``."""

import os

# Material prints a box about its end of life (2027-05-05) on every build. The fact is recorded in
# docs/decisions/0001-host.md; authors need not read it each time. This must be set before the theme
# is loaded: mkdocs.yml names a function of this package, which MkDocs imports first.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
