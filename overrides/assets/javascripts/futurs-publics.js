// Light or dark as the reader chose, the menu of small screens, and room for filters.
// Runs before the page is drawn, so that none of them is seen to change.
(() => {
  "use strict";
  const page = document.documentElement;
  const KEY = "fp-theme";
  page.classList.replace("no-js", "js");

  // What filters need stands in the page and is shown from the start; results are not, where an
  // address asks for other ones (catalogue.js shows them). Without that script all is as without any.
  page.classList.add("fp-filtering");
  if (location.search.length > 1) page.classList.add("fp-asked", "fp-waiting");
  addEventListener("load", () => {
    const grid = document.querySelector("[data-catalogue]");
    if (grid && !("ready" in grid.dataset)) page.classList.remove("fp-filtering", "fp-waiting");
  });

  const chosen = () => {
    try {
      const theme = localStorage.getItem(KEY);
      return theme === "light" || theme === "dark" ? theme : "auto";
    } catch {
      return "auto"; // storage is refused: the system decides
    }
  };

  const show = (theme) => {
    if (theme === "auto") delete page.dataset.theme;
    else page.dataset.theme = theme;
    for (const button of document.querySelectorAll("[data-fp-theme]")) {
      button.setAttribute("aria-pressed", String(button.dataset.fpTheme === theme));
    }
  };

  const choose = (theme) => {
    try {
      if (theme === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // the choice holds for this page only
    }
    show(theme);
  };

  show(chosen());
  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) show(chosen());
  });

  // On a small screen figures are not laid out as a table. Some browsers then forget that they are
  // one, unless roles say so, which HTML that has not been laid out must not repeat.
  const ROLES = {
    table: "", rowgroup: ":is(thead, tbody)", row: "tr",
    columnheader: "thead th", rowheader: "tbody th", cell: "td",
  };
  const sayWhatFiguresAre = () => {
    for (const [role, part] of Object.entries(ROLES)) {
      for (const element of document.querySelectorAll(`.fp-indicators ${part}`)) {
        element.setAttribute("role", role);
      }
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    show(chosen());
    sayWhatFiguresAre();
    for (const button of document.querySelectorAll("[data-fp-theme]")) {
      button.addEventListener("click", () => choose(button.dataset.fpTheme));
    }

    // A record that was found in a selection leads on inside it.
    if (location.search.length > 1 && document.querySelector("[data-neighbours]")) {
      import("./neighbours.js");
    }

    const button = document.querySelector(".fp-menu-button");
    if (!button) return;
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    const open = (yes) => button.setAttribute("aria-expanded", String(yes));
    button.addEventListener("click", () => open(!isOpen()));
    button.closest("header").addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      open(false);
      button.focus();
    });
  });
})();
