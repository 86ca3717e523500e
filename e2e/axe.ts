import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { layOutAll } from "./lay-out-all";

declare const axe: typeof import("axe-core");

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule of WCAG 2.2 A and AA and of best practice that axe finds broken, with the elements that break it. */
export async function violations(page: Page): Promise<string[]> {
  return run(page, { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
}

/** The rules about colours that axe finds broken: all that another colour scheme can change. */
export async function contrastViolations(page: Page): Promise<string[]> {
  return run(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
}

async function run(page: Page, runOnly: { type: "tag" | "rule"; values: string[] }): Promise<string[]> {
  await layOutAll(page);
  await page.evaluate(await source);
  return page.evaluate(async (only) => {
    const { violations } = await axe.run({ runOnly: only });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, runOnly);
}
