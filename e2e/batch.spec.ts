import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { expect as expectSoon, type Locator, type Route } from "@playwright/test";
import { type Page } from "./browser";
import { violations } from "./axe";
import { test } from "./own-server";

/** A file goes through several scripts and requests, which a busy machine takes its time for. */
const expect = expectSoon.configure({ timeout: 15_000 });

const PATH = "/models/house-price/batch";
const INPUTS = ["area", "bedrooms", "bathrooms", "stories", "guest_rooms", "basement", "parking"];

/** A house for each number; every 97th has more bedrooms than there are. */
function house(row: number) {
  const bedrooms = row % 97 === 5 ? 20 : 2 + (row % 4);
  return [2000 + ((row * 7919) % 9000), bedrooms, 1 + (row % 2), 1 + (row % 3), row % 5 ? "no" : "yes", "no", row % 3];
}

function table(rows: number, columns = INPUTS) {
  const lines = Array.from({ length: rows }, (_, row) => [row, ...house(row)].join());
  return { name: "houses.csv", mimeType: "text/csv", buffer: Buffer.from([`id,${columns}`, ...lines, ""].join("\n")) };
}

const choose = (page: Page, file: ReturnType<typeof table>) => page.locator("input[type=file]").setInputFiles(file);
const estimateAll = (page: Page) => page.getByRole("button", { name: "Estimate all rows" }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 3, name });
const widthToSpare = (page: Page) => page.evaluate(() => window.innerWidth - document.documentElement.scrollWidth);

async function download(page: Page, link: Locator) {
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const [header, ...lines] = (await readFile(await file.path(), "utf8")).trimEnd().split("\n");
  return { name: file.suggestedFilename(), header, lines };
}

/** Every row once, in order. */
function expectRows(lines: string[], rows: number) {
  expect(lines.length).toBe(rows);
  expect(lines.findIndex((line, row) => !line.startsWith(`${row},${house(row)},`))).toBe(-1);
}

/** Calls a function at the request for a slice; the first request is for the first rows. */
async function atSlice(page: Page, slice: number, act: (route: Route) => Promise<void>) {
  let requests = 0;
  await page.route("**/predict/batch?*", (route) => (requests++ === slice ? act(route) : route.continue()));
}

/** Leaves the request for a slice without an answer; gives a promise of its arrival. */
async function holdSlice(page: Page, slice: number): Promise<{ arrival: Promise<void> }> {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await atSlice(page, slice, async () => arrive());
  return { arrival };
}

test.describe("whatever the screen", () => {
  test.skip(({ isMobile }) => isMobile, "it takes some seconds, and a phone asks for the same");
  // A busy machine takes its time for the large files.
  test.describe.configure({ timeout: 90_000 });

  const ROWS = 100_000;
  const WITH_ESTIMATE = Array.from({ length: ROWS }, (_, row) => row % 97 !== 5).filter(Boolean).length;

  test("100,000 rows come back with what the API says of each, none lost and none twice", async ({ page }) => {
    await page.goto(PATH);
    await choose(page, table(ROWS));
    await estimateAll(page);
    const result = `${WITH_ESTIMATE.toLocaleString("en-US")} of 100,000 rows have an estimate.`;
    await expect(heading(page, result)).toBeFocused({ timeout: 30_000 });

    const { name, header, lines } = await download(page, page.getByRole("link", { name: "Download the estimates" }));
    expect(name).toBe("houses-estimates.csv");
    expect(header).toBe(`id,${INPUTS},estimate,low,high,within_10,warnings,error`);
    expectRows(lines, ROWS);
    for (const row of [0, 37_000, 99_999]) {
      const data = Object.fromEntries(
        house(row).map((value, index) => [INPUTS[index], isNaN(+value) ? value === "yes" : value]),
      );
      const response = await page.request.post("/api/models/house-price/predict", { data });
      const { estimate, interval } = await response.json();
      expect(lines[row]!.split(",").slice(8, 11).map(Number)).toEqual([estimate, interval.low, interval.high]);
    }
    expect(lines[5]).toMatch(/,,,,,,bedrooms must be between 1 and 10$/);
    const reasons = page.getByRole("table", { name: "Why rows have no estimate" });
    await expect(reasons).toContainText("Bedrooms must be between 1 and 10.1,0317; 104; 201 …");
    await expect(page.getByRole("img", { name: /^Half of the estimates are between \$/ })).toBeVisible();
  });

  test("stopped, what is done can be downloaded, and it goes on from there", async ({ page }) => {
    await page.goto(PATH);
    const { arrival } = await holdSlice(page, 2);
    await choose(page, table(ROWS));
    await estimateAll(page);
    await arrival;
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(heading(page, "Stopped")).toBeVisible();
    const partial = await download(page, page.getByRole("link", { name: "Download the finished rows" }));
    expect(partial.lines.length).toBeGreaterThan(1000);
    expectRows(partial.lines, partial.lines.length);

    await page.getByRole("button", { name: "Continue" }).click();
    const done = await download(page, page.getByRole("link", { name: "Download the estimates" }));
    expectRows(done.lines, ROWS);
  });

  test("a server that is restarted in the middle is waited for, and no row is lost or there twice", async ({
    page,
    start,
  }) => {
    const first = start({ PORT: "0", RATE_LIMIT: "0" });
    const address = await first.address;
    await page.goto(address + PATH);
    await atSlice(page, 2, async (route) => {
      first.server.kill("SIGKILL");
      await once(first.server, "exit");
      await route.continue();
    });
    await choose(page, table(ROWS));
    await estimateAll(page);
    await expect(heading(page, "Waiting for the server")).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(/^The server does not answer\./)).toBeVisible();

    await start({ PORT: new URL(address).port, RATE_LIMIT: "0" }).address;
    const link = page.getByRole("link", { name: "Download the estimates" });
    await expect(link).toBeVisible({ timeout: 40_000 });
    expectRows((await download(page, link)).lines, ROWS);
  });

  test("where the server wants a key it is asked for, and used", async ({ page, start }) => {
    const digest = createHash("sha256").update("open sesame").digest("hex");
    const { address } = start({ PORT: "0", API_KEYS: digest });
    await page.goto((await address) + PATH);
    await choose(page, table(3));
    await page.getByLabel("Your API key").fill("wrong");
    await page.getByRole("button", { name: "Use this key" }).click();
    await expect(page.getByText("The key must be one that the operator has given out.")).toBeVisible();
    await page.getByLabel("Your API key").fill("open sesame");
    await page.getByRole("button", { name: "Use this key" }).click();
    await estimateAll(page);
    await expect(heading(page, "All 3 rows have an estimate.")).toBeVisible();
  });
});

test("columns of other names are guessed or asked for, by the names that people know", async ({ page }) => {
  await page.goto(PATH);
  await choose(page, table(20, ["surface", "bedroom_count", "bath", "stories", "recreation", "fullbase", "garage"]));
  await expect(page.getByText("We couldn’t match: lot area.")).toBeVisible();
  const column = (label: string) => page.getByLabel(label, { exact: true });
  await expect(column("Lot area")).toHaveAccessibleDescription("Choose the column for lot area.");
  await expect(column("Bedrooms")).toHaveValue("bedroom_count");
  await expect(column("Bedrooms")).toHaveAccessibleDescription("Guessed.");
  await expect(column("Finished basement")).toHaveValue("fullbase");
  await expect(page.getByRole("button", { name: "Estimate all rows" })).toBeHidden();

  await column("Lot area").selectOption("surface");
  await expect(page.getByText("Check the guessed columns: bedrooms and full bathrooms.")).toBeVisible();
  const rows = page.getByRole("region", { name: "The first rows with their estimates" });
  await expect(rows.getByRole("row", { name: /^2 \$/ })).toBeVisible();
  await expect(rows.getByRole("row", { name: /^7 none / })).toContainText("20");
  await expect(rows.getByText("Bedrooms must be between 1 and 10.")).toBeVisible();
  await estimateAll(page);
  await expect(heading(page, "19 of 20 rows have an estimate.")).toBeVisible();
});

test("a higher share of cases gives a wider range", async ({ page }) => {
  await page.goto(PATH);
  await choose(page, table(1));
  const range = page.getByRole("region", { name: "The first rows with their estimates" }).getByRole("cell").nth(1);
  await expect(range).toHaveText(/ to /);
  const before = await range.textContent();
  await page.getByText("95%", { exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Range, 95%" })).toBeVisible();
  await expect(range).not.toHaveText(before!);
});

test("a file that is no table says what it must be, and the next one can be dropped", async ({ page }) => {
  await page.goto(PATH);
  await choose(page, { ...table(0), name: "houses.xlsx", buffer: Buffer.from("PK\u0003\u0004") });
  await expect(
    page.getByText("The file must be CSV and not a spreadsheet or an archive; save it as CSV."),
  ).toBeVisible();
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "houses.csv"));
    return transfer;
  }, table(3).buffer.toString());
  await page.locator("label", { hasText: "or drop it here" }).dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByText("All 7 columns were found.")).toBeVisible();
});

test("the template is estimated as it is", async ({ page }) => {
  await page.goto("/models/house-price");
  await page.getByRole("link", { name: "From a CSV file" }).click();
  const [template] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download a template" }).click(),
  ]);
  expect(template.suggestedFilename()).toBe("house-price.csv");
  await choose(page, { ...table(0), buffer: await readFile(await template.path()) });
  await estimateAll(page);
  await expect(heading(page, "All 2 rows have an estimate.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("there is a template and the command that does the same", async ({ page }) => {
    await page.goto(PATH);
    await expect(page.locator("input[type=file]")).toBeHidden();
    await expect(page.getByText("Without JavaScript, send a file with the command below")).toBeVisible();
    await expect(page.getByRole("link", { name: "Download a template" })).toHaveAttribute("href", /^data:text\/csv/);
    await expect(page.getByRole("group", { name: "curl" })).toContainText("--upload-file house-price.csv");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`each step is accessible and as wide as the screen, ${colorScheme}`, async ({ page, isMobile }) => {
    await page.emulateMedia({ colorScheme });
    if (isMobile && colorScheme === "light") await page.setViewportSize({ width: 320, height: 640 });
    const check = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await widthToSpare(page)).toBeGreaterThanOrEqual(0);
    };
    await page.goto(PATH);
    await choose(page, table(20, ["surface", ...INPUTS.slice(1)]));
    await expect(page.getByText("We couldn’t match: lot area.")).toBeVisible();
    await check();
    await choose(page, table(200));
    await expect(page.getByText(/^Row \d+ has no estimate\.$/)).toBeVisible();
    await check();

    const { arrival } = await holdSlice(page, 0);
    await estimateAll(page);
    await arrival;
    await expect(heading(page, "Estimating all rows")).toBeVisible();
    await check();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(heading(page, "Stopped")).toBeVisible();
    await check();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(heading(page, "197 of 200 rows have an estimate.")).toBeVisible();
    await check();
  });
}
