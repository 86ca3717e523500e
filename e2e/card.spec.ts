import { type Page, expect, test } from "./browser";

const MODELS = ["house-price", "house-price-hedonic", "salary"];
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const openTables = (page: Page) =>
  page.locator("details").evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the card of the nine-feature model says how accurate it is, and which problems it has", async ({ page }) => {
      await page.goto("/models/house-price/card");
      await expect(page).toHaveTitle("How accurate is House price? · Glasshouse");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("How accurate is House price?");
      const accuracy = section(page, "Accuracy");
      await expect(accuracy).toContainText("Half of the estimates are within 15% of the actual sale price.");
      await expect(accuracy.getByRole("row", { name: /^Off by at most 10% / })).toContainText("34%20%");

      await expect(page.getByText(/^3 problems found:/)).toContainText(
        "fails the standard for tax assessment in 3 of 4",
      );
      const problems = section(page, "Problems");
      await expect(problems.getByRole("heading", { level: 3 })).toHaveText([
        "Its probabilities are not calibrated",
        "It fails the standard for tax assessment in 3 of 4 figures",
        "Its errors vary in size (heteroscedasticity)",
      ]);

      const ratios = section(page, "Is it fair enough for tax assessment?");
      await expect(ratios).toContainText(
        "Within sampling error, an unbiased model with the same noise does no better in these figures",
      );
      const figures = ratios.getByRole("table", { name: "Ratio study" });
      await expect(figures.getByRole("row", { name: /^Median ratio/ })).toContainText(/1\.01.*passes$/);
      await expect(figures.getByRole("row", { name: /\(COD\)/ })).toContainText(/19\.7.*fails$/);
      await expect(figures.getByRole("row", { name: /\(PRD\)/ })).toContainText(/1\.056.*fails$/);
      await expect(figures.getByRole("row", { name: /\(PRB\)/ })).toContainText(/−0\.174.*fails$/);
    });

    test("8 rows are too few for every check that needs more", async ({ page }) => {
      await page.goto("/models/salary/card");
      await expect(section(page, "Problems")).toContainText("It has too few training rows");
      await expect(section(page, "Is it fair enough for tax assessment?")).toHaveCount(0);
      await expect(section(page, "Are its ranges calibrated?")).toContainText("8 rows are too few to check how often");
      await expect(section(page, "Are its probabilities calibrated?")).toContainText("too few rows to check it");
      await expect(section(page, "Accuracy by group")).toContainText("Too few rows to compare groups");
    });
  });
}

for (const id of MODELS) {
  test(`every chart of ${id} has its numbers as a table`, async ({ page }) => {
    await page.goto(`/models/${id}/card`);
    await openTables(page);
    const charts = page.locator('main [role="img"], main ul[aria-label]');
    expect(await charts.count()).toBeGreaterThan(6);
    const bare = await charts.evaluateAll((all) =>
      all
        .filter((chart) => !chart.closest("figure, section")?.querySelector("tbody td"))
        .map((chart) => chart.getAttribute("aria-label")),
    );
    expect(bare).toEqual([]);
    for (const figure of await page.getByRole("figure").all()) {
      await expect(figure.getByRole("row").nth(1)).toBeVisible();
    }
  });
}

test("a coefficient comes with all that is known of it", async ({ page }) => {
  await page.goto("/models/house-price/card");
  const table = section(page, "Coefficients").getByRole("table", { name: "Coefficients" });
  const cells = table.getByRole("row", { name: /^Full bathrooms/ }).getByRole("cell");
  for (const [index, text] of [
    "$22,400",
    "$7,100 to $37,800",
    "$6,470",
    "$7,810",
    "3.5",
    "< 0.001",
    "19.9",
  ].entries()) {
    await expect(cells.nth(index)).toContainText(text.replace("< ", "<\u00a0"));
  }
});

test("both kinds of ranges are side by side, with the one that the model uses and their coverage by estimate", async ({
  page,
}) => {
  await page.goto("/models/house-price/card");
  const coverage = section(page, "Are its ranges calibrated?");
  await expect(coverage).toContainText("(conformal prediction intervals)");
  await openTables(page);
  const row = coverage.getByRole("table", { name: /\(coverage\)$/ });
  await expect(row.getByRole("row", { name: /^80%/ })).toContainText("80%80%85%");
  const byEstimate = coverage.getByRole("table", { name: /by estimate$/ });
  await expect(byEstimate.getByRole("row", { name: /^\$8\d,\d{3} to \$157,\d{3}/ })).toContainText("10979%");
});

test("a log target has its errors on the log scale, and the card says so", async ({ page }) => {
  await page.goto("/models/house-price-hedonic/card");
  await expect(section(page, "Errors by estimate")).toContainText("log of the actual value minus log of its estimate");
  await expect(section(page, "Coefficients")).toContainText("added to the logarithm of the sale price");
});

test("the card is one step from the list of models, from the form and from an estimate", async ({ page }) => {
  const estimate = "/models/salary/estimate?experience=2&test_score=9&interview_score=6";
  for (const path of ["/", "/models/salary", estimate]) {
    await page.goto(path);
    await page
      .getByRole("link", { name: /^(How accurate is it|Accuracy)/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/card$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("How accurate is");
  }
});

test("its list of contents leads to each part", async ({ page }) => {
  await page.goto("/models/house-price/card");
  const links = page.getByRole("navigation", { name: "On this page" }).getByRole("link");
  for (const link of await links.all()) {
    const target = page.locator((await link.getAttribute("href"))!);
    await expect(target.getByRole("heading", { level: 2 })).toHaveText((await link.textContent())!);
  }
});

for (const width of [320, 390]) {
  test(`no card scrolls sideways on a screen ${width} pixels wide, with every table open`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const id of MODELS) {
      await page.goto(`/models/${id}/card`);
      await openTables(page);
      const spare = await page.evaluate(() => window.innerWidth - document.documentElement.scrollWidth);
      expect(spare, id).toBeGreaterThanOrEqual(0);
    }
  });
}
