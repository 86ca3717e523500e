import { renderPart } from "@/lib/testing/rendered";
import { writerOf } from "@/lib/model/format";
import { expect, test } from "vitest";
import { WaterfallChart } from "./waterfall-chart";

const { quantity, signed } = writerOf("en");

/** The figures with a colour of their own, and how many arrows there are. */
function drawn(amounts: number[]) {
  let from = 100_000;
  const steps = amounts.map((amount, index) => {
    const step = { label: `Input ${index}`, value: "", amount, from, to: from + amount };
    from = step.to;
    return step;
  });
  const markup = renderPart(
    <WaterfallChart
      steps={steps}
      baseline={100_000}
      estimate={from}
      write={(value) => quantity(value, "USD", 100)}
      sign={(amount) => signed(amount, "USD", 100)}
    />,
  );
  return {
    figures: markup.match(/text-(rust|accent|quiet)">[−+]?\$[^<]*/g),
    arrows: markup.match(/<path/g)?.length ?? 0,
  };
}

test("WaterfallChart has an arrow for each contribution that is not written as 0", () => {
  expect(drawn([900, -400, 20, -20, 0])).toEqual({
    figures: ['text-accent">+$900', 'text-rust">−$400', ...Array.from({ length: 3 }, () => 'text-quiet">$0')],
    arrows: 2,
  });
  expect(drawn([-50.1]).arrows).toBe(1);
});
