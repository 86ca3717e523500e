import { expect, test } from "./browser";
import { contrastViolations, violations } from "./axe";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const PAGES = {
  "the list of models": "/",
  "a form": "/models/house-price",
  "a form that is filled in": `/models/house-price?${HOUSE}`,
  "a form with mistakes": "/models/house-price/estimate?area=abc&bedrooms=20&stories=2&guest_rooms=maybe",
  "an estimate": `/models/house-price/estimate?${HOUSE}`,
  "an estimate with warnings": `/models/house-price/estimate?${HOUSE.replace("6000", "20000")}`,
  "a refusal":
    "/models/house-price/estimate?area=500&bedrooms=10&bathrooms=1&stories=1&guest_rooms=no&basement=no&parking=0",
  "a model card": "/models/house-price/card",
  "a model card of a log target": "/models/house-price-hedonic/card",
  "a model card of too few rows": "/models/salary/card",
  "the documentation of the API": "/docs",
  "the calls of a model": "/models/house-price/api",
  "the calls of a model for an address at fault": "/models/house-price/api?area=abc",
  "a whole table": "/models/house-price/batch",
  "the reader of fitted models": "/import",
  "a comparison": "/compare",
  "a comparison with mistakes": "/compare?area=abc",
  "the pipeline as anybody sees it": "/pipeline",
  "the way in for the owner": "/monitoring",
  "the saved estimates": "/saved",
  "a page that is not there": "/models/nothing",
};

/** The pages that are laid out anew for a phone; of the others a desktop shows what rules there are to break. */
const OWN_ON_PHONES = ["a form", "an estimate", "a model card", "the documentation of the API", "a whole table"].concat(
  "a comparison",
  "the list of models",
);

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} breaks no rule of accessibility, in light and in dark`, async ({ page, isMobile }) => {
    test.skip(isMobile && !OWN_ON_PHONES.includes(name), "it is the same on a desktop");
    // Axe takes its time for a long page, twice.
    test.slow();
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    // The colours of a phone are those of a desktop.
    if (isMobile) return;
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await contrastViolations(page)).toEqual([]);
  });
}

for (const name of ["an estimate", "a model card", "the documentation of the API"] as const) {
  test(`${name} breaks no rule of accessibility with every part unfolded`, async ({ page }) => {
    test.slow();
    await page.goto(PAGES[name]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    expect(await violations(page)).toEqual([]);
  });
}

test("the focus stays where a person is after each action on a result", async ({ page }) => {
  await page.goto(PAGES["an estimate"]);
  const focused = page.locator(":focus");
  await page.getByRole("link", { name: "95%" }).click();
  await expect(page).toHaveURL(/level=0\.95$/);
  await expect(focused).toHaveText("95%");
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(focused).toHaveText("Copy the link");
  await page.getByRole("slider", { name: "Garage places, slider" }).fill("2");
  await expect(focused).toHaveAccessibleName("Garage places, slider");
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(focused).toContainText("Change an answer to see the estimate move.");
  await page.getByRole("heading", { name: "How sure is it?" }).click();
  await expect(focused).toHaveText("How sure is it?");
});

test("the skip link leads past the navigation of the site, and past that of a model", async ({ page }) => {
  for (const [path, name] of [
    ["/models/salary", "Salary"],
    ["/models/salary/card", "Salary"],
  ] as const) {
    await page.goto(path);
    // The script of the page does it, which may not run yet.
    await expect(async () => {
      await page.getByRole("link", { name: "Skip to the content" }).focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("group", { name, exact: true })).toBeFocused({ timeout: 1_000 });
    }).toPass();
  }
  await page.goto("/docs");
  await page.getByRole("link", { name: "Skip to the content" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/docs#page-content");
});

test("the keyboard alone goes from the form to the estimate, and its focus is always seen", async ({ page }) => {
  await page.goto("/models/salary");
  await page.getByRole("textbox", { name: "Experience" }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  for (const text of ["9", "6"]) {
    await page.keyboard.press("Tab");
    await page.keyboard.type(text);
  }
  const ring = await page.getByRole("textbox", { name: "Interview score" }).evaluate((input) => {
    return [input, input.parentElement!].some((element) => getComputedStyle(element).outlineStyle === "solid");
  });
  expect(ring).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We estimate$52,100");
});

test("everything that a finger must hit on a phone is at least 44 pixels high", async ({ page, isMobile }) => {
  test.skip(!isMobile, "a mouse hits smaller targets");
  for (const path of [
    PAGES["the list of models"],
    PAGES["a form with mistakes"],
    PAGES["an estimate"],
    PAGES["a model card"],
    PAGES["the documentation of the API"],
    PAGES["the calls of a model"],
    PAGES["a whole table"],
    PAGES["the reader of fitted models"],
    PAGES["a comparison"],
  ]) {
    await page.goto(path);
    const targets = page.locator("main :is(button, a, input[type=text], label:has(input), summary)");
    await expect(targets.first()).toBeVisible();
    const small = await targets.evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { height } = element.getBoundingClientRect();
        // Links inside a sentence are as high as its line.
        return height >= 44 || !element.checkVisibility() || element.closest("p, label:not(:has(input))")
          ? []
          : [element.outerHTML];
      }),
    );
    expect(small, path).toEqual([]);
  }
});
