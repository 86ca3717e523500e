import { rm } from "node:fs/promises";
import { filesOf, makeModelDir } from "../lib/testing/model-dir";
import { expect, test, type Page } from "./browser";
import { startServer } from "./own-server";

/** What a reader with German pages types: a comma before decimals, points between thousands. */

const OTHERS = "bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const EITHER = "Berufserfahrung: Bitte 1250 oder 1,25 eingeben; „1.250“ kann beides sein.";

const field = (page: Page, label: string) => page.getByRole("textbox", { name: label });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const submit = (page: Page) => page.getByRole("button", { name: / schätzen$/ }).click();

/** A server whose model of salaries takes 1.25 years of experience and 1,250. */
let directory: string, address: string;
let own: ReturnType<typeof startServer>;
test.beforeAll(async () => {
  const { spec, bundle } = await filesOf("salary");
  const inputs = spec.inputs.map((input) => (input.name === "experience" ? { ...input, max: 5000 } : input));
  directory = await makeModelDir({ spec: { ...spec, inputs }, bundle });
  own = startServer({ PORT: "0", MODEL_DIR: directory, DATA_DIR: `${directory}/data`, RATE_LIMIT: "0" });
  address = await own.address;
});
test.afterAll(async () => {
  own?.server.kill("SIGKILL");
  await own?.stopped;
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

test.use({ locale: "de-DE" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a German form shows and reads decimal commas, and its result has the address of every language", async ({
      page,
    }) => {
      await page.goto(`/models/house-price?area=6000.5&${OTHERS}`);
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await expect(heading(page)).toHaveText("Hauspreis");
      await expect(field(page, "Grundstücksfläche")).toHaveValue("6000,5");
      await submit(page);
      await expect(page).toHaveURL(/\/models\/house-price\/estimate\?area=6000\.5&/);
      expect(page.url()).not.toContain("typed");

      await page.goto(`/models/house-price?area=5000&${OTHERS}`);
      // Within the bounds it can only be one of the two numbers.
      await field(page, "Grundstücksfläche").fill("6.000");
      await submit(page);
      await expect(page).toHaveURL(/\/models\/house-price\/estimate\?area=6000&/);
      expect(page.url()).not.toContain("typed");
      await expect(heading(page)).toContainText("90.200");
    });

    test("a number that can be two is asked for, with the address left as it was typed", async ({ page }) => {
      await page.goto(`${address}/models/salary`);
      await field(page, "Berufserfahrung").fill("1.250");
      await submit(page);
      await expect(page.getByRole("group", { name: "Bitte prüfen Sie 1 Angabe" })).toBeVisible();
      await expect(page.getByRole("link", { name: EITHER })).toBeVisible();
      await expect(page).toHaveTitle(/^Fehler: /);
      await expect(field(page, "Berufserfahrung")).toHaveValue("1.250");
      await field(page, "Berufserfahrung").fill("1,25");
      await submit(page);
      await expect(page).toHaveURL(/\/models\/salary\/estimate\?experience=1\.25&/);
      expect(page.url()).not.toContain("typed");
      await expect(page.getByRole("main")).toContainText("1,25 Jahre");
    });
  });
}

test("the estimate beside a German form follows what is typed", async ({ page }) => {
  await page.goto(address);
  const live = page.getByRole("main").getByRole("status").first();
  const asked = page.waitForRequest((request) => request.url().endsWith("/api/models/salary/predict"));
  await field(page, "Berufserfahrung").fill("2,5");
  expect((await asked).postDataJSON()).toMatchObject({ experience: 2.5 });
  await field(page, "Berufserfahrung").fill("1.250");
  await expect(live).toHaveText(EITHER);
});

test("an address means the same to readers of both languages", async ({ page, browser, baseURL }) => {
  const english = await browser.newPage({ baseURL, locale: "en-US" });
  for (const area of ["6000.500", "6,000"]) {
    const path = `/models/house-price/estimate?area=${area}&${OTHERS}`;
    await page.goto(path);
    await english.goto(path);
    expect(new URL(page.url()).search).toBe(new URL(english.url()).search);
    await expect(heading(page)).toContainText("90.200");
    await expect(heading(english)).toContainText("90,200");
  }
  await english.close();
});
