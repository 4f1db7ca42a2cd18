// The self-assessment: says what is still missing, keeps the answers in this tab, and writes the
// draft of a record. Its words come with the page; nothing leaves the browser.

import { answersOf, missingIn } from "./self_assessment_answers.js";
import { skeleton } from "./self_assessment_record.js";

const KEY = "fp-self-assessment"; // of the tab's storage, the same in both languages
const PAUSE = 1200; // ms of quiet until what has changed is said

const form = document.querySelector("form.fp-assess");
const end = form.querySelector(".fp-assess__end");
const status = end.querySelector("[role=status]");
const words = JSON.parse(form.dataset.words);
const limits = JSON.parse(form.dataset.limits);
const parts = JSON.parse(form.dataset.skeleton);
const isFrench = document.documentElement.lang === "fr";

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const count = ({ one, other }, n) => fill(n === 1 || (n === 0 && isFrench) ? one : other, { n });

// What is missing ------------------------------------------------------------------------------

const point = ({ key, target, ...values }) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${target}`;
  link.textContent = fill(words[key], values);
  link.addEventListener("click", () => {
    const place = document.getElementById(target);
    const control = place.matches("fieldset") ? place.querySelector("input") : place;
    setTimeout(() => control.focus()); // after the browser went there
  });
  item.append(link);
  return item;
};

/** Shows what is missing; answers the sentence that says so. */
const show = () => {
  const answers = answersOf(form);
  const { criteria } = answers;
  const missing = missingIn(answers, limits);
  const answered = criteria.filter(({ answer }) => answer).length;
  const progress = fill(words["assess-progress"], { n: answered, total: criteria.length });
  const left = missing.length ? count(words["assess-left"], missing.length) : words["assess-complete"];
  end.querySelector("[data-progress]").textContent = `${progress} ${left}`;
  end.querySelector("[data-missing]").replaceChildren(...missing.map(point));
  return `${progress} ${left}`;
};

let waiting = 0;
const say = (text, after = 0) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (status.textContent !== text) status.textContent = text;
  }, after);
};

// The tab's memory -----------------------------------------------------------------------------

const fields = [...form.querySelectorAll("input, textarea")];
const isTicked = ({ type }) => type === "radio" || type === "checkbox";

const keep = () => {
  const kept = fields
    .filter((field) => (isTicked(field) ? field.checked : field.value))
    .map((field) => [field.name, field.value]);
  try {
    if (kept.length) sessionStorage.setItem(KEY, JSON.stringify(kept));
    else sessionStorage.removeItem(KEY);
    return true;
  } catch {
    return false; // refused, or full
  }
};

const recall = () => {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  } catch {
    return; // refused, or not ours
  }
  for (const [name, value] of kept) {
    for (const field of fields.filter((each) => each.name === name)) {
      if (!isTicked(field)) field.value = value;
      else if (field.value === value) field.checked = true;
    }
  }
};

const changed = () => {
  end.querySelector("[data-kept]").textContent = words[keep() ? "assess-kept" : "assess-not-kept"];
  return show();
};

// The record -----------------------------------------------------------------------------------

const download = () => {
  const text = skeleton(answersOf(form), parts);
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = parts.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  say(fill(words["assess-downloaded"], parts));
};

const clear = () => {
  if (!confirm(words["assess-clear-sure"])) return;
  form.reset();
  changed();
  say(words["assess-cleared"]);
};

// ----------------------------------------------------------------------------------------------

for (const text of form.querySelectorAll("textarea")) {
  text.style.setProperty("field-sizing", "content"); // as tall as its text, where browsers know how
}
recall();
end.hidden = false;
changed();
form.addEventListener("input", () => changed());
form.addEventListener("change", () => say(changed(), PAUSE)); // not at every letter
end.querySelector("[data-download]").addEventListener("click", download);
end.querySelector("[data-print]").addEventListener("click", () => print());
end.querySelector("[data-clear]").addEventListener("click", clear);
