// Loads what a session needs when it begins: its scripts, and its data, fetched or, in an edition opened from a folder, run as a script.
(function () {
  "use strict";
  const practice = window.mlaPractice;
  const root = new URL("../../../", document.currentScript.src);

  const at = (path) => new URL(path, root).href;

  function run(path) {
    return new Promise((resolve, reject) => {
      const script = practice.el("script", { src: at(path) });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(path)));
      document.head.append(script);
    });
  }

  async function load(name) {
    if (!practice.given[name]) {
      if (location.protocol === "file:") {
        await run(`practice/${name}.data.js`);
        return practice.given[name];
      }
      const response = await fetch(at(`practice/${name}.json`));
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      practice.given[name] = await response.json();
    }
    return practice.given[name];
  }

  // A link to a section of the guide; in a session it opens beside, so that the session stays.
  practice.section = function section(outline, ref) {
    const [url, title] = outline.sections[ref];
    return practice.el("a", { href: at(url), target: "_blank", rel: "noopener" }, title);
  };
  practice.at = at;

  // The objectives in small links to the domains' maps, a group an exam; scripts/exam/objectives.py writes the same.
  practice.chips = function chips(outline, ids) {
    const el = practice.el;
    const asked = [...new Set(ids.map((id) => id.slice(0, 3)))].flatMap((id) => outline.exams.filter((exam) => exam.id === id));
    const chip = (exam, id) => {
      const [place, title] = exam.objectives[id];
      return el("a", { class: "chip", href: at(place), title, target: "_blank", rel: "noopener" }, id.slice(4));
    };
    const group = (exam) => {
      const known = ids.filter((id) => exam.objectives[id]);
      const code = el("span", { class: "chips-exam" }, exam.id.toUpperCase());
      return el("span", { class: `chips chips-${exam.id}` }, code, " ", known.flatMap((id) => [chip(exam, id), " "]));
    };
    return el("p", { class: "objectives" }, asked.map(group));
  };

  async function ready(scripts) {
    for (const name of scripts) await run(`assets/javascripts/practice/${name}.js`);
  }

  // Loads data, and those scripts, in their order, that the page does not have yet, and begins; says so in `status` where that fails.
  practice.begin = async function begin(names, status, start, scripts = []) {
    status.textContent = "Loading …";
    try {
      const [data] = await Promise.all([Promise.all(names.map(load)), ready(scripts)]);
      status.textContent = "";
      start(...data);
    } catch {
      status.textContent = "The questions could not be loaded. Check the connection and try again.";
    }
  };
})();
