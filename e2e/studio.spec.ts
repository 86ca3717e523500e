import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violations } from "./axe";
import { expect, test, type Page } from "./browser";
import { flats } from "./flats";
import { startServer } from "./own-server";

/** From a table to a published model, in the browser alone. */

test.describe.configure({ mode: "default" });

const PASSWORD = "correct horse battery";
const settings = { ADMIN_PASSWORD: PASSWORD, RATE_LIMIT: "0", LOG_LEVEL: "warn" };

let directory: string, address: string;
let own: ReturnType<typeof startServer> | undefined;
test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "glasshouse-studio-"));
  own = startServer({ ...settings, PORT: "0", DATA_DIR: directory });
  address = await own.address;
});
test.afterAll(async () => {
  own?.server.kill("SIGKILL");
  await own?.stopped;
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

async function logIn(page: Page, path = "/studio"): Promise<void> {
  await page.goto(address + path);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(address + path);
}

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const choose = (page: Page, name: string, buffer: Buffer, mimeType = "text/csv") =>
  page.locator("input[type=file]").first().setInputFiles({ name, mimeType, buffer });
const isReady = (page: Page) => expect(page.getByRole("heading", { name: "Ready", exact: true })).toBeVisible();

/** A draft of a table, trained. */
async function makeDraft(page: Page, id: string): Promise<void> {
  await page.goto(`${address}/studio`);
  await choose(page, `${id}.csv`, flats(60));
  await page.getByLabel("What to estimate").selectOption("price");
  await expect(page.getByLabel("Id")).toHaveValue(id);
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(page).toHaveURL(/\/studio\/[\w-]+$/);
  await isReady(page);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save and train" }).click();
  await expect(page.getByText("Not saved yet")).toBeHidden();
  await isReady(page);
}

test("a table becomes a draft, is edited, tried and published, and answers everybody", async ({ page, browser }) => {
  test.slow();
  await logIn(page);
  await makeDraft(page, "flats");
  expect(await violations(page)).toEqual([]);

  // What is typed is checked at its field, and a reload loses nothing.
  await section(page, "The model").getByLabel("Unit", { exact: true }).fill("EUR");
  await section(page, "Derived features").getByRole("button", { name: "Add a derived feature" }).click();
  const derived = section(page, "Derived features");
  await derived.getByLabel("Label").fill("Area per room");
  await derived.getByLabel("Name").fill("per_room");
  await derived.getByLabel("Formula").fill("living_area / room");
  await expect(derived.getByRole("alert")).toContainText("Room is neither an input nor a derived feature");
  await derived.getByLabel("Formula").fill("living_area / rooms");
  await expect(derived.getByRole("status")).toContainText("40");
  await page.reload();
  await expect(section(page, "The model").getByLabel("Unit", { exact: true })).toHaveValue("EUR");
  await expect(derived.getByLabel("Formula")).toHaveValue("living_area / rooms");
  await section(page, "Inputs").getByRole("button", { name: "Change Living area" }).click();
  await section(page, "Inputs").getByLabel("Label").first().fill("Floor area");
  await section(page, "Inputs").getByRole("button", { name: "Move Floor area down" }).click();
  await expect(section(page, "Inputs").getByRole("listitem").first()).toContainText("Rooms");
  await save(page);

  await page.getByRole("link", { name: "Model card of this draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("How accurate is");
  await page.getByRole("link", { name: "Back to the draft" }).click();
  const trial = section(page, "Try it");
  await trial.getByLabel("Floor area", { exact: true }).fill("60");
  await expect(trial).toContainText("€");
  await trial.getByLabel("Floor area", { exact: true }).fill("many");
  await expect(trial).toContainText("Fill in every marked field");

  await section(page, "Publish it").getByLabel("Why this version").fill("the first one");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("is published");
  const visitor = await browser.newPage();
  await visitor.goto(`${address}/models/flats`);
  await visitor.getByLabel("Floor area", { exact: true }).fill("60");
  await visitor.getByRole("button", { name: "Estimate the price" }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText("€");
  await expect(visitor.getByRole("main")).toContainText("Area per room");
  await visitor.close();
});

test("two changes of one draft are laid side by side, and become one", async ({ page, browser }) => {
  await logIn(page);
  await makeDraft(page, "shared");
  const url = page.url();
  const other = await (await browser.newContext()).newPage();
  await logIn(other, new URL(url).pathname);
  await isReady(other);
  await section(other, "The model").getByLabel("Title").fill("Theirs");
  await section(other, "The model").getByLabel("Unit", { exact: true }).fill("EUR");
  await save(other);

  await section(page, "The model").getByLabel("Title").fill("Mine");
  await section(page, "The model").getByLabel("Summary").fill("A summary of mine.");
  await page.getByRole("button", { name: "Save and train" }).click();
  const conflict = section(page, "Somebody else has changed this draft");
  await expect(conflict).toContainText("What it estimates, unit: EUR");
  await expect(conflict.getByRole("group", { name: "Title" })).toContainText("Theirs");
  await conflict.getByLabel("Take theirs").check();
  await conflict.getByRole("button", { name: "Save both and train" }).click();
  await expect(conflict).toBeHidden();
  await isReady(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Theirs");
  await expect(section(page, "The model").getByLabel("Summary")).toHaveValue("A summary of mine.");
  await other.context().close();
});

test("a change outlives a login that has expired, and a draft is deleted only after a question", async ({ page }) => {
  await logIn(page);
  await makeDraft(page, "expired");
  await page.context().clearCookies();
  await section(page, "The model").getByLabel("Title").fill("Typed before");
  await page.getByRole("button", { name: "Save and train" }).click();
  await expect(page.getByText("Your login has expired").first()).toBeVisible();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Log in again in a new tab" }).first().click();
  const tab = await opened;
  await tab.getByLabel("Password").fill(PASSWORD);
  await tab.getByRole("button", { name: "Log in" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Studio");
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Typed before");

  await page.getByRole("button", { name: "Delete this draft" }).click();
  await page.getByRole("button", { name: "Delete the draft" }).click();
  await expect(page).toHaveURL(`${address}/studio`);
  await expect(section(page, "Drafts")).not.toContainText("expired.csv");
});

test("a model file that would run something is refused in words", async ({ page }) => {
  await logIn(page);
  // A pickle that calls os.system where it is run.
  const hostile = Buffer.from("cos\nsystem\n(S'true'\ntR.", "latin1");
  await choose(page, "model.pkl", hostile, "application/octet-stream");
  await page.getByLabel("What it estimates").fill("price (USD)");
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(page.getByText(/os\.system/)).toBeVisible();
});

test("a name that a folder has is refused in words, and another one is taken", async ({ page }) => {
  await logIn(page);
  await makeDraft(page, "house-price");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("A folder in MODEL_DIR has this name")).toBeVisible();
  await page.getByLabel("Another id").fill("house-price-2");
  await page.getByRole("button", { name: "Use it" }).click();
  await isReady(page);
  await expect(page.getByText("A folder in MODEL_DIR has this name")).toBeHidden();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("link", { name: "Its page" })).toHaveAttribute("href", "/models/house-price-2");
});
