import { renderPart, textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { ClaimChart, type Claim } from "./claim-chart";

const chartOf = (claims: Claim[]) => <ClaimChart claims={claims} level={0.05} label="Claims" />;
const uprights = (claims: Claim[]) => renderPart(chartOf(claims)).match(/stroke-ink" stroke-width="1.5"/g) ?? [];

test("ClaimChart of claims that read the same draws the claim once, over all rows", () => {
  const claims = [0.381, 0.384, 0.38].map((claimed) => ({ claimed, measured: 0.4, n: 100 }));
  expect(uprights(claims)).toHaveLength(0);
  expect(textOf(chartOf(claims))).toMatch(
    /^claimed 38% 100 rows 40% measured 100 rows 40% measured 100 rows 40% measured/,
  );
});

test("ClaimChart of claims that differ, and of one alone, draws each claim on its row", () => {
  const claims = [0.3, 0.5].map((claimed) => ({ claimed, measured: 0.4, n: 100 }));
  expect(uprights(claims)).toHaveLength(2);
  expect(textOf(chartOf(claims))).toMatch(/^Claimed 30% 40% measured Claimed 50% 40% measured/);
  expect(uprights(claims.slice(1))).toHaveLength(1);
});
