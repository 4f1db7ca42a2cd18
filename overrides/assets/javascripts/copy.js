// Buttons that copy the text of an element. They are hidden until this script can make them work.
// What became of it is said in the live region beside the button, in the page's words.

const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};

const copy = async (element) => {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    return true;
  } catch {
    select(element); // refused, or a page without https: the reader can still copy it
    return false;
  }
};

for (const button of document.querySelectorAll("button[data-copy]")) {
  const place = button.parentElement;
  const status = place.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    const { copied, byHand } = status.dataset;
    const done = await copy(document.getElementById(button.dataset.copy));
    status.textContent = ""; // the same words twice are said twice
    requestAnimationFrame(() => {
      status.textContent = done ? copied : byHand;
    });
  });
  place.hidden = false;
}
