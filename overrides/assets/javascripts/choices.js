// The facets: each link to the page of a term becomes a box to tick, in the same place. What a
// facet offers is drawn when it is opened, so that the page stays light however long the lists.

import { plain } from "./selection.js";

const NARROWED_FROM = 15; // choices: a longer list gets a field to search it
const LONG_FACET = 20; // terms: a longer one offers only those that have records, as list_pages.py

/**
 * Turns the ways to browse into a form before the results. `onChoose(facet, id, isChosen)` is told
 * what the reader ticks. Answers the `form`, `show(index, selection, counts)`, and `focus(facet)`.
 */
export const makeChoices = (nav, words, language, onChoose) => {
  const form = document.createElement("form");
  form.className = `${nav.className} fp-filters`;
  form.setAttribute("aria-labelledby", nav.getAttribute("aria-labelledby"));
  form.append(...nav.childNodes);
  nav.previousElementSibling.before(form);
  nav.remove();

  let shown = null; // what was shown last: {index, selection, counts}
  const facets = [...form.querySelectorAll("details")].map((details) =>
    makeFacet(details, words, new Intl.NumberFormat(language), () => shown),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.type === "checkbox") onChoose(target.name, target.value, target.checked);
  });

  return {
    form,
    show(index, selection, counts) {
      shown = { index, selection, counts };
      for (const facet of facets) facet.show();
    },
    /** At the first showing of an address: what is chosen can be seen. */
    openChosen({ terms }) {
      for (const facet of facets) if (terms[facet.id]) facet.open();
    },
  };
};

const makeFacet = (details, words, numbers, lastShown) => {
  const id = details.dataset.facet;
  const summary = details.querySelector("summary");
  const name = summary.textContent;
  const group = document.createElement("div");
  group.className = "fp-terms";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", name);
  let choices = new Map(); // by id
  let isWhole = false; // true once all that the index knows is drawn
  let narrow = null;

  // What the page came with, kept aside: its terms are the choices until the index is there.
  const links = details.querySelector("ul");
  const first = [...links.children].map((item) => ({
    id: item.dataset.term,
    label: item.querySelector("a").textContent,
    count: item.querySelector(".fp-count").textContent,
  }));
  links.replaceWith(group);

  const draw = () => {
    const shown = lastShown();
    if (isWhole || (choices.size > 0 && shown === null)) return;
    const offered = shown === null ? first : offeredBy(shown, id);
    isWhole = shown !== null;
    if ([...choices.keys()].join() === offered.map((term) => term.id).join()) return;
    const focused = group.contains(document.activeElement) ? document.activeElement.value : null;
    choices = new Map(offered.map((term) => [term.id, makeChoice(id, term)]));
    const labels = [...choices.values()].map((choice) => choice.label);
    group.replaceChildren(...labels);
    narrow?.remove();
    narrow = labels.length > NARROWED_FROM ? makeNarrow(id, words, choices) : null;
    if (narrow) group.before(narrow);
    group.classList.toggle("fp-terms--long", narrow !== null);
    if (focused !== null) choices.get(focused)?.box.focus();
  };

  const clear = () => {
    choices = new Map();
    isWhole = false;
    narrow?.remove();
    group.replaceChildren();
  };

  const show = () => {
    const shown = lastShown();
    if (shown === null) return;
    const chosen = new Set(shown.selection.terms[id]);
    tell(summary, name, chosen.size, words);
    if ([...chosen].some((term) => isWhole && !choices.has(term))) isWhole = false;
    if (!details.open) return;
    draw();
    const place = shown.index.facetOf.get(id);
    const counts = shown.counts[shown.index.facets.indexOf(place)];
    for (const [term, choice] of choices) {
      choice.show(chosen.has(term), counts[place.numberOf.get(term)], numbers);
    }
  };

  // A click comes before the opening is drawn; "toggle" is for other ways, such as find-in-page.
  summary.addEventListener("click", () => {
    if (!details.open) draw();
  });
  details.addEventListener("toggle", () => {
    if (!details.open) {
      clear();
      return;
    }
    draw();
    show();
  });
  if (details.open) draw();

  return {
    id,
    show,
    open() {
      details.open = true;
    },
  };
};

// Every term that has a record, and those that an address asks for without there being any.
const offeredBy = ({ index, selection }, id) => {
  const facet = index.facetOf.get(id);
  const isLong = facet.ids.length > LONG_FACET;
  const chosen = new Set(selection.terms[id]);
  return facet.ids
    .map((term, number) => ({ id: term, label: facet.labels[number], count: "" }))
    .filter((term, number) => !isLong || facet.totals[number] > 0 || chosen.has(term.id));
};

const makeChoice = (facet, { id, label: text, count }) => {
  const label = document.createElement("label");
  label.className = "fp-choice";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = facet;
  box.value = id;
  box.autocomplete = "off";
  const number = document.createElement("span");
  number.className = "fp-count";
  number.textContent = count;
  label.append(box, text, " ", number);
  settle(label, box, count === "0");

  // A box that is being used is not taken away from under the reader: it waits for focus to leave.
  let isVain = false;
  box.addEventListener("blur", () => settle(label, box, isVain));
  return {
    label,
    box,
    name: plain(text),
    show(isChosen, records, numbers) {
      const said = numbers.format(records);
      if (number.textContent !== said) number.textContent = said;
      box.checked = isChosen;
      isVain = records === 0 && !isChosen;
      settle(label, box, isVain);
    },
  };
};

const settle = (label, box, isVain) => {
  label.classList.toggle("fp-none", isVain);
  box.disabled = isVain && box !== document.activeElement;
};

const tell = (summary, name, number, words) => {
  const told = summary.querySelector("span");
  if (number === 0) {
    if (told) summary.replaceChildren(name);
    return;
  }
  const span = told ?? document.createElement("span");
  span.className = "fp-facet__chosen";
  span.textContent = words.count("chosen-terms", number);
  if (!told) summary.replaceChildren(name, " ", span);
};

// A small field that leaves of a long list what holds the letters typed.
const makeNarrow = (id, words, choices) => {
  const part = document.createElement("div");
  part.className = "fp-narrow";
  const label = document.createElement("label");
  label.htmlFor = `fp-narrow-${id}`;
  label.textContent = words["terms-narrow"];
  const field = document.createElement("input");
  field.type = "search";
  field.id = label.htmlFor;
  field.autocomplete = "off";
  field.spellcheck = false;
  const none = document.createElement("p");
  none.className = "fp-small";
  none.setAttribute("role", "status");
  field.addEventListener("input", () => {
    const sought = plain(field.value);
    let left = 0;
    for (const { label: each, name } of choices.values()) {
      each.hidden = !name.includes(sought);
      if (!each.hidden) left += 1;
    }
    none.textContent = left === 0 ? words["no-term"] : "";
  });
  part.append(label, field, none);
  return part;
};
