import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSystemBrowser } from "./browser.mjs";
import { buildIfChanged } from "./build.mjs";
import { npm } from "./project.mjs";
import { serve } from "./serve.mjs";

/**
 * Lighthouse on every kind of page, as a desktop and as a phone sees it, against the production build. Prints a table,
 * with the bytes of script that a page loads, and fails below 97 in any category, or below 100 where nothing moves. Lighthouse 12 is the last that runs on Node 20; npm fetches it when asked.
 */
const LIGHTHOUSE = "lighthouse@12";
const LEAST = 97;
/**
 * Whatever else the machine does can only slow a page down, and Lighthouse counts a script that begins before the first
 * paint as what the paint waited for, which is a matter of milliseconds: one that falls short is measured again, its
 * best counts.
 */
const ATTEMPTS = 5;
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
  code: "/models/house-price/api",
  import: "/import",
  reference: "/docs",
  pipeline: "/pipeline",
};
/** Nothing on these moves or waits for a script. */
const STILL = ["card", "reference", "pipeline"];

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
  const scripts = audits["resource-summary"].details.items.find(({ resourceType }) => resourceType === "script");
  const kilobytes = Math.round((scripts?.transferSize ?? 0) / 1024);
  return { scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)), faults, kilobytes };
}

const least = ({ scores }) => Math.min(...scores);

async function measureBest(url, options, report, wanted) {
  let best = { scores: [0] };
  let runs = 0;
  while (least(best) < wanted && runs < ATTEMPTS) {
    runs++;
    const found = await measure(url, options, report);
    if (least(found) >= least(best)) best = found;
  }
  return { ...best, runs };
}

if ((await buildIfChanged()) !== 0) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), "glasshouse-lighthouse-"));
const { address, stop } = await serve();
let failed = false;
try {
  console.log(`| page | device | ${CATEGORIES.join(" | ")} | script KB | runs | to look at |`);
  console.log(`|---|---|${CATEGORIES.map(() => "--:|").join("")}--:|--:|---|`);
  for (const [page, path] of Object.entries(PAGES)) {
    for (const [device, options] of Object.entries(DEVICES)) {
      const report = join(folder, `${page}-${device}.json`);
      const wanted = STILL.includes(page) ? 100 : LEAST;
      const best = await measureBest(`${address}${path}`, options, report, wanted);
      const { scores, kilobytes, runs, faults } = best;
      console.log(`| ${[page, device, ...scores, kilobytes, runs, faults.join(", ")].join(" | ")} |`);
      failed ||= least(best) < wanted;
    }
  }
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
