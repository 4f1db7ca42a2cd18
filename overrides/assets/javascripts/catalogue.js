// The catalogue filtered in place: what is chosen stands in the address, what is shown follows it.
// Without a selection the page stays as it was served, and its filters wait for the index.

import { cardMaker } from "./cards.js";
import { makeChoices } from "./choices.js";
import { makePanel } from "./panel.js";
import { LANGUAGE, TOP, find, loadIndex, searchModule } from "./records.js";
import {
  filtersOf,
  inOrder,
  isWhole,
  nothingChosen,
  readAddress,
  select,
  tidy,
  withTerm,
  withText,
  writeAddress,
} from "./selection.js";

const TYPING = 300; // ms after the last letter until the words count
const PAUSE = 900; // ms of quiet until the number of results is said

const page = document.documentElement;
const grid = document.querySelector("[data-catalogue]");
const HOME = new URL(grid.dataset.catalogue, document.baseURI);

const words = JSON.parse(grid.dataset.words);
const numbers = new Intl.NumberFormat(LANGUAGE);
Object.defineProperties(words, {
  count: {
    value(key, number) {
      const forms = words[key];
      const isOne = number === 1 || (number === 0 && LANGUAGE === "fr");
      const form = (number === 0 && forms.zero) || (isOne ? forms.one : forms.other);
      return form.replace("{n}", numbers.format(number));
    },
  },
  fill: {
    value: (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]),
  },
});

const main = grid.querySelector(".fp-list__main");
const heading = main.querySelector("#results");
const ask = main.querySelector(".fp-ask");
const field = ask.querySelector("input");
const order = main.querySelector("#fp-sort");
const status = main.querySelector("[role=status]");
const chosenPart = main.querySelector(".fp-chosen");
let results = main.querySelector(".fp-cards, .fp-empty");
let pager = main.querySelector(".fp-pager");

// The records ----------------------------------------------------------------------------------

let index = null;
let cards = null;
const found = new Map(); // by text

const load = async () => {
  const loaded = await loadIndex();
  if (index) return;
  index = loaded;
  cards = cardMaker(document.querySelector("#fp-card"), index, TOP);
  // Nothing is drawn as long as nothing is chosen, but the filters may be open already: a long facet
  // with the few terms that the page came with, the panel without the number of records.
  if (location.search.length <= 1) drawFilters(select(index, selection), 0);
};

const warm = () => load().catch(() => {});

// What is chosen -------------------------------------------------------------------------------

let selection = nothingChosen();
let unknown = [];
let turn = 0; // of what is shown: an answer that comes late is not

/** The address of a selection; a page of the whole catalogue is one of those that were built. */
const addressOf = (chosen) => {
  const address = new URL(HOME);
  if (!isWhole(chosen)) address.search = writeAddress(index, chosen);
  else if (chosen.page > 1) {
    const [, folder, file] = HOME.pathname.match(/^(.*\/)([^/]*)$/);
    address.pathname = `${folder}page/${chosen.page}/${file}`;
  }
  return address;
};

/** What the address of the page asks for. */
const readHere = () => {
  const asked = readAddress(index, location.search);
  const built = location.pathname.match(/\/page\/(\d+)\/[^/]*$/);
  if (built && isWhole(asked.selection)) asked.selection.page = Number(built[1]);
  return asked;
};

/** Choose something: `step` is "push" for a step of its own in the history, or "replace". */
const choose = (next, { step = "push", ...how } = {}) => {
  const go = () => {
    selection = typeof next === "function" ? next(selection) : next;
    unknown = [];
    show({ step, ...how });
  };
  if (index) go();
  else load().then(go, fail);
};

const show = (how = {}) => {
  turn += 1;
  const mine = turn;
  const { text } = selection;
  if (!text || found.has(text)) {
    draw(text ? found.get(text) : null, how);
    return;
  }
  find(index, text).then((answer) => {
    found.set(text, answer);
    if (mine === turn) draw(answer, how);
  });
};

const fail = () => {
  page.classList.remove("fp-waiting");
  note([words["filters-failed"]]);
};

// Drawing --------------------------------------------------------------------------------------

const draw = (answer, { step = "", focus = "", isFirst = false } = {}) => {
  const focused = document.activeElement;
  const { hits, counts } = select(index, selection, answer?.mask ?? null);
  const pages = Math.max(1, Math.ceil(hits.length / index.page));
  const isBeyond = selection.page > pages;
  if (isBeyond) selection = { ...selection, page: pages };
  writeHistory(step || (isBeyond ? "replace" : ""));

  const ordered = inOrder(index, hits, selection.sort, answer?.ranked ?? null);
  const start = (selection.page - 1) * index.page;
  const query = writeAddress(index, selection, { page: false });
  const filters = filtersOf(index, selection);

  heading.textContent = words.count("records", hits.length);
  drawChosen(filters, answer);
  drawResults(ordered.slice(start, start + index.page), query, answer?.excerpt ?? null, filters);
  drawPager(pages);
  if (isFirst) choices.openChosen(selection);
  drawFilters({ hits, counts }, filters.length);
  drawControls();
  drawTitle(filters);
  carryLanguage(query);
  page.classList.remove("fp-waiting");

  keepFocus(focused, focus);
  if (!isFirst) announce(hits.length);
};

const drawFilters = ({ hits, counts }, chosen) => {
  choices.show(index, selection, counts);
  panel.show(hits.length, chosen);
};

const drawControls = () => {
  if (document.activeElement !== field) field.value = selection.text;
  const relevance = order.querySelector("[value=relevance]");
  relevance.disabled = !selection.text;
  order.value = selection.sort;
};

const drawResults = (records, query, excerpt, filters) => {
  if (records.length === 0) {
    swapResults(emptyResult(filters));
    return;
  }
  if (results.localName !== "ul") {
    const list = document.createElement("ul");
    list.className = "fp-cards";
    swapResults(list);
  }
  cards.forget(results.children);
  results.replaceChildren(...records.map((record) => cards.draw(record, query, excerpt)));
};

const swapResults = (part) => {
  results.replaceWith(part);
  results = part;
};

/** When nothing is left: the filters by name, each with what would be found without it. */
const emptyResult = (filters) => {
  const part = make("div", "fp-empty");
  part.append(make("p", "", words["nothing-found"]));
  if (filters.length === 0) return part;
  const list = make("ul", "fp-empty__filters");
  for (const filter of filters) {
    const button = chip(filter);
    const mask = filter.rest.text ? found.get(filter.rest.text).mask : null;
    const { hits } = select(index, filter.rest, mask);
    list.append(make("li", "", button, " ", make("span", "fp-count", words.count("records", hits.length))));
  }
  part.append(make("p", "", words["nothing-remove"]), list);
  return part;
};

/** The chosen filters, each with a button that removes it, and what is to be known of them. */
const drawChosen = (filters, answer) => {
  const notes = [];
  if (unknown.length > 0) {
    const values = unknown.map(([name, value]) => {
      const facet = index.facetOf.get(name)?.label ?? name;
      return words.fill("filter-of", { facet, term: value });
    });
    notes.push(words.fill("unknown-filters", { values: values.join(" · ") }));
  }
  if (answer && !answer.excerpt) notes.push(words["titles-only"]);
  note(notes);
  if (filters.length === 0) return;
  const list = make("ul", "fp-chips");
  list.setAttribute("aria-label", words["filters-chosen"]);
  list.append(...filters.map((filter) => make("li", "", chip(filter))));
  const clear = make("button", "fp-clear", words["filters-clear"]);
  clear.type = "button";
  clear.addEventListener("click", clearAll);
  list.append(make("li", "", clear));
  chosenPart.append(list);
  chosenPart.hidden = false;
};

const note = (texts) => {
  chosenPart.replaceChildren(...texts.map((text) => make("p", "fp-said", text)));
  chosenPart.hidden = texts.length === 0;
};

const chip = ({ name, value, rest }) => {
  const button = make("button", "fp-chip fp-chip--filter");
  button.type = "button";
  const text = name
    ? words.fill("filter-of", { facet: name, term: value })
    : words.fill("filter-text", { text: value });
  button.append(make("span", "fp-hidden", `${words["filter-remove"]} `), text);
  button.addEventListener("click", () => {
    const place = [...main.querySelectorAll(".fp-chips button")].indexOf(button);
    choose({ ...rest, page: 1 }, { focus: place < 0 ? "heading" : place });
  });
  return button;
};

const clearAll = () =>
  choose({ ...nothingChosen(), sort: selection.sort === "date" ? "date" : "title" }, { focus: "heading" });

const drawPager = (pages) => {
  const before = pager;
  pager = pages > 1 ? makePager(pages) : null;
  if (before && pager) before.replaceWith(pager);
  else if (before) before.remove();
  else if (pager) main.append(pager);
};

/** The first, the last and the neighbouring pages, as fp_build/publishing/list_pages.py has them. */
const makePager = (pages) => {
  const here = selection.page;
  const link = (number, text) => {
    const a = make("a", "", text);
    a.href = addressOf({ ...selection, page: number }).href;
    a.dataset.page = number;
    return a;
  };
  const nav = make("nav", "fp-pager");
  nav.setAttribute("aria-label", words.pages);
  const near = [1, here - 2, here - 1, here, here + 1, here + 2, pages];
  const shown = [...new Set(near)].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  const list = make("ul", "");
  for (const number of shown) {
    const each = link(number, String(number));
    each.setAttribute("aria-label", words.fill("page-number", { n: number }));
    if (number === here) each.setAttribute("aria-current", "page");
    list.append(make("li", "", each));
  }
  if (here > 1) {
    const previous = link(here - 1, words["previous-page"]);
    previous.rel = "prev";
    nav.append(previous);
  }
  nav.append(list);
  if (here < pages) {
    const next = link(here + 1, words["next-page"]);
    next.rel = "next";
    nav.append(next);
  }
  return nav;
};

const make = (name, className, ...content) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
};

// Around the results ---------------------------------------------------------------------------

const TITLE = document.title;

/** What is chosen stands before the title, so that a tab, a bookmark and the history tell it. */
const drawTitle = (filters) => {
  const names = filters.map((filter) => filter.value);
  document.title = [...names, TITLE].join(" – ");
};

// The other language has the same ids: its link carries the selection along.
const languageLinks = [...document.querySelectorAll("header a[hreflang]")].map((link) => {
  const address = new URL(link.href);
  address.pathname = address.pathname.replace(/\/page\/\d+\//, "/");
  return { link, home: address };
});

const carryLanguage = () => {
  const here = addressOf(selection);
  for (const { link, home } of languageLinks) {
    const there = new URL(home);
    there.search = here.search;
    if (isWhole(selection)) {
      const built = here.pathname.match(/page\/\d+\//);
      if (built) there.pathname = home.pathname.replace(/[^/]*$/, `${built[0]}$&`);
    }
    link.href = there.href;
  }
};

let announcing = 0;

/** Say the number of results once, after a pause: not at each letter, not at each click. */
const announce = (number) => {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    const text = words.count("records", number);
    status.textContent = "";
    if (!panel.say(text)) status.textContent = text;
  }, PAUSE);
};

/** Focus goes where it was asked to; and if what had it is gone, to the heading of the results. */
const keepFocus = (before, asked) => {
  if (typeof asked === "number") {
    const chips = main.querySelectorAll(".fp-chips .fp-chip--filter");
    (chips[asked] ?? chips[chips.length - 1] ?? heading).focus({ preventScroll: true });
    return;
  }
  const isLost = before !== document.body && document.activeElement === document.body;
  if ((asked === "heading" || isLost) && !document.querySelector("dialog[open]")) {
    heading.focus({ preventScroll: true });
  }
};

const showTopOfResults = () => {
  const top = main.getBoundingClientRect().top;
  if (top < 0 || top > innerHeight) main.scrollIntoView({ block: "start", behavior: "instant" });
};

// History --------------------------------------------------------------------------------------

let areLinksAnchored = false;

const writeHistory = (step) => {
  if (!step) return;
  const address = addressOf(selection);
  if (address.href === location.href.replace(/#.*$/, "")) return;
  if (address.pathname !== location.pathname && !areLinksAnchored) {
    // Relative links would lead elsewhere once the address has another depth.
    for (const link of document.querySelectorAll("a[href]:not([href^='#'])")) link.href = link.href;
    areLinksAnchored = true;
  }
  history[step === "push" ? "pushState" : "replaceState"](null, "", address);
  shownAt = address.pathname + address.search;
};

let shownAt = location.pathname + location.search;

addEventListener("popstate", () => {
  if (location.pathname + location.search === shownAt) return; // only the anchor is another
  shownAt = location.pathname + location.search;
  clearTimeout(typing);
  isTyped = false;
  const follow = () => {
    ({ selection, unknown } = readHere());
    field.value = selection.text;
    show();
  };
  if (index) follow();
  else load().then(follow, fail);
});

// What the reader does -------------------------------------------------------------------------

const choices = makeChoices(grid.querySelector(".fp-list__side"), words, LANGUAGE, (facet, id, isChosen) =>
  choose((now) => withTerm(now, facet, id, isChosen)),
);

const panel = makePanel(choices.form, main.querySelector(".fp-filter-button"), words, {
  onSeen() {
    heading.focus({ preventScroll: true });
    showTopOfResults();
  },
  onClear: clearAll,
});

let typing = 0;
let isTyped = false; // the words stand in the history already, and are being changed

const askNow = () => {
  clearTimeout(typing);
  const text = tidy(field.value);
  if (text === selection.text) return;
  choose((now) => withText(now, text), { step: isTyped ? "replace" : "push" });
  isTyped = true;
};

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(askNow, TYPING);
  warm();
  searchModule();
});
field.addEventListener("blur", () => {
  isTyped = false;
});
ask.addEventListener("submit", (event) => {
  event.preventDefault();
  askNow();
});

order.addEventListener("change", () => choose((now) => ({ ...now, sort: order.value, page: 1 })));

main.addEventListener("click", (event) => {
  const link = event.target.closest(".fp-pager a[data-page]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  choose((now) => ({ ...now, page: Number(link.dataset.page) }), { focus: "heading" });
  showTopOfResults();
});

// Beginning ------------------------------------------------------------------------------------

grid.dataset.ready = "";
field.value = "";
order.value = "title";

const begin = () => {
  ({ selection, unknown } = readHere());
  field.value = selection.text;
  const address = addressOf(selection);
  const isHere = address.pathname === location.pathname && isSameQuery(address.search);
  if (isHere && isWhole(selection)) page.classList.remove("fp-waiting");
  else show({ step: isHere ? "" : "replace", isFirst: true });
};

/** True where the address says the same already, in whatever order. */
const isSameQuery = (query) => {
  const parts = (text) => [...new URLSearchParams(text)].map(String).sort().join("\n");
  return parts(query) === parts(location.search);
};

if (location.search.length > 1) {
  load().then(begin, fail);
} else {
  const built = location.pathname.match(/\/page\/(\d+)\/[^/]*$/);
  selection.page = built ? Number(built[1]) : 1;
  for (const sign of ["pointerenter", "focusin", "touchstart"]) {
    grid.addEventListener(sign, warm, { once: true, passive: true });
  }
  if (!navigator.connection?.saveData) {
    const idle = window.requestIdleCallback ?? ((go) => setTimeout(go, 500));
    if (document.readyState === "complete") idle(warm);
    else addEventListener("load", () => idle(warm), { once: true });
  }
}
