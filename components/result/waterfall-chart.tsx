import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";

/** One step of the way from the average to the estimate. */
export interface Step {
  label: string;
  value: string;
  amount: number;
  from: number;
  to: number;
}

interface WaterfallChartProps {
  steps: Step[];
  baseline: number;
  estimate: number;
  write: (value: number) => string;
  sign: (amount: number) => string;
}

const ROW = 42;
const BAR = 4;
/** From the top of a row to the middle of its bar. */
const MIDDLE = 28;

/** The way from the average to the estimate, one line for each input; across, in per cent of the width. */
export function WaterfallChart({ steps, baseline, estimate, write, sign }: WaterfallChartProps) {
  const [least = baseline, most = baseline] = extent([baseline, ...steps.map(({ to }) => to)]);
  const x = scaleLinear([least, most === least ? least + 1 : most], [1, 99]);
  const at = (value: number) => `${x(value)}%`;
  const height = ROW * (steps.length + 2);
  const label = `From the average of ${write(baseline)} to the estimate of ${write(estimate)}; every step is in the table below.`;

  return (
    <svg role="img" aria-label={label} width="100%" height={height} className="chart mt-8 text-small">
      <text y={MIDDLE - 13} className="fill-ink">
        Average estimate
      </text>
      <text x="100%" y={MIDDLE - 13} textAnchor="end" className="fill-ink">
        {write(baseline)}
      </text>

      {steps.map(({ label, value, amount, from, to }, index) => {
        const top = ROW * (index + 1);
        const lowers = amount < 0;
        return (
          <g key={label}>
            <line x1={at(from)} x2={at(from)} y1={top - ROW + MIDDLE} y2={top + MIDDLE} className="stroke-rule" />
            <text y={top + MIDDLE - 13} className="fill-ink">
              {label}
              <tspan dx="8" className="fill-quiet">
                {value}
              </tspan>
            </text>
            <text x="100%" y={top + MIDDLE - 13} textAnchor="end" className={lowers ? "fill-rust" : "fill-accent"}>
              {sign(amount)}
            </text>
            <line
              x1={at(from)}
              x2={at(to)}
              y1={top + MIDDLE}
              y2={top + MIDDLE}
              strokeWidth={BAR}
              className={lowers ? "stroke-rust" : "stroke-accent"}
            />
            <svg x={at(to)} y={top + MIDDLE} className={lowers ? "fill-rust" : "fill-accent"}>
              <path d={lowers ? "M-1 0 l9 -7 v14z" : "M1 0 l-9 -7 v14z"} />
            </svg>
          </g>
        );
      })}

      <circle cx={at(baseline)} cy={MIDDLE} r="4" className="fill-ink" />
      <line
        x1={at(estimate)}
        x2={at(estimate)}
        y1={height - 2 * ROW + MIDDLE}
        y2={height - ROW + MIDDLE}
        className="stroke-rule"
      />
      <text y={height - ROW + MIDDLE - 13} className="fill-ink font-medium">
        Estimate
      </text>
      <text x="100%" y={height - ROW + MIDDLE - 13} textAnchor="end" className="fill-ink font-medium">
        {write(estimate)}
      </text>
      <circle
        cx={at(estimate)}
        cy={height - ROW + MIDDLE}
        r="6"
        className="fill-paper stroke-accent"
        strokeWidth="2.5"
      />
    </svg>
  );
}
