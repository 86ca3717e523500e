import { doors } from "./doors";
import { expect, test } from "./browser";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const pages = [
  "/",
  "/compare",
  `/compare/house-price?${HOUSE}`,
  "/docs",
  "/import",
  "/monitoring",
  "/monitoring/house-price",
  "/pipeline",
  "/studio",
  "/studio/nowhere",
  "/admin/keys",
  "/models/house-price",
  "/models/house-price/card",
  "/models/house-price/batch",
  "/models/house-price/api",
  `/models/house-price/estimate?${HOUSE}`,
  "/models/house-price/estimate?area=abc",
  "/models/nowhere",
  "/nowhere",
];

for (const [name, door] of Object.entries(doors)) {
  for (const path of pages) {
    test(`${path} of the ${name} keeps its policy and comes alive`, async ({ page }) => {
      const response = await page.goto(door + path);
      expect(response!.status()).toBeLessThan(500);
      const policy = response!.headers()["content-security-policy"]!;
      expect(policy).toMatch(/script-src 'nonce-[\w-]{22}' 'strict-dynamic'; style-src 'self' 'nonce-/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      const { "x-content-type-options": sniff, "permissions-policy": permissions } = response!.headers();
      expect([sniff, permissions]).toEqual(["nosniff", expect.stringContaining("camera=()")]);
      // React has taken over what the server wrote once its nodes carry its marks.
      await page.waitForFunction(() =>
        [...document.querySelectorAll("a")].some((link) => Object.keys(link).some((key) => key.startsWith("__react"))),
      );
    });
  }
}

test("a nonce is never given twice", async ({ request }) => {
  const policies = await Promise.all(
    Array.from({ length: 5 }, async () => (await request.get("/")).headers()["content-security-policy"]),
  );
  expect(new Set(policies).size).toBe(5);
});

test("the API says of each answer that it is no page", async ({ request }) => {
  const predict = await request.post("/api/models/salary/predict", {
    data: { experience: 2, test_score: 9, interview_score: 6 },
  });
  for (const response of [predict, await request.get("/api/models"), await request.get("/api/nowhere")]) {
    const { "content-security-policy": policy, "x-content-type-options": sniff } = response.headers();
    expect([policy, sniff]).toEqual(["default-src 'none'; frame-ancestors 'none'", "nosniff"]);
  }
});
