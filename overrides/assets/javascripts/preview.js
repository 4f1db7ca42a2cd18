// While an author is served pages: says when the newest text could not be published, and why.
(() => {
  "use strict";
  // Parsed by the browser as it arrives: the policy of our pages lets no script make HTML of a text.
  const report = new XMLHttpRequest();
  report.open("GET", document.currentScript.dataset.report);
  report.setRequestHeader("Cache-Control", "no-store");
  report.overrideMimeType("text/html;charset=utf-8");
  report.responseType = "document";
  report.addEventListener("load", () => {
    if (report.status !== 200) return;
    const banner = document.createElement("aside");
    banner.className = "fp-report";
    banner.append(...report.response.body.childNodes);
    document.body.prepend(banner);
  });
  report.send();
})();
