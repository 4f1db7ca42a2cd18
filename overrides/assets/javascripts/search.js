// The full text of the site: makes of a reader's words what the index holds, asks Pagefind for the
// pages that hold them all, and says where in a page they stand.
//
//   available()          whether there is an index (a preview has none unless it is asked for)
//   find(text)           the pages found, most relevant first
//   details(hit)         the address, title, kind and stage of a page
//   excerpt(hit)         the part of a page where the words stand, marked
//
// Nothing is loaded before the first call. The index lies in search/<language>/ and is made by
// fp_build/doors/indexing.py; how words are cut and folded stands in
// fp_build/words/search_words.py, which hands its rules over in records.json.

const TOP = new URL("../../", import.meta.url);
const LANGUAGE = document.documentElement.lang;
const FOLDER = new URL(`search/${LANGUAGE}/`, TOP);
const MOST_WORDS = 12;
const EXCERPT = 30; // words
const BEFORE = 6; // words of an excerpt before the first marked one, unless its sentence is near
const NEAR = 14;
const SENTENCE_END = /[.!?…·][\p{P}\s]*$/u;
const JOINT = "\u200b"; // what stands between the words of a page

const WORD = /[\p{L}\p{N}]+/gu;
// A word among its signs, and the article that is elided before it: neither is marked.
const BARE =
  /^(?:[^\p{L}\p{N}]*(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}]))?[^\p{L}\p{N}]*(.*[\p{L}\p{N}])/isu;

let opened; // the index, once it is asked for

export async function available() {
  return document.querySelector("[data-search]") !== null;
}

/** Loads the index; it need not be called, but makes the first search quicker. */
export function open() {
  opened ??= load().catch((error) => {
    opened = undefined; // the network may be back at the next word
    throw error;
  });
  return opened;
}

async function load() {
  const [pagefind, data] = await Promise.all([
    import(new URL("pagefind.js", FOLDER)),
    fetch(new URL("records.json", FOLDER), { cache: "no-cache" }).then((answer) => answer.json()),
  ]);
  const ids = data.records.split(" ");
  const numbers = new Map(ids.map((id, number) => [`${LANGUAGE}_${id}`, number]));
  return {
    numbers,
    // A search takes a few milliseconds: a worker would cost another 41 KB.
    pagefind: pagefind.createInstance({ noWorker: true }),
    ignored: new Set(data.ignored.split(" ")),
    rewritings: data.rewritings.map(([from, to]) => [new RegExp(from, "gu"), to]),
  };
}

function fold(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/’/g, "'");
}

function forms(text, { rewritings }) {
  const rewritten = rewritings.reduce((folded, [from, to]) => folded.replace(from, to), fold(text));
  return rewritten.match(WORD) ?? [];
}

/**
 * The pages that hold every word of a text, in any of its grammatical forms. The last word may be
 * the beginning of one, while no page holds it whole.
 *
 * `hits` are all of them, by relevance; `records` the numbers of the records among them in the
 * filter index, `pages` the pages of the site; `words` what was sought, `unknown` the words, as
 * they were typed, that stand nowhere; `excerpt` answers the excerpt of a record by its number.
 */
export async function find(text) {
  const index = await open();
  const typed = new Map(); // by its form
  for (const token of text.split(/\s+/)) {
    for (const form of forms(token, index)) typed.set(form, token.match(BARE)?.[1] ?? token);
  }
  const words = [...typed.keys()]
    .filter((word) => word.length > 1 && !index.ignored.has(word)) // « e-mail » is sought as mail
    .slice(0, MOST_WORDS);
  const found = { words, hits: [], records: [], pages: [], unknown: [] };
  if (words.length) {
    const [{ results }, ...holding] = await Promise.all([
      index.pagefind.search(words.join(" ")),
      ...words.map((word) => pagesWithWord(word, index)),
    ]);
    const last = holding.pop();
    holding.push(last.size ? last : await pagesWithBeginning(words.at(-1), index));
    found.unknown = words.filter((_, at) => !holding[at].size).map((word) => typed.get(word));
    found.hits = results
      .filter((page) => holding.every((ids) => ids.has(page.id)))
      .map((page) => new Hit(page, words, last.size > 0, index.numbers))
      .sort((one, other) => other.score - one.score || one.record - other.record);
    found.records = found.hits.filter((hit) => hit.record >= 0).map((hit) => hit.record);
    found.pages = found.hits.filter((hit) => hit.record < 0);
  }
  const byRecord = new Map(found.hits.map((hit) => [hit.record, hit]));
  return { ...found, excerpt: (record) => excerpt(byRecord.get(record)) };
}

/** Without the quotation marks Pagefind would take the word for the beginning of others as well,
 * and where there are none, shorten it until there are. */
async function pagesWithWord(word, { pagefind }) {
  const { results } = await pagefind.search(`"${word}"`);
  return new Set(results.map((page) => page.id));
}

async function pagesWithBeginning(word, index) {
  const { results } = await index.pagefind.search(word);
  for (const page of results.slice(0, 3)) {
    const { words, places } = await new Hit(page, [word], false, index.numbers).read();
    if (places.some((place) => begins(words[place], word))) {
      return new Set(results.map((each) => each.id));
    }
  }
  return new Set();
}

/** Whether a word among those of a token begins with these letters. */
function begins(token, letters) {
  return fold(token).match(WORD)?.some((word) => word.startsWith(letters)) ?? false;
}

/** A page that was found. */
class Hit {
  /** `whole` says whether only whole words were sought, and not the beginning of one. */
  constructor(page, sought, whole, numbers) {
    this.record = numbers.get(page.id) ?? -1; // -1 for a page of the site
    this.score = page.score;
    this.page = page;
    this.sought = sought;
    this.whole = whole;
  }

  /** The words of the page as its author spelt them, in which places they were found, and what
   * else there is to show. */
  async read() {
    const { raw_content: content, weighted_locations, meta, raw_url: address } = await this.page.data();
    // The index escapes what it shows; here words become text nodes.
    const plain = content.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    // How well a word matches, whatever it weighs where it stands: best where it is the whole word.
    const matches = weighted_locations.map((at) => at.balanced_score / at.weight ** 2);
    const least = this.whole ? 0.99 * Math.max(...matches) : 0;
    const places = weighted_locations.map((at) => at.location).filter((_, at) => matches[at] >= least);
    const [titleEnds, termsBegin] = [Number(meta.text), Number(meta.terms)];
    return { words: plain.split(JOINT), places, titleEnds, termsBegin, meta, address };
  }
}

export async function details(hit) {
  const { words, places, titleEnds, meta, address } = await hit.read();
  return {
    url: new URL(address, TOP).href,
    title: marked(words, places, 0, titleEnds),
    lang: meta.lang,
    kind: meta.kind,
    stage: meta.stage,
  };
}

export async function excerpt(hit) {
  if (!hit) return document.createDocumentFragment();
  const { words, places, titleEnds, termsBegin } = await hit.read(); // the title is shown already
  const inText = places.filter((place) => place >= titleEnds && place < termsBegin);
  const inTerms = places.filter((place) => place >= termsBegin);
  const isText = inText.length > 0 || !inTerms.length;
  const [first, last] = isText ? [titleEnds, termsBegin] : [termsBegin, words.length];
  const start = richest(hit.sought, words, isText ? inText : inTerms, first);
  const end = Math.min(start + EXCERPT, last);
  const part = marked(words, places, start, end);
  if (start > first && !SENTENCE_END.test(words[start - 1])) part.prepend("…\u00a0");
  if (end < last && !SENTENCE_END.test(words[end - 1])) part.append("\u00a0…");
  return part;
}

/** Where the excerpt begins that holds most of the words that were sought. */
function richest(sought, words, places, first) {
  let best = first;
  let most = 0;
  for (const place of places) {
    const start = beginning(place, first, words);
    const inside = places.filter((other) => other >= start && other < start + EXCERPT);
    const kinds = sought.filter((word) =>
      inside.some((other) => begins(words[other], word.slice(0, 4))),
    );
    const worth = kinds.length * EXCERPT + inside.length;
    if (worth > most) [best, most] = [start, worth];
  }
  return best;
}

function beginning(place, first, words) {
  for (let start = place; start >= Math.max(first, place - NEAR); start -= 1) {
    if (start === first || SENTENCE_END.test(words[start - 1])) return start;
  }
  return Math.max(first, Math.min(place - BEFORE, words.length - EXCERPT));
}

function marked(words, places, start, end) {
  const part = document.createDocumentFragment();
  const sought = new Set(places);
  for (let place = start; place < end; place += 1) {
    const word = place === end - 1 ? words[place].replace(/\s*·?\s*$/, "") : words[place];
    const bare = sought.has(place) ? word.match(BARE)?.[1] : undefined;
    if (!bare) {
      part.append(word);
      continue;
    }
    const at = word.lastIndexOf(bare);
    const mark = document.createElement("mark");
    mark.textContent = bare;
    part.append(word.slice(0, at), mark, word.slice(at + bare.length));
  }
  part.normalize();
  return part;
}
