import type { Page } from "@playwright/test";

/** Lay out also what is far from the window, which a long page leaves for later. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelectorAll<HTMLElement>(".late").forEach(({ style }) => (style.contentVisibility = "visible")),
  );
}
