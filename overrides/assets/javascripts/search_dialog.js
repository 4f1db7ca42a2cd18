// The search of every page: a dialog that shows what is found while the reader types. What it does
// not need before it is opened, the index and search.js, is loaded then.

const MOST = 8; // results shown at once
const PAUSE = 250; // milliseconds without a key after which a text is sought, and its number said
const LONG_PAUSE = 700; // the same for one or two letters, which are seldom all that will be typed

const dialog = document.querySelector("[data-search]");
const opener = document.querySelector("[data-search-open]");
if (dialog && opener) prepare();

function prepare() {
  const field = dialog.querySelector("input");
  const form = dialog.querySelector("form");
  const [said, found, help] = ["said", "found", "help"].map((part) =>
    dialog.querySelector(`[data-search-${part}]`),
  );
  const words = dialog.dataset;
  let search; // the module, once the dialog has been opened
  let waiting; // the timer of the next search
  let current = 0; // the number of the search whose answer is awaited
  let answer = null; // what was found last

  const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
  if (isApple) {
    opener.setAttribute("aria-keyshortcuts", "Meta+K");
    opener.querySelector("kbd").textContent = "⌘ K";
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    field.select();
    search ??= import("./search.js");
    search.then((module) => module.open()).catch(() => {}); // said when something is sought
  }

  opener.addEventListener("click", open);
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  dialog.addEventListener("close", () => opener.focus());

  // A shortcut with a modifier key only: speech input and slips of the finger set off single keys.
  document.addEventListener("keydown", (event) => {
    const modified = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (event.key.toLowerCase() !== "k" || !modified || event.altKey || event.shiftKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
  });

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    const { length } = field.value.trim();
    waiting = setTimeout(seek, length > 2 ? PAUSE : length ? LONG_PAUSE : 0);
  });
  form.addEventListener("submit", (event) => {
    if (answer?.text === field.value && answer.records.length) return; // on to the catalogue
    event.preventDefault();
    clearTimeout(waiting);
    seek();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault(); // else a field with words in it takes the key for itself
      dialog.close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...found.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  async function seek() {
    const text = field.value;
    const turn = (current += 1);
    let drawn = [];
    try {
      const module = await search;
      const next = { text, ...(await module.find(text)) };
      const list = next.hits.length ? await drawnList(module, next.hits.slice(0, MOST)) : null;
      if (turn !== current) return; // the reader has typed on
      answer = next;
      if (list) drawn = [list, ...onward(module, next)];
    } catch {
      if (turn !== current) return;
      answer = null;
      show([], words.failed);
      return;
    }
    show(drawn, summary(answer));
  }

  function show(drawn, text) {
    if (found.contains(document.activeElement)) field.focus(); // what had focus goes
    found.replaceChildren(...drawn);
    said.textContent = text;
    help.hidden = drawn.length > 0;
  }

  function summary({ text, words: sought, records, pages, unknown }) {
    if (!sought.length) return text.trim() ? filled(words.common, text.trim()) : "";
    if (!records.length && !pages.length) {
      const missing = unknown.length ? ` ${filled(words.unknown, listed([...new Set(unknown)]))}` : "";
      return filled(words.none, text.trim()) + missing;
    }
    const parts = [];
    if (records.length) parts.push(counted(records.length, words.record, words.records));
    if (pages.length) parts.push(counted(pages.length, words.page, words.pages));
    return listed(parts);
  }

  async function drawnList(module, hits) {
    const list = document.createElement("ul");
    list.className = "fp-search__list";
    list.append(...(await Promise.all(hits.map((hit) => drawnHit(module, hit)))));
    return list;
  }

  async function drawnHit(module, hit) {
    const [about, part] = await Promise.all([module.details(hit), module.excerpt(hit)]);
    const item = made("li", "fp-search__hit");
    const link = made("a", "fp-search__link", about.title);
    link.href = about.url;
    if (about.lang) link.lang = about.lang;
    const facts = about.kind ? [about.kind, about.stage].filter(Boolean) : [words.ofSite];
    item.append(link, made("p", "fp-search__facts", facts.join(" · ")));
    if (part.hasChildNodes()) item.append(made("p", "fp-search__excerpt", part));
    return item;
  }

  /** What leads to the results that are not shown. */
  function onward(module, { text, hits, records, pages }) {
    const ways = [];
    const rest = pages.filter((page) => hits.indexOf(page) >= MOST);
    if (rest.length) {
      const more = made("button", "fp-button fp-button--quiet", filled(words.more, rest.length));
      more.type = "button";
      more.addEventListener("click", async () => {
        const list = await drawnList(module, rest);
        const last = found.querySelector(".fp-search__list");
        const first = list.firstElementChild;
        last.append(...list.children);
        first.querySelector("a").focus();
        more.remove();
      });
      ways.push(more);
    }
    if (records.length) {
      const all = made("a", "fp-button", filled(words.all, records.length));
      all.href = `${form.action}?${new URLSearchParams({ q: text.trim() })}`;
      ways.unshift(all);
    }
    const foot = made("p", "fp-search__ways");
    foot.append(...ways);
    return ways.length ? [foot] : [];
  }
}

function made(name, className, content = "") {
  const element = document.createElement(name);
  element.className = className;
  element.append(content);
  return element;
}

function filled(text, value) {
  return text.replace("{n}", () => format(value)); // a function: « $& » in a text stays as it is
}

function counted(number, one, other) {
  const isOne = number === 1;
  return filled(isOne ? one : other, number);
}

function format(value) {
  return typeof value === "number" ? value.toLocaleString(document.documentElement.lang) : value;
}

function listed(parts) {
  return new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(parts);
}
