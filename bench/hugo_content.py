"""The content of Hugo's site: what a converter writes, once and untimed, from our records.

Front matter holds facts by their ids, as ours does; labels, links, counts, dates, cards, pictures
and everything else on a page are Hugo's work, in the templates of ``sites/hugo``. What the
converter settles beforehand is what costs least for Hugo: order by title as a weight, the numbers
of notes, which records are related.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from bench.corpus import (
    LANGUAGES,
    ROOT,
    SITES,
    Entry,
    editorial_pages,
    entries,
    heading,
    vocabularies,
)
from fp_build.words.text import fold

FACETS: Final = {
    "kind": "kinds", "theme": "themes", "stage": "stages", "intervention": "interventions",
    "audience": "audiences", "outcome": "outcomes", "level": "levels",
    "territory": "territories", "organisation": "organisations", "principle": "principles",
    "criterion": "criteria", "year": "years", "type": "initiative-types",
    "series": "event-series", "research": "research-ways",
}  # fmt: skip
"""Each facet with its vocabulary, in the order in which readers are offered them."""

LABELS: Final = {
    "answers": "answer", "licences": "licence", "matches": "match", "statuses": "status",
    "partner-types": "partner_type", "organisation-types": "organisation_type",
    "translation-states": "translation_state",
}  # fmt: skip
"""Vocabularies that no page lists, by the name that templates know them by."""

_ENDED: Final = ("inconclusive", "stopped")
_NOTE: Final = re.compile(r"\[\^([\w-]+)\]")
_CASE: Final = re.compile(r"\]\(case:([\w-]+)(?:#([\w-]+))?\)")
_PAGE: Final = re.compile(r"\]\((?:\.\./)?([\w/]+)\.md\)")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def convert(site: Path, cases: Path, built: Path) -> None:
    """Write the whole site into ``site``; ``built`` is the same one as we publish it."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(SITES / "hugo", site)
    shutil.copytree(built / "assets", site / "static/assets", ignore=_made_of_pictures)
    shutil.copy(built / "data/catalogue.schema.json", _folder(site / "static/data"))
    _Converter(site, cases, built).write()


def _made_of_pictures(folder: str, names: list[str]) -> list[str]:
    """What Hugo makes itself, from the records' own pictures."""
    path = Path(folder)
    if path.name == "assets":
        return ["pictures"]
    return ["records"] if path.name == "previews" else []


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


class _Converter:
    def __init__(self, site: Path, cases: Path, built: Path) -> None:
        self.site = site
        self.today = dt.date.today()
        self.entries = entries(cases, built / "data/catalogue.json")
        self.by_slug = {entry.slug: entry for entry in self.entries}
        self.words = yaml.safe_load((ROOT / "overrides/words.yml").read_text(encoding="utf-8"))
        self.vocabularies = vocabularies(cases)
        years = sorted({year for entry in self.entries for year in entry.row["facets"]["year"]})
        self.vocabularies["years"] = {year: _year(year) for year in years}
        self.vocabularies["facets"].setdefault("year", _FACET_YEAR)
        self.named_by: dict[str, list[str]] = defaultdict(list)
        self.replaced_by: dict[str, list[str]] = defaultdict(list)
        self.came_from: dict[str, list[str]] = defaultdict(list)
        for entry in self.entries:
            for slug in entry.facts.get("related", ()):
                if slug in self.by_slug and entry.slug not in self.by_slug[slug].facts.get(
                    "related", ()
                ):
                    self.named_by[slug].append(entry.slug)
            for slug in entry.facts.get("replaces", ()):
                self.replaced_by[slug].append(entry.slug)
            if call := entry.facts.get("call"):
                self.came_from[call].append(entry.slug)
        self.rank = {language: self._ranks(language) for language in LANGUAGES}

    def _ranks(self, language: str) -> dict[str, int]:
        ordered = sorted(
            self.by_slug, key=lambda slug: (fold(self._front(slug, language)["title"]), slug)
        )
        return {slug: rank for rank, slug in enumerate(ordered, start=1)}

    def _front(self, slug: str, language: str) -> Mapping[str, Any]:
        texts = self.by_slug[slug].texts
        return texts.get(language, texts[self.by_slug[slug].language]).front

    # --- what all pages share -----------------------------------------------------------------

    def write(self) -> None:
        for entry in self.entries:
            for language in LANGUAGES:
                self._write_record(entry, language)
            for picture in entry.facts.get("media", ()):
                there = self.site / "content/catalogue" / entry.slug / picture["file"]
                shutil.copy(entry.folder / picture["file"], there)
        self._write_terms()
        self._write_editorial()
        self._data("words", {language: self._interface(language) for language in LANGUAGES})
        self._data("order", list(FACETS))
        self._data("roles", self._roles())
        self._data("answers", list(self.vocabularies["answers"]))
        listed = [entry for entry in self.entries if entry.row["status"] == "published"]
        dated = [entry for entry in listed if self._calendar(entry)]
        self._data("dated", [entry.slug for entry in dated])
        archived = [entry.slug for entry in self.entries if entry.row["status"] == "archived"]
        self._data("archived", archived)

    def _data(self, name: str, value: object) -> None:
        _write(self.site / f"data/{name}.json", json.dumps(value, ensure_ascii=False))

    def _interface(self, language: str) -> dict[str, Any]:
        words: dict[str, Any] = {"colon": "\u00a0:" if language == "fr" else ":"}
        for key, both in self.words.items():
            name, text = key.replace("-", "_"), both[language]
            if isinstance(text, str):
                words[name] = text
            else:
                words |= {f"{name}_{form}": said for form, said in text.items()}
                words.setdefault(f"{name}_zero", text["other"].replace("{n}", "0"))
        away = "en" if language == "fr" else "fr"
        words["called"] = words[f"called_{away}"]
        words["state_as_of"] = words["state_as_of"].replace("{day}", self.today.isoformat())
        words["replies"] = words["replies_other"].replace(" ({n})", "").replace("({n})", "")
        words["neighbour_words"] = self._texts(
            language, "previous-record", "next-record", "selection-back", "selection-beside"
        )
        words["filter_texts"] = self._texts(
            language, "records", "show-records", "filters-open", "filters-close",
            "filters-chosen", "nothing-found", "terms-narrow",
        )  # fmt: skip
        return words

    def _texts(self, language: str, *keys: str) -> str:
        texts = {key: self.words[key][language] for key in keys}
        return json.dumps(texts, ensure_ascii=False)

    def _roles(self) -> list[str]:
        return ["lead", *(f"partner-{p}" for p in self.vocabularies["partner-types"]), "partner"]

    # --- terms --------------------------------------------------------------------------------

    def _write_terms(self) -> None:
        terms: dict[str, Any] = {}
        lists: dict[str, Any] = {}
        facets: dict[str, Any] = {}
        headings: dict[str, Any] = {}
        for language in LANGUAGES:
            terms[language], lists[language], facets[language] = {}, {}, {}
            for facet, name in FACETS.items():
                vocabulary = self.vocabularies[name]
                used = [term for term, value in vocabulary.items() if not value.get("replaced_by")]
                lists[language][facet] = used
                terms[language][facet] = {
                    term: _term(value, language) | {"id": term, "url": _url(language, facet, term)}
                    for term, value in vocabulary.items()
                }
                about = self.vocabularies["facets"][facet]
                aliases = {
                    alias: term
                    for term in used
                    for alias in vocabulary[term].get("aliases", ())
                    if _ID.fullmatch(alias)
                }
                facets[language][facet] = {
                    "label": about[language],
                    "plural": about["plural"][language],
                    "url": _url(language, facet),
                    "aliases": aliases,
                }
                self._write_facet(language, facet, about)
                for term in used:
                    self._write_term(language, facet, term, aliases)
            for name, known in LABELS.items():
                terms[language][known] = {
                    term: _term(value, language) for term, value in self.vocabularies[name].items()
                }
            lead, partner = (self.words[key][language] for key in ("lead", "partner"))
            headings[language] = {"lead": lead, "partner": partner} | {
                f"partner-{part}": f"{partner} – {value[language]}"
                for part, value in self.vocabularies["partner-types"].items()
            }
        for hidden in ("answer", "part"):
            for language in LANGUAGES:
                never = {"build": {"render": "never"}, "cascade": {"build": {"render": "never"}}}
                _page(self.site / f"content/facet-{hidden}/_index.{language}.md", never)
        self._data("terms", terms)
        self._data("lists", lists)
        self._data("facets", facets)
        self._data("headings", headings)
        self._data("organisations", self._organisations())

    def _organisations(self) -> list[dict[str, Any]]:
        known = self.vocabularies["organisations"]
        found = []
        for kind in self.vocabularies["organisation-types"]:
            own = [term for term, value in known.items() if value["type"] == kind]
            ordered = {
                language: sorted(own, key=lambda term: fold(known[term][language]))
                for language in LANGUAGES
            }
            if own:
                found.append({"type": kind, "organisations": ordered})
        return found

    def _write_facet(self, language: str, facet: str, about: Mapping[str, Any]) -> None:
        front = {
            "title": about["plural"][language],
            "description": about["definition"][language],
            "url": f"catalogue/{facet}/",
            "params": {"facet": facet},
        }
        _page(self.site / f"content/facet-{facet}/_index.{language}.md", front)

    def _write_term(self, language: str, facet: str, term: str, aliases: Mapping[str, str]) -> None:
        vocabulary = self.vocabularies[FACETS[facet]]
        value, about = vocabulary[term], self.vocabularies["facets"][facet]
        label = value[language]
        title = label
        full = f"{about[language]}{':' if language == 'en' else ' :'} {label}"
        if facet == "year":
            title = full = self.words["records-of-year"][language].replace("{year}", label)
        params: dict[str, Any] = {"facet": facet, "term": term, "fulltitle": full}
        if origin := value.get("source"):
            document = self.vocabularies["documents"].get(origin)
            params["origin"] = (
                {"document": document[language], "url": document.get("url", "")}
                if document
                else {"editorial": True}
            )
        if (parent := value.get("parent")) in vocabulary:
            params["parent"] = parent
        children = [name for name, other in vocabulary.items() if other.get("parent") == term]
        if children:
            params["children"] = children
        if meaning := value.get("here"):
            params["meaning"] = meaning[language]
        if facet == "organisation":
            params["organisation"] = self._organisation(term, value, language)
            params["cards"] = self._cards_of(term)
        front = {
            "title": title,
            "description": value["definition"][language],
            "url": f"catalogue/{facet}/{term}/",
            "aliases": [
                f"/catalogue/{facet}/{alias}/"
                for alias, current in aliases.items()
                if current == term
            ],
            "params": params,
        }
        _page(self.site / f"content/facet-{facet}/{term}/_index.{language}.md", front)

    def _cards_of(self, organisation: str) -> int:
        """How many cards the pages of an organisation hold: one for each part it takes."""
        count = 0
        for entry in self.entries:
            if entry.row["status"] == "published":
                parts = {
                    partner.get("type")
                    for partner in entry.facts.get("partners", ())
                    if partner["organisation"] == organisation
                }
                count += len(parts) + (entry.facts.get("lead") == organisation)
        return count

    def _organisation(self, term: str, value: Mapping[str, Any], language: str) -> dict[str, Any]:
        away = "en" if language == "fr" else "fr"
        known = self.vocabularies["organisations"]
        return {
            "acronym": value.get("acronym", ""),
            "type": value["type"],
            "level": value.get("level", ""),
            "called": value[away] if value[away] != value[language] else "",
            "aliases": value.get("aliases", []),
            "url": value.get("url", ""),
            "became": [
                self._succession(s["organisation"], s, language) for s in value.get("became", ())
            ],
            "came_from": [
                self._succession(before, s, language)
                for before, other in known.items()
                for s in other.get("became", ())
                if s["organisation"] == term
            ],
        }

    def _succession(self, term: str, said: Mapping[str, Any], language: str) -> dict[str, Any]:
        document = self.vocabularies["documents"][said["source"]]
        return {
            "organisation": term,
            "date": said.get("date", ""),
            "source": document[language],
            "url": document.get("url", ""),
        }

    # --- editorial pages ----------------------------------------------------------------------

    def _write_editorial(self) -> None:
        frame: dict[str, list[dict[str, str]]] = {language: [] for language in LANGUAGES}
        for language, name, text in editorial_pages():
            title, body = heading(text)
            front = {"title": title, "description": text.front["description"]}
            front["params"] = {"fulltitle": text.front["title"]}
            file = "_index" if name == "index" else name.replace("/index", "/_index")
            up = "" if name == "index" else "../"
            body = _PAGE.sub(rf"]({up}\1/)", body).replace("index/)", ")")
            body = body.replace("{{ block.catalogue }}", "")
            _page(self.site / f"content/{file}.{language}.md", front, body)
            url = "" if name == "index" else f"{name.removesuffix('/index')}/"
            place = "home" if name == "index" else name.partition("/")[0]
            frame[language].append({"id": place, "url": url, "title": text.front["title"]})
        self._data("frame", frame)

    # --- records ------------------------------------------------------------------------------

    def _write_record(self, entry: Entry, language: str) -> None:
        own = language if language in entry.texts else entry.language
        body, order, learnt = self._body(entry.texts[own].body, entry, own)
        params = self._params(entry, language, own, order)
        params["learnt"] = learnt is not None
        if lesson := learnt or _lesson(entry.texts[own].body, self._section_of):
            params["lesson"] = lesson if entry.facts.get("outcome") in _ENDED else ""
        params["minutes"] = max(1, round(len(entry.texts[own].body.split()) / 200))
        front: dict[str, Any] = {
            "title": entry.texts[own].front["title"],
            "description": entry.texts[own].front["summary"],
            "weight": self.rank[language][entry.slug],
            "aliases": [f"/catalogue/{old}/" for old in entry.facts.get("redirect_from", ())],
        }
        if entry.row["status"] == "archived":
            params["archived"] = True
            front["build"] = {"list": "never"}
            for facet in FACETS:
                params[f"was-{facet}"] = entry.row["facets"][facet]
        else:
            front |= {f"facet-{facet}": self._found_under(entry, facet) for facet in FACETS}
            front["facet-answer"] = self._answers(entry)
            front["facet-part"] = _parts(entry.facts)
        front["params"] = {key: value for key, value in params.items() if value not in ("", [], {})}
        _page(self.site / f"content/catalogue/{entry.slug}/index.{language}.md", front, body)

    def _answers(self, entry: Entry) -> list[str]:
        given = entry.facts.get("criteria", {})
        if not given and entry.facts["kind"] != "project":
            return []
        return [
            f"{name}--{given.get(name, {}).get('answer', 'none')}"
            for name in self.vocabularies["criteria"]
        ]

    def _found_under(self, entry: Entry, facet: str) -> list[str]:
        found: dict[str, None] = {}
        terms = self.vocabularies[FACETS[facet]]
        for term in entry.row["facets"][facet]:
            here: str | None = term
            while here in terms and here not in found:
                found[here] = None
                here = terms[here].get("parent") if facet == "territory" else None
        return list(found)

    def _params(self, entry: Entry, language: str, own: str, order: list[str]) -> dict[str, Any]:
        facts, front = entry.facts, entry.texts[own].front
        state = "original" if language == entry.language else entry.row["translation_state"]
        media = [
            {
                "file": medium["file"],
                "alt": front.get("alt", {}).get(medium["id"], medium.get("alt", "")),
                "credit": medium.get("credit", ""),
                "licence": medium.get("licence", ""),
            }
            for medium in facts.get("media", ())
        ]
        dates = sorted(
            d for s in facts.get("stages", ()) for d in (s.get("start"), s.get("end")) if d
        )
        stages: dict[str, list[dict[str, str]]] = defaultdict(list)
        for stage in facts.get("stages", ()):
            stages[stage["stage"]].append({k: stage[k] for k in ("start", "end") if k in stage})
        known = [*facts.get("related", ()), *self.named_by[entry.slug], *facts.get("replaces", ())]
        related = [s for s in dict.fromkeys(known) if s in self.by_slug and s != entry.slug]
        rank = self.rank[language]
        theme = facts.get("themes", ["none"])[0]
        calendar = self._calendar(entry)
        params = {
            "of": facts["kind"],
            "state": state,
            "translation": entry.row["translation_state"],
            "written": entry.language,
            "textlang": "" if own == language else own,
            "translator": front.get("translation", {}).get("translator", "")
            if state not in ("original", "missing") else "",
            "verified": facts.get("verified_on", ""),
            "cover": f"assets/covers/{theme}.svg#v{sum(entry.slug.encode()) % 6}",
            "themes": facts.get("themes", []),
            "audiences": facts.get("audiences", []),
            "interventions": facts.get("interventions", []),
            "levels": [facts["level"]] if "level" in facts else [],
            "territorys": facts.get("territories", []),
            "lead": facts.get("lead", ""),
            "partners": facts.get("partners", []),
            "principles": facts.get("principles", []),
            "outcome": facts.get("outcome", ""),
            "ended": facts.get("outcome") in _ENDED,
            "criteria": {
                name: {
                    "answer": given["answer"],
                    "reason": front.get("reasons", {}).get(name, given.get("reason", "")),
                }
                for name, given in facts.get("criteria", {}).items()
            },
            "stages": dict(stages),
            "period": {"start": dates[0], "end": dates[-1]} if dates else {},
            "last": dates[-1] if dates else "",
            "indicators": [
                self._indicator(indicator, entry, front, order)
                for indicator in facts.get("indicators", ())
            ],
            "sources": [self._source(entry, front, order, language, s) for s in order],
            "links": [
                {**link, "label": front.get("labels", {}).get(link["url"], link["label"])}
                for link in facts.get("links", ())
            ],
            "media": media,
            "related": sorted(related, key=rank.__getitem__),
            "replaced_by": self.replaced_by[entry.slug],
            "replies": list(self._replies(entry)),
            "call_of": facts.get("call", ""),
            "research": facts.get("research", []),
            "initiative_type": facts.get("type", ""),
            "standing": self._standing(entry, language),
            "calendar": calendar,
            "calendar_shown": bool(calendar)
            and self._state(facts) in ("upcoming", "open", "ongoing"),
        }  # fmt: skip
        if facts["kind"] == "call":
            params["call"] = self._call(entry, front, order, language)
        if facts["kind"] == "event":
            params["event"] = self._event(entry, front, own)
        return params

    def _indicator(
        self, indicator: Mapping[str, Any], entry: Entry, front: Mapping[str, Any], order: list[str]
    ) -> dict[str, Any]:
        said = front.get("indicators", {})
        said = said.get(indicator["id"], {}) if isinstance(said, dict) else {}
        sources: dict[str, Any] = {s["id"]: s for s in entry.facts.get("sources", ())}
        source = sources.get(indicator.get("source", ""), {})
        document = self.vocabularies["documents"].get(source.get("document", ""), source)
        return {
            "name": said.get("name", indicator["name"]),
            "baseline": indicator.get("baseline", ""),
            "value": indicator.get("value", ""),
            "unit": said.get("unit", indicator.get("unit", "")),
            "date": indicator.get("date", ""),
            "note": order.index(source["id"]) + 1 if source else 0,
            "publisher": document.get("publisher", document.get("title", "")),
        }

    def _source(
        self, entry: Entry, front: Mapping[str, Any], order: list[str], language: str, name: str
    ) -> dict[str, Any]:
        source = next(s for s in entry.facts["sources"] if s["id"] == name)
        about = self.vocabularies["documents"].get(source.get("document", ""), source)
        told = about.get("language", entry.language)
        number = order.index(name) + 1
        said = {
            "number": number,
            "title": about.get("title", ""),
            "lang": "" if told == language else told,
            "author": about.get("author", "") if "document" in source else "",
            "publisher": about.get("publisher", ""),
            "date": about.get("date", ""),
            "url": about.get("url", ""),
            "match": source.get("match", ""),
            "reason": front.get("reasons", {}).get(name, source.get("reason", "")),
            "cited": any(f"[^{name}]" in text.body for text in entry.texts.values()),
        }
        return {key: value for key, value in said.items() if value != ""}

    def _replies(self, entry: Entry) -> Iterator[dict[str, str]]:
        for path in sorted((entry.folder / "replies").glob("*.md")):
            _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
            about = yaml.load(front, Loader=yaml.CBaseLoader)
            yield {**about, "id": f"reply-{path.stem}", "text": body}

    # --- calls and events ---------------------------------------------------------------------

    def _state(self, facts: Mapping[str, Any]) -> str:
        today = self.today.isoformat()
        if facts["kind"] == "call":
            decided, closes, opens = (facts.get(k, "") for k in ("decided_on", "closes", "opens"))
            if decided and decided <= today:
                return "decided"
            if closes and closes < today[: len(closes)]:
                return "closed"
            return "upcoming" if opens and today < opens else "open"
        if facts["kind"] == "event":
            starts = facts.get("starts", "")[:10]
            ends = facts.get("ends", "")[:10] or starts
            if today < starts:
                return "upcoming"
            return "past" if ends < today[: len(ends)] else "ongoing"
        return ""

    def _standing(self, entry: Entry, language: str) -> str:
        facts, state = entry.facts, self._state(entry.facts)
        if facts["kind"] == "call":
            date = {"upcoming": "opens", "decided": "decided_on"}.get(state, "closes")
            return str(self.words[f"call-{state}-on"][language]).replace(
                "{date}", facts.get(date, "?")
            )
        if facts["kind"] == "event":
            said = str(self.words[f"event-{state}-on"][language])
            return said.replace("{when}", facts.get("starts", "?"))
        return ""

    def _calendar(self, entry: Entry) -> dict[str, str]:
        facts = entry.facts
        start = facts.get("closes" if facts["kind"] == "call" else "starts", "")
        ends = facts.get("ends", "")
        if facts["kind"] not in ("call", "event") or len(start) < 10 or 0 < len(ends) < 10:
            return {}
        return {
            "start": start[:10].replace("-", ""),
            "end": (ends or start)[:10].replace("-", ""),
        }

    def _call(
        self, entry: Entry, front: Mapping[str, Any], order: list[str], language: str
    ) -> dict[str, Any]:
        facts, state = entry.facts, self._state(entry.facts)
        dates = [("call_opens", "opens"), ("call_closes", "closes")]
        if "decided_on" in facts or state in ("closed", "decided"):
            dates.append(("call_decided", "decided_on"))
        call: dict[str, Any] = {
            "state": state,
            "question": front.get("question", facts.get("question", "")),
            "dates": [{"name": name, "date": facts.get(key, "")} for name, key in dates],
            "answer_url": facts.get("answer_url", "") if state == "open" else "",
        }
        ideas, projects = facts.get("ideas", {}), self.came_from[entry.slug]
        if state in ("closed", "decided") or ideas or projects:
            outcome: dict[str, Any] = {"told": True}
            for key in ("received", "selected"):
                if number := ideas.get(key):
                    forms = self.words[f"ideas-{key}"][language]
                    outcome[key] = forms["one" if number == "1" else "other"].replace("{n}", number)
            if ideas.get("source") in order:
                outcome["note"] = order.index(ideas["source"]) + 1
                outcome["source"] = ideas["source"]
            if projects:
                outcome["projects"] = projects
            call["outcome"] = outcome
        return call

    def _event(self, entry: Entry, front: Mapping[str, Any], own: str) -> dict[str, Any]:
        facts, state = entry.facts, self._state(entry.facts)
        sections = {self._section_of(line[3:]) for line in entry.texts[own].body.splitlines()
                    if line.startswith("## ")}  # fmt: skip
        return {
            "state": state,
            "when": f"{facts.get('starts', '')} – {facts.get('ends', '')}".strip(" –"),
            "place": front.get("place", facts.get("place", "")),
            "online": facts.get("online", ""),
            "series": facts.get("series", ""),
            "languages": facts.get("languages", []),
            "registration": "" if state == "past" else facts.get("registration", ""),
            "told": "results" in sections,
        }

    # --- bodies -------------------------------------------------------------------------------

    def _section_of(self, words: str) -> str:
        folded = fold(words.strip())
        for name, value in self.vocabularies["sections"].items():
            if folded in {
                fold(label) for label in (value["fr"], value["en"], *value.get("aliases", ()))
            }:
                return name
        return ""

    def _body(self, body: str, entry: Entry, own: str) -> tuple[str, list[str], str | None]:
        """The Markdown for Hugo, the ids of the sources in the order of their notes, and the first
        of the lessons where these stand first."""
        parts = re.split(r"(?m)^(?=## )", body)
        learnt = None
        if entry.facts.get("outcome") in _ENDED:
            which = [n for n, p in enumerate(parts) if p.startswith("## ")
                     and self._section_of(p.partition("\n")[0][3:]) == "lessons"]  # fmt: skip
            if which:
                lessons = parts.pop(which[0])
                parts = [parts[0], lessons.rstrip() + "\n\n<!--more-->\n\n", *parts[1:]]
                learnt = _first_paragraph(lessons)
        text = "".join(parts)
        order: list[str] = []
        for match in _NOTE.finditer(text):
            if match[1] not in order:
                order.append(match[1])
        numbers = {name: number for number, name in enumerate(order, start=1)}
        order += [s["id"] for s in entry.facts.get("sources", ()) if s["id"] not in order]
        cited: set[str] = set()

        def note(match: re.Match[str]) -> str:
            number = numbers[match[1]]
            first = "" if match[1] in cited else f' "ref-{number}"'
            cited.add(match[1])
            return f"[{number}](#note-{number}{first})"

        text = _NOTE.sub(note, text)
        text = _CASE.sub(_link, text)
        text = re.sub(
            r"(?m)^## (.*)$",
            lambda m: f"## {m[1]} {{#s-{s}}}" if (s := self._section_of(m[1])) else m[0],
            text,
        )
        return text, order, learnt


def _parts(facts: Mapping[str, Any]) -> list[str]:
    """Which organisation takes which part in a record."""
    parts = [f"{facts['lead']}--lead"] if "lead" in facts else []
    for partner in facts.get("partners", ()):
        kind = f"-{partner['type']}" if "type" in partner else ""
        parts.append(f"{partner['organisation']}--partner{kind}")
    return list(dict.fromkeys(parts))


def _link(match: re.Match[str]) -> str:
    return f"](../{match[1]}/{f'#s-{match[2]}' if match[2] else ''})"


def _first_paragraph(section: str) -> str:
    blocks = [block for block in section.split("\n\n") if block[:1] not in "#|>!"]
    return _NOTE.sub("", re.sub(r"[*_]", "", blocks[0])).strip() if blocks else ""


def _lesson(body: str, section_of: Any) -> str:
    for part in re.split(r"(?m)^(?=## )", body):
        if part.startswith("## ") and section_of(part.partition("\n")[0][3:]) == "lessons":
            return _first_paragraph(part)
    return ""


_FACET_YEAR: Final = {
    "fr": "Année",
    "en": "Year",
    "plural": {"fr": "Années", "en": "Years"},
    "definition": {
        "fr": "Les années que couvrent les dates de la fiche.",
        "en": "The years that the record’s dates cover.",
    },
}


def _year(year: str) -> dict[str, Any]:
    definition = {
        "fr": f"Les fiches dont les dates couvrent l’année {year}.",
        "en": f"The records whose dates cover the year {year}.",
    }
    return {"fr": year, "en": year, "definition": definition}


def _term(value: Mapping[str, Any], language: str) -> dict[str, Any]:
    said = {"label": value[language], "definition": value.get("definition", {}).get(language, "")}
    if acronym := value.get("acronym"):
        said["acronym"] = acronym
    return said


def _url(language: str, facet: str, term: str = "") -> str:
    return f"/fp/{'en/' if language == 'en' else ''}catalogue/{facet}/{term}{'/' if term else ''}"


def _page(path: Path, front: Mapping[str, Any], body: str = "") -> None:
    """A page with front matter in JSON, which Hugo reads fastest."""
    _write(path, json.dumps(front, ensure_ascii=False, indent=1) + "\n\n" + body)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
