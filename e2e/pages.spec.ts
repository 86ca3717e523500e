import { type Page, expect, test } from "./browser";

/** The example of the house-price model whose figures brute force gave: 90242.69, 61882.08 to 118603.30, 0.346. */
const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const HOUSE_RANGE = /^8 out of 10 houses like this.* sold for \$61,900 to \$118,600\.$/;
const HOUSE_CHANCE = "There is a 35% chance that the estimate is within 10% of the actual sale price.";
const TOO_FAR = "area=500&bedrooms=10&bathrooms=1&stories=1&guest_rooms=no&basement=no&parking=0";
const WRONG = "area=abc&bedrooms=2.5&bathrooms=20&stories=2&guest_rooms=maybe&basement=&parking=1";

const field = (page: Page, label: string) => page.getByRole("textbox", { name: label });
const choice = (page: Page, label: string, option: string) =>
  page.getByRole("radiogroup", { name: label }).getByText(option, { exact: true });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const submit = (page: Page) => page.getByRole("button", { name: /^Estimate the/ }).click();
const widthToSpare = (page: Page) => page.evaluate(() => window.innerWidth - document.documentElement.scrollWidth);

async function fillInHouse(page: Page) {
  await field(page, "Lot area").fill("6,000");
  await field(page, "Bedrooms").fill("3");
  await field(page, "Full bathrooms").fill("2");
  await field(page, "Stories").fill("2");
  await choice(page, "Guest room", "No").click();
  await choice(page, "Finished basement", "Yes").click();
  await field(page, "Garage places").fill("1");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a house price goes from the list of models to the breakdown", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByText("Half of the estimates are within 15% of the actual sale price.")).toBeVisible();
      await page.getByRole("link", { name: "House price", exact: true }).click();
      await expect(heading(page)).toHaveText("House price");
      await fillInHouse(page);
      await submit(page);

      await expect(page).toHaveURL(/\/models\/house-price\/estimate\?/);
      await expect(heading(page)).toHaveText("We estimate$90,200");
      await expect(page.getByText(HOUSE_RANGE)).toBeVisible();
      await page.getByRole("heading", { name: "How sure is it?" }).click();
      await expect(page.getByText(HOUSE_CHANCE)).toBeVisible();
      await expect(page.getByRole("img", { name: HOUSE_RANGE })).toBeVisible();
      await expect(
        page.getByRole("list", { name: "From the average of $68,100 to the estimate of $90,200" }),
      ).toBeVisible();
      await page.getByText("The steps as a table").click();
      const breakdown = page.getByRole("table", { name: "From the average to the estimate" });
      await expect(breakdown.getByRole("row", { name: /^Full bathrooms 2 / })).toHaveText(/\+\$9,600\$77,700$/);
      await expect(breakdown.getByRole("row", { name: /^Guest room no / })).toHaveText(/−\$1,100\$90,200$/);
      await expect(page.getByRole("region", { name: "Your answers" })).toContainText("Area per bedroom2,000 sq ft");
    });

    test("a salary goes from the form to the breakdown", async ({ page }) => {
      await page.goto("/models/salary");
      await field(page, "Experience").fill("2");
      await field(page, "Test score").fill("9");
      await field(page, "Interview score").fill("6");
      await submit(page);
      await expect(heading(page)).toHaveText("We estimate$52,100");
      await page.getByText("The steps as a table").click();
      const breakdown = page.getByRole("table", { name: "From the average to the estimate" });
      await expect(breakdown.getByRole("row", { name: /^Experience 2 years / })).toHaveText(/−\$7,400\$55,600$/);
    });

    test("each mistake stands beside its field, and what was typed stays", async ({ page }) => {
      await page.goto("/models/house-price");
      await fillInHouse(page);
      await field(page, "Lot area").fill("about 6000");
      await field(page, "Bedrooms").fill("2.5");
      await field(page, "Full bathrooms").fill("20");
      await field(page, "Stories").fill("");
      await submit(page);

      await expect(page.getByRole("heading", { name: "There are 4 problems" })).toBeVisible();
      await expect(field(page, "Lot area")).toHaveValue("about 6000");
      await expect(field(page, "Lot area")).toHaveAccessibleDescription(
        /^Error: Enter the lot area in square feet, 500 to 50,000: "about 6000" is not a number/,
      );
      await expect(field(page, "Bedrooms")).toHaveValue("2.5");
      await expect(field(page, "Bedrooms")).toHaveAccessibleDescription(
        /^Error: Enter the number of bedrooms as a whole number, 1 to 10\./,
      );
      await expect(field(page, "Full bathrooms")).toHaveAccessibleDescription(
        /^Error: Enter the number of full bathrooms, 1 to 8: 20 is too high\./,
      );
      await expect(field(page, "Stories")).toHaveAccessibleDescription(/^Error: Enter the number of stories, 1 to 6\./);
      for (const label of ["Lot area", "Bedrooms", "Full bathrooms", "Stories"]) {
        await expect(field(page, label)).toHaveAttribute("aria-invalid", "true");
      }
      await expect(field(page, "Garage places")).toHaveAttribute("aria-invalid", "false");

      await page.getByRole("link", { name: "Enter the number of stories, 1 to 6." }).click();
      await expect(field(page, "Stories")).toBeFocused();
      await page.keyboard.type("2");
      await field(page, "Lot area").fill("6000");
      await field(page, "Bedrooms").fill("3");
      await field(page, "Full bathrooms").fill("2");
      await submit(page);
      await expect(heading(page)).toHaveText("We estimate$90,200");
    });

    test("an address that cannot be answered shows the form with its mistakes", async ({ page }) => {
      await page.goto(`/models/house-price/estimate?${WRONG}`);
      await expect(heading(page)).toHaveText("House price");
      await expect(field(page, "Lot area")).toHaveValue("abc");
      await expect(page).toHaveTitle("Error: House price · Glasshouse");
      await expect(
        page.getByText('Enter the lot area in square feet, 500 to 50,000: "abc" is not a number.').last(),
      ).toBeVisible();
      const guestRoom = page.getByRole("radiogroup", { name: "Guest room" });
      await expect(guestRoom).toHaveAccessibleDescription(/^Error: Select yes if the house has a guest room\./);
      const basement = page.getByRole("radiogroup", { name: "Finished basement" });
      await expect(basement).toHaveAccessibleDescription(/^Error: Select yes if the house has a finished basement\./);
    });

    test("a shared address gives the same estimate, whatever a tracker appends to it", async ({ page }) => {
      await page.goto(`/models/house-price/estimate?${HOUSE}&utm_source=mail`);
      await expect(heading(page)).toHaveText("We estimate$90,200");
      await expect(page).toHaveTitle("$90,200 · House price · Glasshouse");
    });

    test("a value that is there twice is asked for again", async ({ page }) => {
      await page.goto(`/models/house-price/estimate?${HOUSE}&area=7000`);
      await expect(field(page, "Lot area")).toHaveValue("6000 and 7000");
      await expect(field(page, "Lot area")).toHaveAccessibleDescription(
        /^Error: Enter the lot area in square feet, 500 to 50,000: "6000 and 7000" is not a number/,
      );
    });

    test("the way back leads to the form with everything filled in", async ({ page }) => {
      await page.goto(`/models/house-price/estimate?${HOUSE}`);
      await page.getByRole("link", { name: "Change answers" }).click();
      await expect(field(page, "Lot area")).toHaveValue("6000");
      await expect(field(page, "Garage places")).toHaveValue("1");
      const basement = page.getByRole("radiogroup", { name: "Finished basement" });
      await expect(basement.getByRole("radio", { name: "Yes" })).toBeChecked();
      await expect(page.getByLabel("Area per bedroom")).toHaveText("2,000 sq ft");
    });

    test("a value beyond the training data gives an estimate with a warning", async ({ page }) => {
      await page.goto(`/models/house-price/estimate?${HOUSE.replace("6000", "20000")}`);
      await expect(heading(page)).toContainText("We estimate");
      const warnings = page.getByRole("region", { name: "Take this estimate with care" });
      await expect(warnings).toContainText("Lot area: 20,000 sq ft");
      await expect(warnings).toContainText("16,200 sq ft");
    });

    test("values too far from the training data give a reason and no number", async ({ page }) => {
      await page.goto(`/models/house-price/estimate?${TOO_FAR}`);
      await expect(heading(page)).toHaveText("No estimate for this case");
      await expect(page.getByText("These values are too far from all 546 training rows")).toBeVisible();
      await expect(page.getByRole("row", { name: /^Bedrooms 10 outside 1 to 6/ })).toBeVisible();
      await page.getByRole("link", { name: "Change answers" }).click();
      await expect(field(page, "Bedrooms")).toHaveValue("10");
    });

    test("switching to German keeps the page and its query, and the language stays", async ({ page }) => {
      const address = `/models/house-price/estimate?${HOUSE}&utm_source=mail`;
      await page.goto(address);
      const choice = page.getByRole("form", { name: "Language" });
      await expect(choice.getByRole("button", { name: "English" })).toHaveAttribute("aria-current", "true");
      await choice.getByRole("button", { name: "Deutsch" }).focus();
      await page.keyboard.press("Enter");
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await expect(page).toHaveURL(address);
      await page.reload();
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await expect(page.getByRole("button", { name: "Deutsch" })).toHaveAttribute("aria-current", "true");
      await page.goto("/nothing");
      await expect(heading(page)).toHaveText("Unter dieser Adresse gibt es nichts.");
      await page.getByRole("button", { name: "English" }).click();
      await expect(page).toHaveURL("/nothing");
      await expect(heading(page)).toHaveText("There is nothing at this address.");
    });

    test("an address that leads nowhere says so and leads on", async ({ page }) => {
      const response = await page.goto("/nothing");
      expect(response?.status()).toBe(404);
      await expect(heading(page)).toHaveText("There is nothing at this address.");
      await page.getByRole("link", { name: "See all models" }).click();
      await expect(page).toHaveURL("/#all-models");
      await page.goto("/nothing");
      await page.getByRole("link", { name: "Go to the home page" }).click();
      await expect(page).toHaveURL("/");
    });
  });
}

test("a page is in the language that the browser wants, and says to caches what it goes by", async ({ request }) => {
  for (const [wanted, language] of Object.entries({ "de-AT, en;q=0.5": "de", "fr, en;q=0.5": "en" })) {
    const response = await request.get("/", { headers: { "Accept-Language": wanted } });
    expect(await response.text()).toContain(`<html lang="${language}"`);
    const vary = response.headers().vary!.toLowerCase().split(/,\s*/);
    expect(vary).toEqual(expect.arrayContaining(["accept-language", "cookie", "rsc"]));
  }
  const refused = await request.post("/docs", { headers: { "Accept-Language": "de" }, form: { a: "b" } });
  expect([refused.status(), await refused.text()]).toEqual([405, expect.stringContaining('<html lang="de">')]);
});

test("the choice of a language leads to no other site", async ({ request }) => {
  for (const to of ["//evil.example", "/\\evil.example", "https://evil.example/"]) {
    const response = await request.post("/language", { form: { language: "en", to }, maxRedirects: 0 });
    expect([response.status(), response.headers().location]).toEqual([303, "/"]);
  }
});

test("an unknown model is not found", async ({ page }) => {
  for (const path of ["/models/nothing", `/models/nothing/estimate?${HOUSE}`]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(heading(page)).toHaveText("There is nothing at this address.");
  }
});

test("the features that follow from the answers are calculated while they are typed", async ({ page }) => {
  await page.goto("/models/house-price");
  const [areaPerBedroom, ratio] = [page.getByLabel("Area per bedroom"), page.getByLabel("Bathrooms per bedroom")];
  await expect(areaPerBedroom).toHaveText("1,533 sq ft");
  await field(page, "Lot area").fill("6,000");
  await field(page, "Bedrooms").fill("3");
  await expect(areaPerBedroom).toHaveText("2,000 sq ft");
  await field(page, "Full bathrooms").fill("2");
  await expect(ratio).toHaveText("0.67");
  await field(page, "Bedrooms").fill("four");
  await expect(areaPerBedroom).toHaveCount(0);
});

test("a form begins with typical values, with a script and without", async ({ page, request }) => {
  await page.goto("/models/house-price");
  await expect(page.getByText("Typical values are filled in. Replace them with your own.")).toBeVisible();
  await expect(field(page, "Lot area")).toHaveValue("4600");
  await expect(page.getByRole("radiogroup", { name: "Guest room" }).getByRole("radio", { name: "No" })).toBeChecked();
  await submit(page);
  await expect(heading(page)).toHaveText("We estimate$61,600");
  expect(await (await request.get("/models/house-price")).text()).toMatch(/<input[^>]*id="area"[^>]*value="4600"/);
});

test("a count is stepped by button and by arrow key, from what is typical and within its bounds", async ({ page }) => {
  await page.goto("/models/house-price");
  const bedrooms = field(page, "Bedrooms");
  await bedrooms.fill("");
  await page.getByRole("button", { name: "Increase Bedrooms" }).click();
  await expect(bedrooms).toHaveValue("3");
  await page.getByRole("button", { name: "Increase Bedrooms" }).click();
  await expect(bedrooms).toHaveValue("4");
  await bedrooms.press("ArrowDown");
  await bedrooms.press("ArrowDown");
  await bedrooms.press("ArrowDown");
  await bedrooms.press("ArrowDown");
  await expect(bedrooms).toHaveValue("1");
});

test("a form with mistakes is answered in the browser, which leads to the list of them", async ({ page }) => {
  await page.goto("/models/salary");
  await field(page, "Experience").fill("60");
  await field(page, "Test score").fill("");
  await submit(page);
  await expect(page).toHaveURL(/\/models\/salary$/);
  await expect(page.getByRole("group", { name: "There are 2 problems" })).toBeFocused();
  await expect(page).toHaveTitle("Error: Salary · Glasshouse");
  await expect(page.getByRole("link", { name: "Enter the experience in years, 0 to 50" })).toBeVisible();
  await expect(page.locator("main form").getByRole("alert")).toHaveCount(0);
  await field(page, "Experience").fill("6");
  await expect(field(page, "Experience")).toHaveAttribute("aria-invalid", "false");
  await field(page, "Test score").fill("9");
  await submit(page);
  await expect(heading(page)).toContainText("We estimate");
  await expect(page).not.toHaveTitle(/Error/);
});

/** What libraries say of a value that does not fit. */
const OF_A_LIBRARY = /invalid input|expected|received|unrecognized|too (small|big)|undefined|NaN/i;

test("each way to be wrong has the same words with a script and without", async ({ page, browser, baseURL }) => {
  test.slow();
  const ways = ["", "abc", "-1", "1e9", "NaN"];
  const names = ["area", "bedrooms", "bathrooms", "stories", "parking"];
  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL });
  for (const way of ways) {
    await page.goto("/models/house-price");
    for (const name of names) await page.locator(`#${name}`).fill(way);
    await submit(page);
    const summary = page.getByRole("group", { name: /^There are \d problems$/ });
    await expect(summary).toBeFocused();
    const said = await summary.getByRole("link").allTextContents();
    const query = new URLSearchParams({ ...Object.fromEntries(names.map((name) => [name, way])), guest_rooms: "no" });
    await plain.goto(`/models/house-price/estimate?${query}&basement=no`);
    expect(
      await plain
        .getByRole("group", { name: /problems$/ })
        .getByRole("link")
        .allTextContents(),
    ).toEqual(said);
    for (const sentence of said) {
      expect(sentence).toMatch(/^Enter the /);
      expect(sentence).not.toMatch(OF_A_LIBRARY);
    }
  }
  await plain.close();
});

test("a yes or no that nobody has answered is asked for by its name, with a script too", async ({ page }) => {
  await page.goto("/models/house-price?area=6000&bedrooms=3");
  await submit(page);
  await expect(page.getByRole("group", { name: "There are 5 problems" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Select yes if the house has a guest room." })).toBeVisible();
  await page.getByRole("link", { name: "Select yes if the house has a finished basement." }).click();
  await expect(page.locator("#basement")).toBeFocused();
});

test("the first page is the form of the better model, and its estimate follows what is typed", async ({ page }) => {
  await page.goto("/");
  const live = page.getByRole("main").getByRole("status").first();
  await expect(page.getByText("$55,800")).toBeVisible();
  await expect(live).toHaveText(/^8 out of 10 houses like this.* sold for \$40,900 to \$76,100\.$/);
  await field(page, "Lot area").fill("6,000");
  await choice(page, "Air conditioning", "Yes").click();
  await expect(page.getByText("$55,800")).toHaveCount(0);
  await field(page, "Bedrooms").fill("40");
  await expect(live).toHaveText("Enter the number of bedrooms, 1 to 10: 40 is too high.");
  await field(page, "Bedrooms").fill("3");
  await expect(live).toContainText("8 out of 10 houses like this");
  await expect(page.getByText("$72,000")).toBeVisible();
  await submit(page);
  await expect(page).toHaveURL(/\/models\/house-price-hedonic\/estimate\?area=6000&/);
  await expect(heading(page)).toHaveText("We estimate$72,000");
  await page.goBack();
  await expect(page).toHaveURL(/\/\?area=6000&/);
  await expect(field(page, "Lot area")).toHaveValue("6000");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form of the first page leads to the result", async ({ page }) => {
    await page.goto("/");
    await field(page, "Lot area").fill("6,000");
    await submit(page);
    await expect(page).toHaveURL(/\/models\/house-price-hedonic\/estimate\?area=6000&/);
    await expect(heading(page)).toContainText("We estimate$");
  });
});

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [1024, 768],
  [1440, 900],
] as const) {
  test(`the first screen has the number, its range and the form at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("/");
    const wanted = [heading(page), page.getByText("$55,800"), page.getByText(/^8 out of 10 houses like this/)];
    for (const part of [...wanted, field(page, "Lot area"), field(page, "Bedrooms")]) {
      const { y, height: own } = (await part.first().boundingBox())!;
      expect(y + own).toBeLessThanOrEqual(height);
    }
    if (width < 1024) return;
    const { y } = (await page.getByRole("button", { name: /^Estimate the/ }).boundingBox())!;
    expect(y).toBeLessThan(height);
  });
}

test("the browser's way back finds the form as it was filled in", async ({ page }) => {
  await page.goto("/models/house-price");
  await fillInHouse(page);
  await submit(page);
  await expect(heading(page)).toHaveText("We estimate$90,200");
  await page.goBack();
  await expect(heading(page)).toHaveText("House price");
  await expect(field(page, "Lot area")).toHaveValue("6000");
  await expect(page.getByLabel("Area per bedroom")).toHaveText("2,000 sq ft");
});

test("what is typed before the script arrives is kept and counts", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/models/house-price", { waitUntil: "commit" });
  await fillInHouse(page);
  release();
  await expect(page.getByLabel("Area per bedroom")).toHaveText("2,000 sq ft");
  await submit(page);
  await expect(heading(page)).toHaveText("We estimate$90,200");
});

test("the server answers where the rest of the script cannot be loaded", async ({ page }) => {
  await page.goto("/models/house-price", { waitUntil: "networkidle" });
  await page.route(/\/_next\/static\/.*\.js/, (route) => route.abort());
  await fillInHouse(page);
  await expect(page.getByLabel("Area per bedroom")).toHaveText("2,000 sq ft");
  await submit(page);
  await expect(heading(page)).toHaveText("We estimate$90,200");
});

test("a phone shows the keyboard that fits the answer", async ({ page }) => {
  await page.goto("/models/house-price");
  await expect(field(page, "Lot area")).toHaveAttribute("inputmode", "decimal");
  await expect(field(page, "Bedrooms")).toHaveAttribute("inputmode", "numeric");
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("nothing scrolls sideways on a screen 320 pixels wide", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    const paths = ["/", "/models/house-price", `/models/house-price/estimate?${HOUSE}`, "/pipeline", "/admin/keys"];
    for (const path of paths) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await expect(heading(page)).toBeVisible();
      expect(await widthToSpare(page), path).toBeGreaterThanOrEqual(0);
    }
  });
});

for (const width of [320, 390]) {
  test(`nothing scrolls sideways on a screen ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const paths = ["/", "/import", "/models/house-price", "/models/salary", "/nothing"];
    const results = [HOUSE, WRONG, TOO_FAR].map((query) => `/models/house-price/estimate?${query}`);
    for (const path of [...paths, ...results]) {
      await page.goto(path);
      await expect(heading(page)).toBeVisible();
      expect(await widthToSpare(page), path).toBeGreaterThanOrEqual(0);
    }
  });
}
