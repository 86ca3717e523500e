import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../lib/testing/command";
import { usedCars } from "../lib/testing/tables/used-cars";
import { expect, test, type Page } from "./browser";
import { startServer } from "./own-server";

/** From a CSV on the command line to an answered form: nobody writes a description. */

test.describe.configure({ mode: "serial" });
// The table is read, trained on and served first.
test.slow();

let directory: string, address: string;
let own: ReturnType<typeof startServer> | undefined;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  directory = await mkdtemp(join(tmpdir(), "glasshouse-publish-"));
  const [table, models] = [join(directory, "used-cars.csv"), join(directory, "models")];
  await writeFile(table, usedCars(600));
  const { status, stderr } = runCommand(["new", table, "--target", "Selling Price"], { MODEL_DIR: models });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  own = startServer({ PORT: "0", MODEL_DIR: models, DATA_DIR: join(directory, "data"), RATE_LIMIT: "0" });
  address = await own.address;
});
test.afterAll(async () => {
  own?.server.kill("SIGKILL");
  await own?.stopped;
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

/** Fill in a car of which the fuel is not listed, the name is typed in small letters, and the mileage is not known. */
async function answer(page: Page) {
  await page.goto(`${address}/models/used-cars`);
  await page.getByRole("combobox", { name: "Name" }).fill("honda 0");
  await page.getByLabel("Year", { exact: true }).fill("2010");
  await page.getByLabel("Km driven").fill("60,000");
  await page.getByLabel("Mileage").fill("");
  await page.getByRole("combobox", { name: "Fuel" }).fill("Hydrogen");
  await page.getByLabel("Seller type").selectOption("Dealer");
  await page.getByLabel("Transmission").selectOption("Manual");
  await page.getByLabel("Owner").selectOption("First Owner");
  await page.getByLabel("Engine").fill("1248 CC");
  await page.getByLabel("Max power").fill("78");
  await page.getByLabel("Seats", { exact: true }).fill("5");
}

/** What the result says of those answers. */
async function expectAnswer(page: Page) {
  await page.getByRole("button", { name: "Estimate the selling price" }).click();
  await expect(page).toHaveURL(/\/models\/used-cars\/estimate\?.*fuel=Hydrogen/);
  const result = page.getByRole("main");
  await expect(result).toContainText("Fuel: the model does not know this value");
  await expect(result).toContainText(/Mileage\s*not given \(taken as \d+(\.\d+)? kmpl\)/);
  await expect(result).toContainText("Honda 0");
  await expect(result).toContainText("1,248 CC");
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

test("a table becomes a form that takes a level typed, one that is not listed, and a blank", async ({ page }) => {
  await answer(page);
  await expectAnswer(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same form gives the same answer", async ({ page }) => {
    await answer(page);
    await expectAnswer(page);
  });
});

test("the table goes back in as a batch, and every row is estimated, those with empty cells too", async ({
  request,
}) => {
  const data = usedCars(600);
  const answered = await request.post(`${address}/api/models/used-cars/predict/batch`, {
    headers: { "content-type": "text/csv" },
    data,
  });
  const [header, ...rows] = (await answered.text()).trim().split("\n");
  expect(header).toMatch(/,estimate,low,high,within_10,warnings,error$/);
  expect(rows).toHaveLength(600);
  // Nothing stands in the column of errors.
  expect(rows.filter((row) => !row.endsWith(","))).toEqual([]);
});
