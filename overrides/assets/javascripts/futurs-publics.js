// Two things and no more: light or dark as the reader chose, and the menu of small screens.
// Runs before the page is drawn, so that neither the theme nor the menu is seen to change.
(() => {
  "use strict";
  const page = document.documentElement;
  const KEY = "fp-theme";
  page.classList.replace("no-js", "js");

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

  document.addEventListener("DOMContentLoaded", () => {
    show(chosen());
    for (const button of document.querySelectorAll("[data-fp-theme]")) {
      button.addEventListener("click", () => choose(button.dataset.fpTheme));
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
