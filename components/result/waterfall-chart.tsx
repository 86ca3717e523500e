import { useWords } from "@/components/language/use-words";
import { Track, Tracks } from "@/components/chart/tracks";
import { extent } from "d3-array";
import { drawingScale } from "@/components/chart/scale";
import { BREAKDOWN_WORDS } from "./words";

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

/** The way from the average to the estimate, one line for each input; across, in per cent of the width. */
export function WaterfallChart({ steps, baseline, estimate, write, sign }: WaterfallChartProps) {
  const [least = baseline, most = baseline] = extent([baseline, ...steps.map(({ to }) => to)]);
  const x = drawingScale([least, most === least ? least + 1 : most], [1, 99]);
  const words = useWords(BREAKDOWN_WORDS);
  const at = (value: number) => `${x(value)}%`;
  /** Ties the end of a step to the beginning of the next. */
  const tie = (value: number, half: "upper" | "lower") => (
    <line
      x1={at(value)}
      x2={at(value)}
      y1={half === "upper" ? "0" : "50%"}
      y2={half === "upper" ? "50%" : "100%"}
      className="stroke-rule"
    />
  );
  return (
    <Tracks label={words.chart(write(baseline), write(estimate))}>
      <Track label={words.average} figure={write(baseline)} behind={tie(baseline, "lower")}>
        <circle cx={at(baseline)} r="4" className="fill-ink" />
      </Track>
      {steps.map(({ label, value, amount, from, to }) => {
        const lowers = amount < 0;
        // What is written as 0 points nowhere.
        const isNothing = sign(amount) === sign(0);
        return (
          <Track
            key={label}
            label={
              <>
                {label} <span className="text-quiet">{value}</span>
              </>
            }
            figure={
              <span className={isNothing ? "text-quiet" : lowers ? "text-rust" : "text-accent"}>{sign(amount)}</span>
            }
            behind={
              <>
                {tie(from, "upper")}
                {tie(to, "lower")}
              </>
            }
          >
            {isNothing ? (
              <circle cx={at(to)} r="2.5" className="fill-quiet" />
            ) : (
              <line x1={at(from)} x2={at(to)} strokeWidth="4" className={lowers ? "stroke-rust" : "stroke-accent"} />
            )}
            {!isNothing && (
              <svg x={at(to)} className={lowers ? "fill-rust" : "fill-accent"}>
                <path d={lowers ? "M-1 0 l9 -7 v14z" : "M1 0 l-9 -7 v14z"} />
              </svg>
            )}
          </Track>
        );
      })}
      <Track
        label={<span className="font-medium">{words.estimate}</span>}
        figure={<span className="font-medium">{write(estimate)}</span>}
        behind={tie(estimate, "upper")}
      >
        <circle cx={at(estimate)} r="6" className="fill-paper stroke-accent" strokeWidth="2.5" />
      </Track>
    </Tracks>
  );
}
