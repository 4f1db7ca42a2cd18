// On a small screen the filters stand in a panel over the page: a modal dialog, which keeps focus
// inside, closes at Escape and gives focus back. On a wide one they stay beside the results.

const WIDE = "(min-width: 64rem)"; // as in futurs-publics.css

/**
 * `button` opens the panel; `onSeen` is called when the reader asks to see the results, `onClear` to
 * drop all filters. Answers `show(results, chosen)`, and `say(text)`, which is false while the panel
 * is closed.
 */
export const makePanel = (form, button, words, { onSeen, onClear }) => {
  const dialog = document.createElement("dialog");
  dialog.className = "fp-panel";
  dialog.setAttribute("aria-label", words["filters-open"]);
  const title = document.createElement("p");
  title.className = "fp-panel__title";
  title.textContent = words["filters-open"];
  const close = makeButton("fp-panel__close", "");
  close.setAttribute("aria-label", words["filters-close"]);
  const clear = makeButton("fp-button fp-button--quiet", words["filters-clear"]);
  clear.disabled = true;
  const see = makeButton("fp-button", words["show-results"]);
  const status = document.createElement("p");
  status.className = "fp-hidden";
  status.setAttribute("role", "status");
  const head = document.createElement("div");
  head.className = "fp-panel__head";
  head.append(title, close);
  const foot = document.createElement("div");
  foot.className = "fp-panel__foot";
  foot.append(clear, see);
  dialog.append(head, foot, status);
  form.after(dialog);

  const wide = matchMedia(WIDE);
  button.addEventListener("click", () => {
    foot.before(form);
    dialog.showModal();
    form.scrollTop = 0;
  });
  dialog.addEventListener("close", () => {
    status.textContent = "";
    dialog.before(form);
  });
  close.addEventListener("click", () => dialog.close());
  clear.addEventListener("click", onClear);
  see.addEventListener("click", () => {
    dialog.close();
    onSeen();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside the panel
  });
  wide.addEventListener("change", () => {
    if (wide.matches && dialog.open) dialog.close();
  });

  return {
    show(results, chosen) {
      see.textContent = words.count("show-records", results);
      clear.disabled = chosen === 0 && clear !== document.activeElement;
      const text = words["filters-open"] + (chosen ? ` (${chosen})` : "");
      if (button.textContent !== text) button.textContent = text;
    },
    say(text) {
      if (dialog.open) status.textContent = text;
      return dialog.open;
    },
  };
};

const makeButton = (className, text) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = text;
  return button;
};
