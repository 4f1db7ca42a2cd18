"""Pages as an author is served them."""

from __future__ import annotations

import pytest

from fp_build.doors.mkdocs.serving import _with_reload


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        (b"<body>a</body></html>", b"<body>a", b"</body></html>"),
        (b"<body>a</body>b</body>", b"<body>a</body>b", b"</body>"),
        (b"a", b"a", b""),
    ],
)
def test_a_page_names_the_script_that_reloads_it(page: bytes, before: bytes, after: bytes) -> None:
    given = _with_reload("/fp/x.js", page, 12)
    assert given.startswith(before + b'<script src="/fp/x.js" data-epoch="12" data-request="')
    assert given.endswith(b'"></script>' + after)
