// While an author is served pages: says when the newest text could not be published, and why.
(async () => {
  const { report } = document.currentScript.dataset;
  const answer = await fetch(report, { cache: "no-store" });
  if (!answer.ok) return;
  const banner = document.createElement("aside");
  banner.className = "fp-report";
  banner.innerHTML = await answer.text(); // written by the build itself, escaped there
  document.body.prepend(banner);
})();
