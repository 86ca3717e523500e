import { contrastViolations, violations } from "./axe";
import { type Page, expect, test } from "./browser";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const TOO_FAR = "area=500&bedrooms=10&bathrooms=1&stories=1&guest_rooms=no&basement=no&parking=0";
const PAGES = [
  ["/models/house-price", "Estimate"],
  [`/models/house-price/estimate?${HOUSE}`, "Estimate"],
  [`/models/house-price/estimate?${TOO_FAR}`, "Estimate"],
  ["/models/house-price/estimate?area=abc", "Estimate"],
  ["/models/house-price/card", "Accuracy"],
  ["/models/house-price/batch", "From a CSV file"],
  ["/models/house-price/api", "API"],
] as const;

const ofModel = (page: Page) => page.getByRole("navigation", { name: "House price", exact: true });
const ofOwner = (page: Page) => page.getByRole("navigation", { name: "Owner", exact: true });
const main = (page: Page) => page.getByRole("navigation", { name: "Main", exact: true });
const more = (page: Page) => page.getByRole("navigation", { name: "More", exact: true });
const widthToSpare = (page: Page) => page.evaluate(() => window.innerWidth - document.documentElement.scrollWidth);

async function logIn(page: Page) {
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(ofOwner(page)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("every page of a model leads to the others and marks its own entry", async ({ page }) => {
      test.slow();
      for (const [path, text] of PAGES) {
        await page.goto(path);
        const links = ofModel(page).getByRole("link");
        await expect(links).toHaveText(["Estimate", "Accuracy", "From a CSV file", "API"]);
        await expect(ofModel(page).locator("[aria-current=page]"), path).toHaveText(text);
      }
    });

    test("the marked entry follows from page to page, and what was entered goes along to the form", async ({
      page,
    }) => {
      await page.goto(`/models/house-price/estimate?${HOUSE}`);
      await ofModel(page).getByRole("link", { name: "Estimate" }).click();
      await expect(page).toHaveURL(`/models/house-price?${HOUSE}`);
      await expect(page.getByRole("textbox", { name: "Lot area" })).toHaveValue("6000");
      await ofModel(page).getByRole("link", { name: "API" }).click();
      await expect(page).toHaveURL(`/models/house-price/api?${HOUSE}`);
      await expect(ofModel(page).locator("[aria-current]")).toHaveText("API");
      await ofModel(page).getByRole("link", { name: "Accuracy" }).click();
      await expect(page).toHaveURL("/models/house-price/card");
      await expect(ofModel(page).locator("[aria-current]")).toHaveText("Accuracy");
    });

    test("API leads to samples, and they and the reference to each other", async ({ page }) => {
      await page.goto("/");
      await expect(main(page).locator("[aria-current=page]")).toHaveText("Models");
      await main(page).getByRole("link", { name: "API" }).click();
      await expect(page).toHaveURL("/models/house-price-hedonic/api");
      await expect(main(page).locator("[aria-current]")).toHaveText("API");
      await more(page).getByRole("link", { name: "API reference" }).click();
      await expect(page).toHaveURL("/docs");
      await expect(main(page).locator("[aria-current]")).toHaveText("API");
      const samples = page.getByRole("main").locator('a[href$="/models/house-price-hedonic/api"]');
      await expect(samples.first()).toBeVisible();
    });

    test("the owner's menu is there once the owner is logged in, on every page, and logs out", async ({ page }) => {
      await page.goto("/");
      await expect(ofOwner(page)).toHaveCount(0);
      await more(page).getByRole("link", { name: "Owner login" }).click();
      await logIn(page);
      await expect(page).toHaveURL("/monitoring");
      await expect(ofOwner(page).locator("[aria-current=page]")).toHaveText("Monitoring");
      await expect(more(page).getByRole("link", { name: "Owner login" })).toHaveCount(0);
      for (const [name, path] of Object.entries({ Studio: "/studio", Pipeline: "/pipeline", Keys: "/admin/keys" })) {
        await ofOwner(page).getByRole("link", { name }).click();
        await expect(page).toHaveURL(path);
        await expect(ofOwner(page).locator("[aria-current=page]")).toHaveText(name);
      }
      await page.goto("/models/house-price/card");
      await ofOwner(page).getByRole("button", { name: "Log out" }).click();
      await expect(page.getByLabel("Password")).toBeVisible();
      await page.goto("/models/house-price/card");
      await expect(ofOwner(page)).toHaveCount(0);
    });
  });
}

test("monitoring says to others whom it is for, leads on, and comes back after the login", async ({ page }) => {
  await page.goto("/monitoring/house-price");
  await expect(ofModel(page).getByRole("link", { name: "Monitoring" })).toHaveCount(0);
  await expect(page.getByText("This page is for the owner of this server.")).toBeVisible();
  await expect(page.getByRole("link", { name: "see all models" })).toBeVisible();
  await logIn(page);
  await expect(page).toHaveURL("/monitoring/house-price");
  await page.goto("/models/house-price");
  await ofModel(page).getByRole("link", { name: "Monitoring" }).click();
  await expect(ofModel(page).locator("[aria-current=page]")).toHaveText("Monitoring");
});

test("the owner's menu breaks no rule of accessibility, in light and in dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/monitoring/house-price");
  await logIn(page);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await contrastViolations(page)).toEqual([]);
});

for (const width of [320, 390]) {
  test(`the navigation takes little of a screen ${width} pixels wide, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const [path] of PAGES) {
      await page.goto(path);
      const { y, height } = (await ofModel(page).boundingBox())!;
      expect(y + height, path).toBeLessThanOrEqual(100);
      expect(await widthToSpare(page), path).toBeGreaterThanOrEqual(0);
    }
    await page.goto("/monitoring/house-price");
    await logIn(page);
    expect(await widthToSpare(page)).toBeGreaterThanOrEqual(0);
  });
}

test("a printed page has no navigation", async ({ page }) => {
  await page.goto("/monitoring/house-price");
  await logIn(page);
  await page.goto(`/models/house-price/estimate?${HOUSE}`);
  await page.emulateMedia({ media: "print" });
  for (const navigation of [main, ofOwner, ofModel, more]) {
    await expect(page.locator("nav").first()).toBeAttached();
    await expect(navigation(page)).toHaveCount(0);
  }
});
