// On the page of a record that was found in a selection: the records before and after it are those
// of the selection, and the way back leads to it. futurs-publics.js asks for this where the address
// holds something.

import { addressOf } from "./cards.js";
import { LANGUAGE, TOP, find, loadIndex } from "./records.js";
import { inOrder, isWhole, readAddress, select, writeAddress } from "./selection.js";

const nav = document.querySelector("[data-neighbours]");
const words = JSON.parse(nav.dataset.words);
const numbers = new Intl.NumberFormat(LANGUAGE);

const lead = async () => {
  const index = await loadIndex();
  const { selection } = readAddress(index, location.search);
  if (isWhole(selection)) return;
  const query = writeAddress(index, selection, { page: false });
  carryLanguage(query);

  const found = selection.text ? await find(index, selection.text) : null;
  const { hits } = select(index, selection, found?.mask ?? null);
  const records = inOrder(index, hits, selection.sort, found?.ranked ?? null);
  const here = index.slugs.indexOf(nav.dataset.neighbours);
  const place = records.indexOf(here);
  if (place < 0) return; // the selection no longer finds this record

  const page = Math.floor(place / index.page) + 1;
  const back = new URL(index.catalogue, TOP);
  back.search = writeAddress(index, { ...selection, page });
  const where = { n: numbers.format(place + 1), m: numbers.format(records.length) };

  const crumb = document.querySelector(".fp-crumbs a");
  crumb.href = back.href;
  crumb.textContent = fill(words["selection-crumb"], where);

  const links = [makeLink("fp-neighbours__back", back.href, "", fill(words["selection-back"], where))];
  const beside = (step, name, rel, word) => {
    const record = records[place + step];
    if (record === undefined) return;
    const address = addressOf(index, record, TOP, query);
    const link = makeLink(`fp-neighbours__${name}`, address, words[word], index.titles[record]);
    link.rel = rel;
    if (index.languages[record]) link.lastChild.lang = index.languages[record];
    links.push(link);
  };
  beside(-1, "before", "prev", "previous-record");
  beside(1, "after", "next", "next-record");
  nav.replaceChildren(...links);
  nav.setAttribute("aria-label", words["selection-beside"]);
};

const makeLink = (className, address, label, text) => {
  const link = document.createElement("a");
  link.className = className;
  link.href = address;
  const title = document.createElement("bdi");
  title.textContent = text;
  if (label) {
    const span = document.createElement("span");
    span.textContent = label;
    link.append(span, " ");
  }
  link.append(title);
  return link;
};

// The same record in the other language, in the same selection.
const carryLanguage = (query) => {
  for (const link of document.querySelectorAll("header a[hreflang], .fp-record__meta a[hreflang]")) {
    link.search = query;
  }
};

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

lead().catch(() => {}); // the neighbours in the whole catalogue stand there already
