// A worker for pages opened from the disk: a browser starts no worker from file://, so the search runs in a hidden frame.
// Only the offline edition loads this. The frame plays the worker's part: messages, importScripts, and its own address.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      this.loading = 0;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      document.body.append(frame);
      this.scope = frame.contentWindow;
      this.scope.workerAddress = new URL(url, document.baseURI);
      // An answer comes as a task of its own, as from a worker: the page may not listen yet.
      this.scope.postMessage = (data) => setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
      this.scope.importScripts = (...urls) => Promise.all(urls.map((one) => this.load(one)));
      this.load(this.scope.workerAddress.href);
    }

    /** Messages wait until every script has run, as they do for a worker. */
    load(url) {
      this.loading++;
      return new Promise((resolve, reject) => {
        const script = this.scope.document.createElement("script");
        script.async = false; // scripts that are asked for together run in their order
        script.src = new URL(url, this.scope.workerAddress).href;
        script.onload = () => {
          resolve();
          if (--this.loading === 0) this.waiting.splice(0).forEach((data) => this.deliver(data));
        };
        script.onerror = reject;
        this.scope.document.body.append(script);
      });
    }

    deliver(data) {
      this.scope.dispatchEvent(new this.scope.MessageEvent("message", { data }));
    }

    postMessage(data) {
      if (this.loading) this.waiting.push(data);
      else this.deliver(data);
    }
  }

  window.Worker = FrameWorker;
})();
