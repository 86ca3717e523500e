import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { contrastViolations, violations } from "./axe";
import { expect, test, type Page } from "./browser";
import { startServer } from "./own-server";

/** From the file of a fitted model to an answered form, in the browser alone. */

const FIXTURES = join(import.meta.dirname, "../lib/import/fixtures");
const NAMES = ["Age (years)", "Km driven", "Power (hp)"];
const ROW = { Age: 5, "Km driven": 60, Power: 120 };

const field = (page: Page) => page.locator("input[type=file]").first();
const choose = (page: Page, ...names: string[]) => field(page).setInputFiles(names.map((name) => join(FIXTURES, name)));
const section = (page: Page, name: string) => page.getByRole("region", { name });
const download = (page: Page) => page.getByRole("link", { name: "Download the model" });

/** Everything is loaded: no file needs the network from here on. */
async function open(page: Page) {
  await page.goto("/import", { waitUntil: "networkidle" });
  await page.mouse.move(100, 100);
  await page.mouse.move(200, 200);
  await expect(page.getByText("you can switch the network off, and the page still works")).toBeVisible();
}

async function nameAll(page: Page) {
  await page.getByLabel("What it estimates").fill("Price (USD)");
  for (const [index, name] of NAMES.entries()) await page.locator(`#import-name-${index + 1}`).fill(name);
}

async function tryRow(page: Page) {
  const form = section(page, "Try it");
  for (const [label, value] of Object.entries(ROW)) {
    await form.getByRole("textbox", { name: label, exact: true }).fill(String(value));
  }
  await form.getByRole("button", { name: "Estimate the price" }).click();
  await expect(form.getByText("We estimate")).toBeVisible();
}

async function compare(page: Page, printed: string) {
  await page.getByLabel("What your notebook printed").fill(printed);
  await page.getByRole("button", { name: "Compare" }).click();
}

/** What scikit-learn answered for rows of a fixture; see make.py. */
async function answersOf(name: string) {
  const models = JSON.parse(await readFile(join(FIXTURES, "models.json"), "utf8")) as Record<
    string,
    { rows: number[][]; answers: number[] }
  >;
  return models[name]!;
}

test.describe("whatever the screen", () => {
  test.skip(({ isMobile }) => isMobile, "a phone does the same");

  test("a file of three unnamed features becomes a form, an API and a receipt, and nothing is sent while it is read", async ({
    page,
    request,
  }) => {
    test.slow();
    await open(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    await page.context().setOffline(true);
    await choose(page, "no-names.pkl");
    await expect(page.getByText("This file was not run and has not left your computer.")).toBeVisible();
    const what = section(page, "What it is");
    await expect(what).toContainText("LinearRegression of scikit-learn 1.9.1.");
    await expect(what.getByRole("row", { name: "Input 2" })).toContainText("−0.030840108934231697");
    await expect(section(page, "Publish it").getByRole("listitem")).toHaveText([
      "Name what the model estimates.",
      "Give the model an id.",
      "Name input 1.",
      "Name input 2.",
      "Name input 3.",
    ]);

    await nameAll(page);
    await expect(page.getByLabel("Id", { exact: true })).toHaveValue("price");
    await page.getByLabel("Id", { exact: true }).fill("cars");
    await expect(what.getByRole("row", { name: "Km driven" })).toBeVisible();
    await tryRow(page);
    await expect(section(page, "Try it")).toContainText("$15.90");
    await expect(section(page, "Try it")).toContainText(
      "There is no range: no rows with known outcomes came with this model, so how far off its estimates are is not known. The estimate is rounded to 3 significant digits.",
    );

    await compare(page, "15.8893");
    await expect(page.getByText("The golden row differs, so the model cannot be published.").first()).toBeVisible();
    await expect(download(page)).toBeHidden();
    await section(page, "Check it").getByRole("button", { name: "Leave out" }).click();
    await compare(page, "15.8892");
    await expect(page.getByText("The golden row agrees in every printed digit.")).toBeVisible();

    const { rows, answers } = await answersOf("no-names.pkl");
    const lines = rows.map((row, index) => [...row, answers[index]].join());
    await section(page, "Check it")
      .locator("input[type=file]")
      .setInputFiles({
        name: "golden.csv",
        mimeType: "text/csv",
        buffer: Buffer.from([[...NAMES, "prediction"].join(), ...lines].join("\n")),
      });
    await expect(page.getByText(/^All \d+ golden rows agree in every printed digit\.$/)).toBeVisible();
    await expect(section(page, "Publish it")).toContainText(
      `npm run import -- no-names.pkl \\\n  --id cars --target 'Price (USD)' \\\n  --names 'Age (years),Km driven,Power (hp)' \\\n  --golden golden.csv`,
    );
    const [file] = await Promise.all([page.waitForEvent("download"), download(page).click()]);
    expect(file.suggestedFilename()).toBe("cars.zip");
    const zip = unzipSync(new Uint8Array(await readFile(await file.path())));
    expect(sent.filter((url) => !url.startsWith("blob:"))).toEqual([]);
    await page.context().setOffline(false);

    const directory = await mkdtemp(join(tmpdir(), "glasshouse-import-"));
    for (const [name, bytes] of Object.entries(zip).filter(([name]) => !name.endsWith("/"))) {
      await mkdir(dirname(join(directory, "models", name)), { recursive: true });
      await writeFile(join(directory, "models", name), bytes);
    }
    const own = startServer({
      ...{ PORT: "0", RATE_LIMIT: "0", MODEL_DIR: join(directory, "models"), DATA_DIR: join(directory, "data") },
    });
    try {
      const address = await own.address;
      const data = { age_years: 5, km_driven: 60, power_hp: 120 };
      const answer = await request.post(`${address}/api/models/cars/predict`, { data });
      const { estimate, interval, intervalReason, receipt } = await answer.json();
      expect(estimate).toBeCloseTo(15.8892, 4);
      expect([interval, intervalReason.code, typeof receipt]).toEqual([null, "no_evidence", "string"]);
      const outcome = await request.post(`${address}/api/outcomes`, { data: { receipt, actual: 16 } });
      expect(outcome.ok()).toBe(true);

      await page.goto(`${address}/models/cars`);
      for (const [label, value] of Object.entries(ROW)) {
        await page.getByRole("textbox", { name: label, exact: true }).fill(String(value));
      }
      await page.getByRole("button", { name: "Estimate the price" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We estimate$15.90");
      await expect(page.getByText(/There is no range: no rows with known outcomes/).first()).toBeVisible();
    } finally {
      own.server.kill("SIGKILL");
      await own.stopped;
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  test("what a file would call is refused by its name, and the page goes on", async ({ page }) => {
    await open(page);
    // cos\nsystem\n(S'true'\ntR. calls os.system where a pickle is run.
    const hostile = Buffer.from("cos\nsystem\n(S'true'\ntR.", "latin1");
    await field(page).setInputFiles({ name: "model.pkl", mimeType: "application/octet-stream", buffer: hostile });
    await expect(page.getByText(/os\.system/)).toBeVisible();
    await expect(page.getByText("This file was not run and has not left your computer.")).toBeVisible();
    await choose(page, "refused-forest.pkl");
    await expect(page.getByText(/The file contains a RandomForestRegressor.*; fit a linear model/)).toBeVisible();
    await choose(page, "no-names.pkl");
    await expect(section(page, "What it is")).toBeVisible();
  });

  test("files of one model are read together, and what was entered stays when one is added", async ({ page }) => {
    await open(page);
    await choose(page, "files-model.pkl", "files-columns.json");
    await page.getByLabel("What it estimates").fill("Price");
    await page.locator("input[type=file]").nth(1).setInputFiles(join(FIXTURES, "files-scaler.pkl"));
    await expect(section(page, "What it is").getByRole("listitem").first()).toContainText("StandardScaler");
    await expect(page.getByLabel("What it estimates")).toHaveValue("Price");
    await page.getByRole("button", { name: "Leave out files-scaler.pkl" }).click();
    await expect(page.getByText("files-scaler.pkl")).toBeHidden();
    await expect(section(page, "What it is")).not.toContainText("StandardScaler");
  });

  test("a list of names that is pasted goes into one field after the other", async ({ page }) => {
    await open(page);
    await choose(page, "no-names.pkl");
    const first = page.locator("#import-name-1");
    await first.evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "['age', 'km', 'power']");
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(first).toHaveValue("age");
    await expect(page.locator("#import-name-3")).toHaveValue("power");
  });

  test("a model of categories has the form that it is published with", async ({ page }) => {
    await open(page);
    await choose(page, "used-cars.pkl");
    const form = section(page, "Try it");
    await form.getByRole("textbox", { name: "Age" }).fill("4");
    await form.getByRole("combobox", { name: "Fuel" }).fill("hydrogen");
    await form.getByRole("button", { name: "Estimate the target" }).click();
    await expect(form.getByText("Km driven (102.432), power (150.316) and seats")).toBeVisible();
    await form.getByRole("textbox", { name: "Age" }).fill("old");
    await expect(form.getByText("Enter the age").first()).toBeVisible();
    await expect(form.getByText("We estimate")).toBeHidden();
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("the page says what to do instead", async ({ page }) => {
      await page.goto("/import");
      await expect(page.getByText("A script in your browser reads the file")).toBeVisible();
      await expect(page.getByText("npm run import -- model.pkl")).toBeVisible();
      await expect(page.getByText("or drop it here")).toBeHidden();
    });
  });
});

test("a model that was read breaks no rule of accessibility, in light and in dark, and fits its screen", async ({
  page,
  isMobile,
}) => {
  test.slow();
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  await choose(page, "no-names.pkl");
  await nameAll(page);
  await section(page, "Try it").getByRole("button", { name: "Estimate the price" }).click();
  await expect(page.getByRole("heading", { name: "There are 3 problems" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await tryRow(page);
  await compare(page, "15");
  await expect(page.getByText("The golden row differs, so the model cannot be published.").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await contrastViolations(page)).toEqual([]);
  await section(page, "Check it").getByRole("button", { name: "Leave out" }).click();
  await expect(download(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await choose(page, "used-cars.pkl");
  await expect(section(page, "What it is")).toContainText("Ridge");
  await page.getByText("The other 24 coefficients").click();
  const spare = await page.evaluate(() => window.innerWidth - document.documentElement.scrollWidth);
  expect(spare).toBeGreaterThanOrEqual(0);
  if (!isMobile) return;
  const targets = page.locator("main :is(button, a, input[type=text], label:has(input), summary)");
  const small = await targets.evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { height } = element.getBoundingClientRect();
      return height === 0 || height >= 44 || element.closest("p, label:not(:has(input))") ? [] : [element.outerHTML];
    }),
  );
  expect(small).toEqual([]);
});
