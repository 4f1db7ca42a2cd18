// The draft of a record out of the answers of a self-assessment: front matter and headings.
//
// Whatever was typed becomes one line in double quotes. JSON's strings are YAML's too, once what
// neither a record nor YAML may hold is gone: see _CONTROL, _BIDI and _INVISIBLE in
// fp_build/reading/source.py, whose characters a test types.

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\s]+/gu;
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u200b-\u200d\u2060-\u2064\ufeff\u180e\u{e0000}-\u{e007f}]/gu;

const line = (text) => text.replace(UNSEEN, "").replace(CONTROL, " ").trim();
const quoted = (text) => JSON.stringify(line(text));
const comment = (text, indent = "") => `${indent}# ${line(text)}`;
const list = (ids) => `[${ids.join(", ")}]`;

/** The text of the file. `parts` are the words that the page gives for it. */
export const skeleton = (answers, { words, sections }) => {
  const said = (what) => words[`assess-file-${what}`];
  const key = (name, text) => (line(text) ? [`${name}: ${quoted(text)}`] : []);
  const ids = (name, chosen) => (chosen.length ? [`${name}: ${list(chosen)}`] : []);
  const front = [
    "---",
    comment(said("about")),
    "kind: project",
    comment(said("status")),
    "status: draft",
    ...key("title", answers.title),
    ...key("summary", answers.summary),
    ...ids("interventions", answers.interventions),
    ...ids("themes", answers.themes),
    ...criteria(answers.criteria, said),
    comment(said("sources")),
    comment(said("keys")),
    "---",
  ];
  const body = sections.map(
    ([heading, what]) => `\n## ${heading}\n\n${said("write").replace("{what}", () => what)}\n`,
  );
  return `${front.join("\n")}\n${body.join("")}`;
};

const criteria = (all, said) => {
  const given = all.filter(({ answer }) => answer);
  const rest = all.filter(({ answer }) => !answer);
  return [
    comment(said("criteria")),
    given.length ? "criteria:" : "# criteria:", // a key without a value would be an error
    ...given.flatMap(({ id, name, answer, reason }) => [
      comment(name, "  "),
      `  ${id}:`,
      `    answer: ${quoted(answer)}`,
      ...(line(reason) ? [`    reason: ${quoted(reason)}`] : []),
    ]),
    ...(rest.length ? [comment(said("unanswered"), "  ")] : []),
    ...rest.map(({ id }) => `  # ${id}: {answer: unknown}`),
  ];
};
