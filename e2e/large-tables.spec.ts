import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeManyInputs, makeManyLevels, UNUSUAL } from "../lib/testing/large-tables";
import { violations } from "./axe";
import { expect, test, type Page } from "./browser";
import { startServer } from "./own-server";

/** Pages of a category with 70 levels, and of 66 inputs with 227 coefficients. */

/** The answers are in each address of the page: levels, previews, code. */
const HTML = { estimate: 315_000, card: 600_000 };
const HEIGHT = 9_000;
const WIDTHS = [320, 390, 768, 1100, 1440];
const IDS = ["levels-70", "inputs-66"];

test.describe.configure({ mode: "serial" });
// The models are trained first, and each page is looked at in five widths.
test.slow();

let directory: string, address: string;
let own: ReturnType<typeof startServer>;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  directory = await mkdtemp(join(tmpdir(), "glasshouse-large-"));
  await makeManyLevels(join(directory, "models"));
  await makeManyInputs(join(directory, "models"));
  own = startServer({
    PORT: "0",
    MODEL_DIR: join(directory, "models"),
    DATA_DIR: join(directory, "data"),
    RATE_LIMIT: "0",
  });
  address = await own.address;
});
test.afterAll(async () => {
  own?.server.kill("SIGKILL");
  await own?.stopped;
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

/** The typical example of a model, which its form begins with. */
async function exampleOf(page: Page, id: string): Promise<string> {
  await page.goto(`${address}/models/${id}`);
  return page
    .locator("main form")
    .first()
    .evaluate((form: HTMLFormElement) => {
      return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])).toString();
    });
}

const sizeOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return { height: scrollHeight, over: scrollWidth - window.innerWidth };
  });

for (const id of IDS) {
  test(`${id}: the result and the card stay small, and no page scrolls sideways`, async ({ page }) => {
    const query = await exampleOf(page, id);
    const pages = [
      `/models/${id}`,
      `/models/${id}/estimate?${query}`,
      `/models/${id}/card`,
      `/models/${id}/batch`,
      `/models/${id}/api?${query}`,
      `/compare/${id}`,
    ];
    for (const path of pages) {
      const part = path.includes("/estimate") ? "estimate" : path.endsWith("/card") ? "card" : null;
      if (part) {
        const bytes = (await (await fetch(address + path)).arrayBuffer()).byteLength;
        expect(bytes, path).toBeLessThan(HTML[part]);
      }
      await page.goto(address + path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const { height, over } = await sizeOf(page);
        expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
        if (part === "estimate") expect(height, `${path} at ${width}`).toBeLessThan(HEIGHT);
      }
    }
  });
}

test("a level among many is found by typing, with the keyboard alone", async ({ page }) => {
  await page.goto(`${address}/models/levels-70`);
  await page.getByRole("textbox", { name: "Area" }).fill("120");
  const zip = page.getByRole("combobox", { name: "Zip" });
  await zip.focus();
  await page.keyboard.type("804");
  await expect(page.getByRole("option")).toHaveText([
    "98040",
    "98041",
    "98042",
    "98043",
    "98044",
    "98045",
    "98046",
    "98047",
    "98048",
    "98049",
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "98041" })).toHaveAttribute("aria-selected", "true");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(zip).toHaveValue("98041");
  await expect(page.getByRole("option")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/zip=98041/);
});

test("a long form folds what matters less, and shows it where it needs another look", async ({ page }) => {
  await page.goto(`${address}/models/inputs-66`);
  const folded = page.getByText("54 more inputs, filled in with typical values");
  await expect(folded).toBeVisible();
  await page.goto(`${address}/models/inputs-66/estimate?number_1=abc`);
  await expect(page.getByRole("heading", { name: "There are 66 problems" })).toBeVisible();
  await expect(page.getByText("Select the quality of part 40.").last()).toBeVisible();
});

test("a model that answers another question is compared with none, and the page says why", async ({ page }) => {
  await page.goto(`${address}/compare/levels-70`);
  await expect(
    page.getByRole("heading", { name: "There is no model to compare “The levels-70 model” with." }),
  ).toBeVisible();
  await expect(page.getByText("were not trained on the same table.")).toBeVisible();
});

test("no public answer has a value of a row, as rows are private unless the owner shows them", async () => {
  const { area, zip } = UNUSUAL;
  const near = `area=${Math.round(area)}&zip=${zip}`;
  const exports = ["sql&dialect=postgres&table=t", "typescript", "python", "json"];
  const answers = [
    ...["/", "/docs", "/pipeline", "/monitoring", "/compare", "/api/models", "/api/openapi.json", "/metrics"],
    ...["", `/estimate?${near}`, "/card", "/batch", `/api?${near}`].map((part) => `/models/levels-70${part}`),
    ...["", "/monitoring", ...exports.map((format) => `/export?format=${format}`)].map(
      (part) => `/api/models/levels-70${part}`,
    ),
    ...["/monitoring/levels-70", "/compare/levels-70", "/v2/models/levels-70"],
  ];
  const body = JSON.stringify({ area: Math.round(area), zip });
  const post = { method: "POST", headers: { "content-type": "application/json" }, body };
  const asked = [...answers.map((path) => [path, {}] as const), ["/api/models/levels-70/predict", post] as const];
  for (const [path, init] of asked) {
    const response = await fetch(address + path, init);
    expect(response.status, path).toBeLessThan(500);
    expect(await response.text(), path).not.toMatch(/131\.713|141[,_]?421/);
  }
  const json = await (await fetch(`${address}/api/models/levels-70/export?format=json`)).json();
  expect(json.note).toContain("The rows of the training data are private");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a level among many is typed, with the browser's own list", async ({ page }) => {
    await page.goto(`${address}/models/levels-70`);
    await page.locator("#area").fill("120");
    await expect(page.locator("#zip-levels option")).toHaveCount(70);
    await page.locator("#zip").fill("98041");
    await page.getByRole("button", { name: /^Estimate the/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("We estimate");
    await page.getByRole("heading", { name: "What each change is worth" }).click();
    await page.getByText("The other 65 changes").click();
    await expect(page.getByRole("rowheader", { name: /^Zip: 980.. instead of 98041$/ }).first()).toBeVisible();
  });
});
