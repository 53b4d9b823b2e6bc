// Lighthouse over the built guide, as a phone on a slow line would meet it on GitHub Pages: gzip, ten minutes of cache, below a sub-path.
// usage: node measure.js SITE [PAGE …]; every page RUNS times (3), the median counts. Fails below LEAST. Works best on an idle machine:
// the time that a script takes is multiplied by four, and so is the time that it waits for a processor.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const LEAST = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const PAGES = ["", "ml-concepts/classification-metrics/", "glossary/", "practice/", "practice/task-4-2/", "exam/c02-map/", "exam/c02-domain-4/"];
const BELOW = "/guide/";
const TEXT = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".xml": "text/xml", ".txt": "text/plain" };
const OTHER = { ".png": "image/png", ".ico": "image/x-icon", ".woff2": "font/woff2" };

function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = path.startsWith(BELOW) ? join(folder, normalize(path.slice(BELOW.length - 1))) : "";
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    const found = file !== "" && existsSync(file);
    if (!found) file = join(folder, "404.html");
    const text = TEXT[extname(file)];
    const headers = { "Content-Type": text ?? OTHER[extname(file)] ?? "application/octet-stream", "Cache-Control": "max-age=600" };
    response.writeHead(found ? 200 : 404, text ? { ...headers, "Content-Encoding": "gzip", Vary: "Accept-Encoding" } : headers);
    const stream = createReadStream(file);
    (text ? stream.pipe(createGzip()) : stream).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** One run; the browser is new each time, as its cache is empty for a new reader. */
async function run(url) {
  const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await chrome.kill();
  }
}

/** What costs points, in words. */
function* faults(report) {
  for (const [name, category] of Object.entries(report.categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = report.audits[id];
      if (name !== "performance" && weight && audit.score !== null && audit.score < 1) {
        yield `${name}: ${audit.title} (${id})`;
        for (const item of (audit.details?.items ?? []).slice(0, 3)) yield `  ${item.node?.snippet ?? item.description ?? item.source ?? ""}`.slice(0, 200);
      }
    }
  }
}

const FIGURES = {
  FCP: ["first-contentful-paint", (ms) => `${Math.round(ms)} ms`],
  LCP: ["largest-contentful-paint", (ms) => `${Math.round(ms)} ms`],
  TBT: ["total-blocking-time", (ms) => `${Math.round(ms)} ms`],
  CLS: ["cumulative-layout-shift", (shift) => shift.toFixed(3)],
  KB: ["total-byte-weight", (bytes) => (bytes / 1000).toFixed(0)],
};
const line = (page, cells) => console.log([page.padEnd(38), ...cells.map((cell) => String(cell).padStart(15))].join(""));

const [folder, ...asked] = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 3);
const server = await serve(folder);
const origin = `http://127.0.0.1:${server.address().port}${BELOW}`;
const short = [];
line(`median of ${runs}`, [...Object.keys(LEAST), ...Object.keys(FIGURES)]);
for (const page of asked.length ? asked : PAGES) {
  const name = page || "home";
  const reports = [];
  for (let count = 0; count < runs; count += 1) reports.push(await run(origin + page));
  const scores = Object.keys(LEAST).map((category) => median(reports.map((report) => Math.round(100 * report.categories[category].score))));
  const figures = Object.values(FIGURES).map(([audit, shown]) => shown(median(reports.map((report) => report.audits[audit].numericValue))));
  line(name, [...scores, ...figures]);
  Object.entries(LEAST).forEach(([category, least], place) => {
    if (scores[place] < least) short.push(`${name}: ${category} ${scores[place]}, at least ${least} is wanted`);
  });
  for (const fault of new Set(reports.flatMap((report) => [...faults(report)]))) short.push(`${name}: ${fault}`);
}
server.close();
for (const one of short) console.error(one);
process.exitCode = short.length ? 1 : 0;
