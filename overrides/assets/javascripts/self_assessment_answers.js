// What stands in the form of the self-assessment, and what is missing in it. Pure: no page is
// changed here.

/** The answers as they stand: texts without space at their edges, criteria in their order. */
export const answersOf = (form) => {
  const data = new FormData(form);
  const text = (name) => (data.get(name) ?? "").trim();
  const criteria = [...form.querySelectorAll("[data-criterion]")].map((place) => {
    const id = place.dataset.criterion;
    const name = place.querySelector("[data-name]").textContent;
    return { id, name, answer: data.get(id) ?? "", reason: text(`${id}-reason`) };
  });
  return {
    title: text("title"),
    summary: text("summary"),
    interventions: data.getAll("interventions"),
    themes: data.getAll("themes"),
    criteria,
  };
};

/**
 * What is missing or too much, in the order of the form: for each the `key` of what is said of it,
 * the values that this names, and the id of its place, `target`.
 */
export const missingIn = ({ title, summary, interventions, themes, criteria }, limits) => {
  const found = [];
  const judge = (what, text) => {
    const n = [...text].length; // characters, not units of UTF-16
    const target = `assess-${what}`;
    if (n === 0) found.push({ key: `assess-no-${what}`, target });
    else if (n > limits[what]) {
      found.push({ key: `assess-long-${what}`, target, n, limit: limits[what] });
    }
  };
  judge("title", title);
  for (const { id, name, answer, reason } of criteria) {
    if (!answer) found.push({ key: "assess-no-answer", target: `assess-${id}`, criterion: name });
    else if (answer !== "unknown" && !reason) {
      found.push({ key: "assess-no-reason", target: `assess-${id}-reason`, criterion: name });
    }
  }
  if (interventions.length === 0) {
    found.push({ key: "assess-no-intervention", target: "assess-interventions" });
  }
  if (themes.length === 0) found.push({ key: "assess-no-theme", target: "assess-themes" });
  else if (themes.length > limits.themes) {
    const values = { n: themes.length, limit: limits.themes };
    found.push({ key: "assess-many-themes", target: "assess-themes", ...values });
  }
  judge("summary", summary);
  return found;
};
