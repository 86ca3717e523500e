import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSystemBrowser } from "./browser.mjs";
import { buildIfChanged } from "./build.mjs";
import { npm } from "./project.mjs";
import { serve } from "./serve.mjs";

/**
 * Lighthouse on every kind of page, as a desktop and as a phone sees it, against the production build. Prints a table
 * and fails below 95 in any category. Lighthouse 12 is the last that runs on Node 20; npm fetches it when asked.
 */
const LIGHTHOUSE = "lighthouse@12";
const LEAST = 95;
/** Whatever else the machine does can only slow a page down: one that falls short is measured again, its best counts. */
const ATTEMPTS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const DEVICES = { desktop: ["--preset=desktop"], phone: [] };

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const PAGES = {
  home: "/",
  form: "/models/house-price",
  result: `/models/house-price/estimate?${HOUSE}`,
  card: "/models/house-price/card",
  batch: "/models/house-price/batch",
  comparison: "/compare",
  import: "/import",
};

/** The scores of a page from 0 to 100, by category. */
async function measure(url, options, report) {
  const code = await npm(
    [
      ["exec", "--yes", "--silent", "--", LIGHTHOUSE, url, ...options],
      `--only-categories=${CATEGORIES.join()}`,
      ["--output=json", `--output-path=${report}`, "--quiet", "--no-enable-error-reporting"],
      "--chrome-flags=--headless=new --no-sandbox",
    ].flat(),
    { CHROME_PATH: process.env.CHROME_PATH ?? findSystemBrowser() },
  );
  if (code !== 0) throw new Error(`Lighthouse failed on ${url}`);
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
  const faults = CATEGORIES.flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
      .map(({ id }) => id),
  );
  return { scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)), faults };
}

const least = ({ scores }) => Math.min(...scores);

async function measureBest(url, options, report) {
  let best = { scores: [0] };
  let runs = 0;
  while (least(best) < LEAST && runs < ATTEMPTS) {
    runs++;
    const found = await measure(url, options, report);
    if (least(found) >= least(best)) best = found;
  }
  return { ...best, runs };
}

if ((await buildIfChanged()) !== 0) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), "glasshouse-lighthouse-"));
const { address, stop } = await serve();
let worst = 100;
try {
  console.log(`| page | device | ${CATEGORIES.join(" | ")} | runs | to look at |`);
  console.log(`|---|---|${CATEGORIES.map(() => "--:|").join("")}--:|---|`);
  for (const [page, path] of Object.entries(PAGES)) {
    for (const [device, options] of Object.entries(DEVICES)) {
      const report = join(folder, `${page}-${device}.json`);
      const best = await measureBest(`${address}${path}`, options, report);
      console.log(`| ${[page, device, ...best.scores, best.runs, best.faults.join(", ")].join(" | ")} |`);
      worst = Math.min(worst, least(best));
    }
  }
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = worst < LEAST ? 1 : 0;
