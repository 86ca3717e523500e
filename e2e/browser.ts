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
      // What a script catches is in no console.
      await context.exposeFunction("reportViolation", (text: string) => violations.push(text));
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
          const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
          reportViolation([effectiveDirective, blockedURI, sourceFile].join(" "));
        });
      });
      await use();
      base.expect(violations).toEqual([]);
    },
    { auto: true },
  ],
});
