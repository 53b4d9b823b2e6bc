// guide.css puts off what is far below the window (content-visibility). Once the page is loaded and the processor has time, it is laid
// out too, a few parts at a time: then the page is as long as it will be, and programs that read it find everything in its place.
window.addEventListener("load", function () {
  "use strict";
  const AT_ONCE = 60; // elements
  const whenIdle = (action) => (window.requestIdleCallback ? requestIdleCallback(action, { timeout: 500 }) : setTimeout(action, 50));
  const putOff = Array.from(document.querySelectorAll(".md-content__inner > *")).filter((part) => getComputedStyle(part).contentVisibility === "auto");

  function unfold() {
    for (let elements = 0; elements < AT_ONCE && putOff.length; ) {
      const part = putOff.shift();
      part.style.contentVisibility = "visible";
      elements += part.getElementsByTagName("*").length + 1;
    }
    if (putOff.length) whenIdle(unfold);
  }

  whenIdle(unfold);
});
