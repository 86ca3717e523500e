import { test as base } from "@playwright/test";

export { expect, type Page } from "@playwright/test";

/** A test in a browser, which fails where a page breaks its own security policy. */
export const test = base.extend<{ policyKept: void }>({
  policyKept: [
    async ({ context }, use) => {
      const violations: string[] = [];
      context.on("console", (message) => {
        if (/content security policy/i.test(message.text())) violations.push(message.text());
      });
      await use();
      base.expect(violations).toEqual([]);
    },
    { auto: true },
  ],
});
