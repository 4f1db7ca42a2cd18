"""What of the host's files a site does not need, and what is sent shorter than it was written."""

from __future__ import annotations

import re
from typing import Final

from mkdocs.structure.files import Files

from fp_build.doors.press import WORDS_FILE
from fp_build.publishing.assets import is_smaller, smaller

RELOAD_SCRIPT: Final = "assets/javascripts/reload.js"
"""What loads a page again when its author has saved something."""

_OF_PREVIEWS: Final = ("assets/javascripts/preview.js", RELOAD_SCRIPT)
"""Scripts that are of no use on a published site; the first shows in the browser what is wrong."""

_UNUSED: Final = re.compile(
    rf"{re.escape(WORDS_FILE)}|map/.*|assets/javascripts/(?:lunr/.*|workers/search.*|bundle\..*|.*\.map)"
    r"|assets/images/favicon\.png|assets/stylesheets/(?:(?:main|palette)\.\w+\.min\.css|.*\.map)"
)
"""Files of the theme that no page asks for: our frame brings its own style and scripts."""


def lighten(files: Files, *, serving: bool) -> None:
    """Leave out what no page uses, shorten style sheets and scripts."""
    for file in list(files):
        only_preview = file.src_uri in _OF_PREVIEWS and not serving
        if only_preview or _UNUSED.fullmatch(file.src_uri):
            files.remove(file)
        elif is_smaller(file.src_uri):
            file.content_string = smaller(file.src_uri, file.content_string)
