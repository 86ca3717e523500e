import { expect, test, type Page } from "./browser";
import { violations } from "./axe";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const house = (area: number) => `/models/house-price/estimate?${HOUSE.replace("6000", String(area))}`;
const salary = "/models/salary/estimate?experience=2&test_score=9&interview_score=6";
const KEY = "glasshouse-saved";

const main = (page: Page) => page.getByRole("main");
const list = (page: Page, model: string) => main(page).getByRole("region", { name: model, exact: true });
const entries = (page: Page, model: string) => list(page, model).locator("ul > li");
const notice = (page: Page) => main(page).getByRole("status");

async function save(page: Page, path: string) {
  await page.goto(path);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved on this device.")).toBeVisible();
}

test("an estimate that is saved is in the list, after a reload too, and leads back to its page", async ({ page }) => {
  await save(page, house(6000));
  // The link takes the place of the button, and its focus.
  const link = main(page).getByRole("link", { name: "Saved estimates" });
  await expect(link).toBeFocused();
  await page.reload();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeHidden();
  await link.click();
  await expect(page).toHaveURL(/\/saved$/);
  await page.reload();
  const entry = entries(page, "House price");
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText("$90,200");
  await expect(entry).toContainText("80% range: $61,900 to $118,600");
  await expect(entry).toContainText("Lot area: 6,000 sq ft");
  await entry.getByRole("link", { name: "$90,200" }).click();
  await expect(page).toHaveURL(new RegExp(`/models/house-price/estimate\\?${HOUSE}$`));
});

test("estimates of one model stand side by side, with the answers marked that differ", async ({ page }) => {
  for (const path of [house(6000), house(4000), salary]) await save(page, path);
  await page.goto("/saved");
  await expect(main(page).getByRole("heading", { level: 2 })).toHaveText(["Salary", "House price"]);
  await expect(list(page, "Salary").getByRole("checkbox")).toHaveCount(0);
  const compare = list(page, "House price").getByRole("button", { name: "Compare" });
  await compare.click();
  await expect(list(page, "House price")).toContainText("Select 2 or more estimates first.");
  for (const box of await list(page, "House price").getByRole("checkbox").all()) await box.check();
  await expect(list(page, "House price").getByRole("table")).toHaveCount(0);
  await compare.click();
  await expect(list(page, "House price").getByRole("heading", { name: "Comparison" })).toBeFocused();
  const table = list(page, "House price").getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveCount(3);
  const marked = table.getByRole("rowheader").filter({ hasText: "differs" });
  await expect(marked).toHaveText([/^Lot area/]);
  await expect(table.getByRole("row", { name: /^Lot area/ })).toContainText("6,000 sq ft");
  await expect(table.getByRole("row", { name: /^Range/ })).toContainText("$61,900 to $118,600 (80%)");
  expect(await violations(page)).toEqual([]);
});

test("deleting one or all can be undone", async ({ page }) => {
  for (const path of [house(6000), house(4000), salary]) await save(page, path);
  await page.goto("/saved");
  await page.getByRole("button", { name: "Delete $90,200" }).click();
  await expect(entries(page, "House price")).toHaveCount(1);
  await expect(notice(page)).toContainText("Deleted: 1 estimate.");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entries(page, "House price")).toHaveCount(2);
  await page.getByRole("button", { name: "Delete all" }).click();
  await expect(page.getByText("You have not saved any estimate yet.")).toBeVisible();
  await expect(notice(page)).toContainText("Deleted: 3 estimates.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entries(page, "House price")).toHaveCount(2);
  await page.getByRole("button", { name: "Delete all" }).click();
  await page.reload();
  await expect(page.getByText("You have not saved any estimate yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Choose a model" })).toHaveAttribute("href", "/#all-models");
});

test("a change in one tab is seen in another", async ({ page, context }) => {
  await save(page, house(6000));
  const other = await context.newPage();
  await other.goto("/saved");
  await expect(entries(other, "House price")).toHaveCount(1);
  await save(page, house(4000));
  await expect(entries(other, "House price")).toHaveCount(2);
  await other.getByRole("button", { name: "Delete all" }).click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
});

test("it says that a model has changed since, and that one is gone", async ({ page }) => {
  await save(page, house(6000));
  await page.evaluate((key) => {
    const stored = JSON.parse(localStorage.getItem(key)!);
    const [first] = stored.estimates;
    stored.estimates = [
      { ...first, version: "000000000000" },
      { ...first, model: "rent", title: "Rent" },
      { estimate: "none" },
    ];
    localStorage.setItem(key, JSON.stringify(stored));
  }, KEY);
  await page.goto("/saved");
  await expect(entries(page, "House price")).toContainText("The model has changed since.");
  await expect(list(page, "Rent")).toContainText("This model is no longer on this site.");
  await expect(page.getByText("1 entry cannot be read and will go with the next change.")).toBeVisible();
  await entries(page, "House price").getByRole("link", { name: "Estimate again" }).click();
  await expect(page).toHaveURL(new RegExp(`/models/house-price/estimate\\?${HOUSE}$`));
});

test("a list that cannot be read can be deleted, and one of a newer version stays", async ({ page }) => {
  await page.goto("/saved");
  await page.evaluate((key) => localStorage.setItem(key, '{"schema":9}'), KEY);
  await page.reload();
  await expect(page.getByText("A newer version of this site has saved estimates here.")).toBeVisible();
  await page.evaluate((key) => localStorage.setItem(key, "{broken"), KEY);
  await page.goto(house(6000));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The saved estimates on this device cannot be read.")).toBeVisible();
  await page.goto("/saved");
  await page.getByRole("button", { name: "Delete them and start again" }).click();
  await expect(page.getByText("You have not saved any estimate yet.")).toBeVisible();
});

test("it says where the storage of the browser is full, and where there is none", async ({ page }) => {
  await page.goto(house(6000));
  await page.evaluate(() => {
    localStorage.clear();
    let size = 2 ** 22;
    for (let index = 0; size > 8; index++) {
      try {
        localStorage.setItem(`other-${index}`, "x".repeat(size));
      } catch {
        size = size >> 1;
      }
    }
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The storage of this browser is full.")).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  );
  await page.goto(house(6000));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("This browser does not let this site store anything.")).toBeVisible();
  await page.goto("/saved");
  await expect(page.getByText("This browser does not let this site store anything.")).toBeVisible();
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("an estimate is saved, listed and deleted", async ({ page }) => {
    await page.goto(house(6000));
    await page.getByRole("button", { name: "Merken", exact: true }).click();
    await expect(page.getByText("Auf diesem Gerät gemerkt.")).toBeVisible();
    await main(page).getByRole("link", { name: "Gemerkte Schätzungen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gemerkte Schätzungen");
    const entry = main(page).locator("ul > li");
    await expect(entry).toContainText(/90\.200/);
    await expect(entry).toContainText(/Bereich \(80\s%\): 61\.900/);
    await entry.getByRole("button", { name: "löschen" }).click();
    await expect(notice(page)).toContainText("Gelöscht: 1 Schätzung.");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says that it needs it, and a result offers nothing to save", async ({ page }) => {
    await page.goto("/saved");
    await expect(page.getByText("This page needs JavaScript")).toBeVisible();
    await page.goto(house(6000));
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeHidden();
  });
});
