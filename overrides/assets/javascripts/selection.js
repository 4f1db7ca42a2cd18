// What a selection of terms and words finds: values in, values out, without the page.
// fp_build/arranging/selection.py means the same at build; tests/truth_table.yml holds both to it.
//
// A selection is {terms: {theme: ["ageing"]}, text: "", sort: "title", page: 1}: ids that are the
// same in both languages. A record is known by its number in the index, which follows the titles.

export const SORTS = ["relevance", "date", "title"];
const LONGEST_TEXT = 200;

// Parameters by which newsletters and advertisements watch their readers: no filter of ours.
const FOREIGN = /^(utm_.*|mtm_.*|pk_.*|fbclid|gclid|msclkid)$/;

export const nothingChosen = () => ({ terms: {}, text: "", sort: "title", page: 1 });

/** True where the selection is the whole catalogue in its usual order, on whatever page. */
export const isWhole = ({ terms, text, sort }) =>
  Object.keys(terms).length === 0 && text === "" && sort === "title";

/** The order in which a selection is shown when the reader asks for none. */
export const usualSort = (text) => (text ? "relevance" : "title");

/** The index as the build writes it (fp_build/publishing/filter_index.py), laid out for counting. */
export const readIndex = (data) => {
  const { slug, title, date, picture, lang, marks } = data.records;
  const facets = data.facets.map((facet) => readFacet(facet, slug.length));
  return {
    language: data.language,
    address: data.address,
    catalogue: data.catalogue,
    page: data.page,
    chunk: data.chunk,
    size: slug.length,
    slugs: slug,
    titles: readTitles(title),
    dates: date,
    pictures: picture.map((number, record) => data.pictures[number].replace("{slug}", slug[record])),
    languages: lang,
    marks,
    facets,
    facetOf: new Map(facets.map((facet) => [facet.id, facet])),
  };
};

// How fp_build/publishing/shorthand.py writes numbers: 57 characters from # on, then those from ¡ on.
const numberOf = (code) => (code < 0x5c ? code - 0x23 : code - 0xa1 + 57);

// A title begins as the one before does, for as long as its first character tells.
const readTitles = (text) => {
  let before = "";
  return text.split("\n").map((line) => {
    before = before.slice(0, numberOf(line.charCodeAt(0))) + line.slice(1);
    return before;
  });
};

const readFacet = ({ id, label, plural, terms, aliases, parents, records }, size) => {
  // The terms of record r are found[starts[r]] to found[starts[r + 1]], those that hold them among.
  const starts = new Uint32Array(size + 1);
  const found = [];
  const totals = new Uint32Array(terms.length);
  let record = 0;
  for (let at = 0; at < records.length; at += 1) {
    const code = records.charCodeAt(at);
    if (code === 0x20) {
      record += 1;
      starts[record] = found.length;
      continue;
    }
    let number = numberOf(code);
    while (number !== undefined && found.indexOf(number, starts[record]) < 0) {
      found.push(number);
      totals[number] += 1;
      number = parents[number];
    }
  }
  return {
    id,
    label,
    plural,
    ids: terms.map(([term]) => term),
    labels: terms.map(([, name]) => name),
    numberOf: new Map(terms.map(([term], number) => [term, number])),
    aliases: new Map(Object.entries(aliases)),
    starts,
    terms: Uint16Array.from(found),
    totals,
  };
};

/** The numbers of a record's terms, in the record's own order. */
export const termsOf = (facet, record) =>
  facet.terms.subarray(facet.starts[record], facet.starts[record + 1]);

const present = (facet, id) => {
  const now = facet.numberOf.has(id) ? id : facet.aliases.get(id);
  return facet.numberOf.has(now) ? now : undefined;
};

/**
 * What an address asks for. Former ids are followed; what the catalogue does not know is left out,
 * and named in `unknown` as [name, value].
 */
export const readAddress = (index, query) => {
  const selection = nothingChosen();
  const unknown = [];
  let sort = "";
  for (const [name, value] of new URLSearchParams(query)) {
    const facet = index.facetOf.get(name);
    if (facet) {
      const id = present(facet, value);
      const chosen = selection.terms[name] ?? [];
      if (id === undefined) unknown.push([name, value]);
      else if (!chosen.includes(id)) selection.terms[name] = [...chosen, id];
    } else if (name === "q") {
      selection.text = tidy(value);
    } else if (name === "sort") {
      if (SORTS.includes(value)) sort = value;
      else unknown.push([name, value]);
    } else if (name === "page") {
      if (/^[1-9]\d{0,4}$/.test(value)) selection.page = Number(value);
      else unknown.push([name, value]);
    } else if (!FOREIGN.test(name)) {
      unknown.push([name, value]);
    }
  }
  if (sort === "relevance" && !selection.text) sort = ""; // nothing to be relevant to
  selection.sort = sort || usualSort(selection.text);
  return { selection, unknown };
};

/** Words as they are compared and kept: without the space around them, and of a sane length. */
export const tidy = (text) => text.replace(/\s+/g, " ").trim().slice(0, LONGEST_TEXT).trim();

/** The address of a selection, without its `?`: facets and terms in the index's order. */
export const writeAddress = (index, selection, { page = true } = {}) => {
  const query = new URLSearchParams();
  for (const facet of index.facets) {
    const numbers = numbersOf(facet, selection).sort((a, b) => a - b);
    for (const number of numbers) query.append(facet.id, facet.ids[number]);
  }
  if (selection.text) query.set("q", selection.text);
  if (selection.sort !== usualSort(selection.text)) query.set("sort", selection.sort);
  if (page && selection.page > 1) query.set("page", String(selection.page));
  return query.toString();
};

const numbersOf = (facet, selection) =>
  (selection.terms[facet.id] ?? [])
    .map((id) => facet.numberOf.get(id))
    .filter((number) => number !== undefined);

/** The selection with a term more, or without it; its first page. */
export const withTerm = (selection, facet, id, isChosen) => {
  const others = (selection.terms[facet] ?? []).filter((term) => term !== id);
  const terms = { ...selection.terms, [facet]: isChosen ? [...others, id] : others };
  if (terms[facet].length === 0) delete terms[facet];
  return { ...selection, terms, page: 1 };
};

/** The selection with other words; its first page. Words bring their own order, unless the reader
 *  asked for another. */
export const withText = (selection, text) => {
  const isUsual = selection.sort === usualSort(selection.text);
  return { ...selection, text, sort: isUsual ? usualSort(text) : selection.sort, page: 1 };
};

/**
 * The records that a selection finds, by title, and how many each choice would find.
 *
 * `matches` holds a 1 for each record that the text finds; null without a text. A choice counts the
 * records that satisfy the text, all *other* facets, and the term: so a record counts everywhere if
 * it satisfies all, and in one facet alone if that is the only one that refuses it.
 */
export const select = (index, selection, matches = null) => {
  const asked = [];
  index.facets.forEach((facet, place) => {
    const numbers = numbersOf(facet, selection);
    if (numbers.length === 0) return;
    const wanted = new Uint8Array(facet.ids.length);
    for (const number of numbers) wanted[number] = 1;
    asked.push({ place, facet, wanted });
  });
  const counts = index.facets.map((facet) => new Uint32Array(facet.ids.length));
  const hits = [];
  for (let record = 0; record < index.size; record += 1) {
    if (matches !== null && matches[record] === 0) continue;
    let refusals = 0;
    let refusing = -1;
    for (const { place, facet, wanted } of asked) {
      if (satisfies(facet, record, wanted)) continue;
      refusing = place;
      refusals += 1;
      if (refusals > 1) break;
    }
    if (refusals === 0) {
      hits.push(record);
      for (let place = 0; place < counts.length; place += 1) {
        count(index.facets[place], record, counts[place]);
      }
    } else if (refusals === 1) {
      count(index.facets[refusing], record, counts[refusing]);
    }
  }
  return { hits, counts };
};

const satisfies = ({ starts, terms }, record, wanted) => {
  for (let at = starts[record]; at < starts[record + 1]; at += 1) {
    if (wanted[terms[at]] === 1) return true;
  }
  return false;
};

const count = ({ starts, terms }, record, numbers) => {
  for (let at = starts[record]; at < starts[record + 1]; at += 1) numbers[terms[at]] += 1;
};

/** Records, given by title, in the order asked for; `ranked` are all that the text finds, the most
 *  relevant first. By date the newest come first, the undated last. */
export const inOrder = (index, hits, sort, ranked = null) => {
  if (sort === "relevance" && ranked !== null) {
    const isHit = maskOf(index, hits);
    return ranked.filter((record) => isHit[record] === 1);
  }
  if (sort === "date") {
    const { dates } = index;
    return [...hits].sort((a, b) => (dates[a] < dates[b]) - (dates[a] > dates[b]) || a - b);
  }
  return hits;
};

/** A 1 for each of these records. */
export const maskOf = (index, records) => {
  const mask = new Uint8Array(index.size);
  for (const record of records) mask[record] = 1;
  return mask;
};

/** The filters of a selection, as a reader may remove them one by one: its terms, then its words. */
export const filtersOf = (index, selection) => {
  const terms = index.facets.flatMap((facet) =>
    numbersOf(facet, selection)
      .sort((a, b) => a - b)
      .map((number) => ({
        facet: facet.id,
        id: facet.ids[number],
        name: facet.label,
        value: facet.labels[number],
        rest: withTerm(selection, facet.id, facet.ids[number], false),
      })),
  );
  if (!selection.text) return terms;
  return [...terms, { facet: "", id: "", value: selection.text, rest: withText(selection, "") }];
};

/** Text without accents, case, ligatures or typographic apostrophes, as fp_build/words/text.py has it. */
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/’/g, "'")
    .replace(/\s+/g, " ")
    .trim();

/** The words of a text alone, folded, a space between: « Val-d’Oise » is `val d oise`. */
export const plain = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

/** The records whose titles hold every one of these words, or a word that begins so. */
export const inTitles = (index, text) => {
  const words = plain(text).split(" ").filter(Boolean);
  const found = [];
  index.plainTitles ??= index.titles.map((title) => ` ${plain(title)}`);
  index.plainTitles.forEach((title, record) => {
    if (words.length > 0 && words.every((word) => title.includes(` ${word}`))) found.push(record);
  });
  return found;
};
