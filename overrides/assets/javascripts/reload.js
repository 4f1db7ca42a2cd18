// While an author is served pages: loads the page again as soon as the server has a newer one. In the
// place of the script that MkDocs writes into pages, which their policy refuses.
//
// The server answers when there is something new, or after a minute.
(() => {
  "use strict";
  const { epoch, request } = document.currentScript.dataset;
  const LATER = 3000; // milliseconds after which a server that is gone is asked again
  let question; // what calls off the one that is being asked
  let next;

  const ask = async () => {
    const mine = (question = new AbortController());
    let pause = LATER;
    try {
      const answer = await fetch(`/livereload/${epoch}/${request}`, { signal: mine.signal });
      if (Number(await answer.text()) > Number(epoch)) {
        location.reload();
        return;
      }
      if (answer.ok) pause = 0;
    } catch {
      // called off, or the server is gone
    }
    if (question === mine) next = setTimeout(ask, pause);
  };

  const rest = () => {
    question?.abort();
    question = undefined;
    clearTimeout(next);
  };

  const follow = () => {
    rest();
    if (document.visibilityState === "visible") ask();
  };

  addEventListener("load", follow);
  addEventListener("visibilitychange", follow);
  addEventListener("beforeunload", rest);
})();
