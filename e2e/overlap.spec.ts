import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeHugeFigures, makeManyInputs, makeManyLevels, makeTinyFigures } from "../lib/testing/large-tables";
import { expect, test, type Page } from "./browser";
import { layOutAll } from "./lay-out-all";
import { overlaps } from "./overlap";
import { startServer } from "./own-server";

/** No label of a chart stands over a mark or another label, whatever the width and the values. */

const WIDTHS = [320, 390, 1024, 1440];
const IDS = ["house-price", "house-price-hedonic", "salary", "levels-70", "inputs-66", "huge", "tiny"];
/** With tables that a batch can be made of, and with outcomes. */
const [TABLES, WATCHED] = [
  ["house-price", "salary", "huge", "tiny"],
  ["house-price", "huge", "tiny"],
];
const PASSWORD = "correct horse battery";

test.describe.configure({ mode: "default" });
test.slow();

let directory: string, address: string;
let own: ReturnType<typeof startServer>;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  directory = await mkdtemp(join(tmpdir(), "glasshouse-overlap-"));
  const models = join(directory, "models");
  await cp("model", models, { recursive: true });
  await makeManyLevels(models);
  await makeManyInputs(models);
  await makeHugeFigures(models);
  await makeTinyFigures(models);
  const settings = { MODEL_DIR: models, DATA_DIR: join(directory, "data"), ADMIN_PASSWORD: PASSWORD };
  own = startServer({ ...settings, PORT: "0", SIMULATION: "1", RATE_LIMIT: "0" });
  address = await own.address;
  for (const id of WATCHED) {
    const command = ["scripts/cli.mjs", "simulate", id, "--url", address, "--days", "40", "--rows", "10"];
    await promisify(execFile)(process.execPath, command, { env: { ...process.env, MODEL_DIR: models } });
  }
});
test.afterAll(async () => {
  own?.server.kill("SIGKILL");
  await own?.stopped;
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

/** What a form begins with, and the same with each number at its least and at its most. */
async function queriesOf(page: Page, id: string): Promise<string[]> {
  await page.goto(`${address}/models/${id}`);
  return page
    .locator("form[action]")
    .first()
    .evaluate((form: HTMLFormElement) => {
      const entries = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
      const at = (end: "min" | "max") =>
        entries.map(([name, value]): [string, string] => {
          const field = form.elements.namedItem(name);
          return [name, (field instanceof HTMLInputElement && field[end]) || value];
        });
      return [entries, at("min"), at("max")].map((each) => new URLSearchParams(each).toString());
    });
}

/** Look at the page that is open in every width, with all that is folded or far from the window. */
async function expectNoOverlap(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() =>
      document.querySelectorAll("main details").forEach((each) => each.setAttribute("open", "")),
    );
    await layOutAll(page);
    expect.soft(await overlaps(page), `${name} at ${width}`).toEqual([]);
  }
}

test("overlaps(page) finds a label over a mark, over another label, and out of the screen", async ({ page }) => {
  const texts = '<text x="20" y="20">one</text><text x="30" y="24">two</text><text x="-40" y="90">three</text>';
  const marks = '<circle cx="200" cy="50" r="20" /><line class="stroke-rule" x2="300" y1="90" y2="90" />';
  const free = '<text x="300" y="50">free</text><text x="195" y="52">four</text>';
  await page.setContent(`<main><svg class="chart" width="400" height="100">${marks}${texts}${free}</svg></main>`);
  expect(await overlaps(page)).toEqual(["“one” over “two”", "“three” reaches out of the screen", "“four” over a mark"]);
});

for (const id of IDS) {
  test(`${id}: the result, the card and the comparison`, async ({ page }) => {
    const queries = await queriesOf(page, id);
    const paths = [
      ...queries.map((query) => `/models/${id}/estimate?${query}`),
      `/models/${id}/card`,
      `/compare/${id}?${queries[0]}`,
    ];
    for (const path of paths) {
      await page.goto(address + path);
      await expectNoOverlap(page, path);
    }
  });
}

test("monitoring", async ({ page }) => {
  await page.goto(`${address}/monitoring`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("Password")).toBeHidden();
  for (const path of ["/monitoring", ...WATCHED.map((id) => `/monitoring/${id}?days=90`)]) {
    await page.goto(address + path);
    await expectNoOverlap(page, path);
  }
});

for (const id of TABLES) {
  test(`${id}: a batch`, async ({ page }) => {
    await page.goto(`${address}/models/${id}/batch`);
    const buffer = await readFile(join(directory, "models", id, "training.csv"));
    await page.locator("input[type=file]").setInputFiles({ name: "rows.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Estimate all rows" }).click();
    await expect(page.getByRole("img", { name: /^Half of the estimates/ })).toBeVisible({ timeout: 30_000 });
    await expectNoOverlap(page, `batch of ${id}`);
  });
}
