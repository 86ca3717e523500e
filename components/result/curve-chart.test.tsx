import type { Input } from "@/lib/model/spec";
import { textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { CurveChart } from "./curve-chart";

test("CurveChart(props) gives the lowest and the highest estimate of a category, in whatever order its levels are", () => {
  const input = { name: "street", label: "Street", kind: "category", levels: ["a", "b", "c"] } as Input;
  const points = [1242, 980, 1113].map((estimate, index) => ({
    value: ["a", "b", "c"][index]!,
    estimate,
    low: estimate - 100,
    high: estimate + 100,
  }));
  const text = textOf(
    <CurveChart
      input={input}
      curve={{ input: "street", points }}
      own="a"
      range={null}
      banded
      domain={[800, 1400]}
      estimate={1242}
      write={(value) => `€${value}`}
    />,
  );
  expect(text).toContain("€980 to €1242");
});
