import type { Interval } from "@/lib/model/answer/predict";

interface RangeLineProps {
  edges: number[];
  interval: Pick<Interval, "low" | "high">;
  estimate: number;
  /** An estimate to compare with, marked behind. */
  before?: number;
}

/** The range as a bar on a hairline as long as the training data; what it says stands beside it in words. */
export function RangeLine({ edges, interval: { low, high }, estimate, before }: RangeLineProps) {
  const [least, most] = [Math.min(edges[0]!, low), Math.max(edges.at(-1)!, high)];
  const x = (value: number) => `${(100 * (value - least)) / (most - least)}%`;
  return (
    <svg aria-hidden="true" width="100%" height="44" className="mt-3 overflow-visible">
      <line x2="100%" y1="22" y2="22" className="stroke-edge" />
      {before !== undefined && <line x1={x(before)} x2={x(before)} y1="8" y2="36" className="stroke-ink" />}
      <line x1={x(low)} x2={x(high)} y1="22" y2="22" className="stroke-accent" strokeWidth="5" />
      <circle cx={x(estimate)} cy="22" r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
    </svg>
  );
}
