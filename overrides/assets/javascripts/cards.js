// Draws records as cards. The markup is that of the page's own cards: a <template> that the same
// macro made (overrides/catalogue/macros.html), so that the two cannot drift.

import { termsOf } from "./selection.js";

const NEAR = "400px 0px"; // how far below the screen summaries are asked for

/**
 * A card maker. `template` holds one empty card, `index` the records, `top` is the address of the
 * top of the site. The maker answers `draw(record, query, excerpt)`: an element; `query` is added to
 * the card's link, and `excerpt` answers what to show in the place of the summary, or is null.
 */
export const cardMaker = (template, index, top) => {
  const summaryOf = summaries(index, top);
  const asked = new WeakMap(); // what each card's summary is still to be asked of
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        fill(target.querySelector(".fp-card__summary"), asked.get(target), summaryOf);
      }
    },
    { rootMargin: NEAR },
  );

  const draw = (record, query, excerpt = null) => {
    const card = template.content.firstElementChild.cloneNode(true);
    const [kind] = named(index, "kind", record);
    card.classList.replace("fp-kind--", `fp-kind--${kind?.id ?? ""}`);
    card.querySelector("img").src = new URL(index.pictures[record], top).href;

    const label = card.querySelector(".fp-card__kind");
    const mark = label.querySelector(".fp-mark");
    const marks = (index.marks[record] ?? []).map((text) => {
      const copy = mark.cloneNode();
      copy.textContent = text;
      return copy;
    });
    label.replaceChildren(kind?.label ?? "", ...marks.flatMap((each) => [" ", each]));

    const link = card.querySelector("a");
    link.href = addressOf(index, record, top, query);
    link.textContent = index.titles[record];
    if (index.languages[record]) link.lang = index.languages[record];

    say(card.querySelector(".fp-card__themes"), named(index, "theme", record));
    // That nothing is known of the outcome is for the record's own page to say.
    const outcomes = named(index, "outcome", record).filter(({ id }) => id !== "unknown");
    say(card.querySelector(".fp-card__outcome"), outcomes);

    asked.set(card, { record, excerpt });
    observer.observe(card);
    return card;
  };

  /** Forget cards that are no longer shown. */
  const forget = (cards) => {
    for (const card of cards) observer.unobserve(card);
  };

  return { draw, forget };
};

/** The address of a record, carrying the selection it was found in. */
export const addressOf = (index, record, top, query) => {
  const address = new URL(index.address.replace("{slug}", index.slugs[record]), top);
  address.search = query;
  return address.href;
};

const named = (index, name, record) => {
  const facet = index.facetOf.get(name);
  return [...termsOf(facet, record)].map((n) => ({ id: facet.ids[n], label: facet.labels[n] }));
};

// The template's text holds {} where the terms go; without terms there is no such line.
const say = (line, terms) => {
  if (terms.length === 0) line.remove();
  else line.textContent = line.textContent.replace("{}", terms.map((t) => t.label).join(" · "));
};

const fill = async (line, { record, excerpt }, summaryOf) => {
  if (excerpt !== null) {
    try {
      line.replaceChildren(await excerpt(record));
      return;
    } catch {
      // the summary does as well
    }
  }
  const summary = await summaryOf(record);
  line.textContent = summary.text ?? summary;
  if (summary.lang) line.lang = summary.lang;
};

// Summaries stand in files of their own, `chunk` records each.
const summaries = (index, top) => {
  const files = new Map();
  const read = async (number) => {
    const answer = await fetch(new URL(`data/summaries-${index.language}/${number}.json`, top));
    return answer.ok ? answer.json() : [];
  };
  return async (record) => {
    const number = Math.floor(record / index.chunk);
    if (!files.has(number)) files.set(number, read(number).catch(() => []));
    return (await files.get(number))[record % index.chunk] ?? "";
  };
};
