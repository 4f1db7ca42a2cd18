// The records that filters know: their index, asked for once, and the search among them by words.

import { inTitles, maskOf, readIndex } from "./selection.js";

export const TOP = new URL("../../", import.meta.url);
export const LANGUAGE = document.documentElement.lang;

let loading = null;

/** The index of this language; after a failure it can be asked for again. */
export const loadIndex = () => {
  loading ??= fetch(new URL(`data/filters-${LANGUAGE}.json`, TOP))
    .then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
      return answer.json();
    })
    .then(readIndex)
    .catch((fault) => {
      loading = null;
      throw fault;
    });
  return loading;
};

let search = null;

/** The search of the whole site, or null where it is not to be had. */
export const searchModule = () => {
  search ??= import("./search.js")
    .then(async (module) => ((await module.available()) ? module : null))
    .catch(() => null);
  return search;
};

/**
 * The records that a text finds: `ranked`, the most relevant first, `mask` with a 1 for each, and
 * `excerpt(record)`; null in its place where only titles could be compared.
 */
export const find = async (index, text) => {
  const module = await searchModule();
  try {
    if (module) {
      const { records, excerpt } = await module.find(text);
      return { ranked: records, mask: maskOf(index, records), excerpt };
    }
  } catch {
    // titles are better than nothing
  }
  const ranked = inTitles(index, text);
  return { ranked, mask: maskOf(index, ranked), excerpt: null };
};
