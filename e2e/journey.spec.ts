import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { otherBrowsers, type Driven } from "./other-browsers";
import { standalone, test } from "./own-server";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const ROWS = 1000;

/** A table of houses, one of which has more bedrooms than there are. */
const table = [
  "area,bedrooms,bathrooms,stories,guest_rooms,basement,parking",
  ...Array.from({ length: ROWS }, (_, row) => {
    const bedrooms = row === 5 ? 20 : 2 + (row % 3);
    return [3000 + ((row * 7919) % 5000), bedrooms, 1, 1 + (row % 2), "no", row % 2 ? "yes" : "no", row % 3].join();
  }),
  "",
].join("\n");

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "glasshouse-journey-"));
  await writeFile(join(folder, "houses.csv"), table);
});
test.afterAll(() => rm(folder, { recursive: true }));

/** The text of the page, or of a part of it, until it holds what is expected. */
async function expectText({ evaluate }: Driven, text: string | RegExp, selector = "main") {
  const read = () => evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`);
  await expect.poll(read, { timeout: 20_000 }).toMatch(text);
}

for (const { name, missing, start } of otherBrowsers) {
  test(`the main journey in ${name}: form, error, result, what-if, table and feedback`, async ({ start: serve }) => {
    const wanting = missing();
    test.skip(wanting !== undefined, `${wanting} is not installed, so this did not run`);
    // A browser takes seconds to start on a busy machine.
    test.setTimeout(180_000);
    const own = serve({ PORT: "0", RATE_LIMIT: "0", DATA_DIR: join(folder, name) }, standalone);
    const address = await own.address;
    const browser = await start();
    try {
      await browser.open(`${address}/models/house-price?${HOUSE}`);
      await expect.poll(() => browser.evaluate<string>("document.title")).toMatch(/^House price/);
      await browser.type("#bedrooms", "99");
      await browser.click("main form button:not([type=button])");
      await expectText(browser, /There is 1 problem.*Enter the number of bedrooms, 1 to 10/s);
      await expect.poll(() => browser.evaluate<string>("document.title")).toMatch(/^Error: /);
      expect(await browser.evaluate<string>("document.activeElement.textContent")).toContain("There is 1 problem");

      await browser.type("#bedrooms", "3");
      await browser.click("main form button:not([type=button])");
      await expectText(browser, "We estimate$90,200", "h1");
      await expectText(browser, "sold for $61,900 to $118,600");

      await browser.type("#what-if-parking", "2");
      await expectText(browser, "+$5,400 from $90,200");

      await browser.type("#actual", "95,000");
      await browser.click("#outcome form button");
      await expectText(browser, "is saved and will count", "#outcome");

      await browser.open(`${address}/models/house-price/batch`);
      await browser.type("input[type=file]", join(folder, "houses.csv"));
      await expectText(browser, "Estimate all rows");
      await browser.evaluate(
        `[...document.querySelectorAll("button")].find((each) => each.textContent === "Estimate all rows").id = "all"`,
      );
      await browser.click("#all");
      await expectText(browser, "Download the estimates");
      await expectText(browser, /999/);
    } finally {
      await browser.close();
    }
  });
}
