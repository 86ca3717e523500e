import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installBrowser } from "./browser.mjs";
import { buildForPath } from "./build-for-path.mjs";
import { buildIfChanged } from "./build.mjs";
import { freePort, install, npm } from "./project.mjs";

/**
 * Every test there is, from a fresh clone on: types, lint, words, unit, the production build, what becomes of that build behind
 * proxies and under faults, and end to end against it. Its last line counts the tests; a step that fails without a test saying so counts as one.
 */
const reports = mkdtempSync(join(tmpdir(), "glasshouse-test-"));
let passed = 0;
let failed = 0;

function count(code, tests = { passed: 0, failed: 0 }) {
  passed += tests.passed;
  failed += tests.failed === 0 && code !== 0 ? 1 : tests.failed;
}

/** What a reporter wrote, as counts; nothing if it did not get that far. */
function readReport(name, toCounts) {
  try {
    return toCounts(JSON.parse(readFileSync(join(reports, name), "utf8")));
  } catch {
    return undefined;
  }
}

async function unit() {
  const outputFile = `--outputFile.json=${join(reports, "unit.json")}`;
  const code = await npm(["run", "--silent", "unit", "--", "--reporter=default", "--reporter=json", outputFile]);
  count(
    code,
    readReport("unit.json", (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })),
  );
}

/** The quick part of `npm run faults`; what cannot run on this machine is named by it, and counts as neither. */
async function underFaults() {
  const counts = join(reports, "faults.json");
  const code = await npm(["run", "--silent", "faults", "--", "--quick", "--counts", counts]);
  count(
    code,
    readReport("faults.json", (tests) => tests),
  );
}

async function endToEnd() {
  const code = await npm(["run", "--silent", "e2e", "--", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "e2e.json"),
    DOOR_PORTS: `${await freePort()},${await freePort()}`,
  });
  count(
    code,
    readReport("e2e.json", ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected })),
  );
}

await install();
count(await npm(["run", "--silent", "typegen"]));
// Each of the two keeps one processor busy.
const checks = [npm(["exec", "--", "tsc"]), npm(["run", "--silent", "lint"])];
for (const code of await Promise.all(checks)) count(code);
count(await npm(["run", "--silent", "words"]));
await unit();
const built = await buildIfChanged();
count(built);
if (built === 0) {
  count(await buildForPath());
  await underFaults();
  count(await installBrowser());
  await endToEnd();
}
rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
