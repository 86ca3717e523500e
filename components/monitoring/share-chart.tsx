import type { FeatureDrift } from "@/lib/monitoring/report";
import { formatShare } from "@/lib/model/format";
import { max } from "d3-array";

const ROW = 26;
/** Where bars begin and end, in per cent of the width: labels stand before, figures after. */
const [START, END] = [38, 84];

/** Of each kind of value the share of training rows, pale and wide, and that of now, thin over it. */
export function ShareChart({ feature: { label, bins } }: { feature: FeatureDrift }) {
  const most = max(bins, ({ reference, current }) => Math.max(reference, current)) || 1;
  const at = (share: number) => `${START + (share / most) * (END - START)}%`;
  return (
    <svg
      role="img"
      aria-label={`${label}: shares of training rows and of now`}
      width="100%"
      height={ROW * bins.length}
      className="chart mt-4 text-caption"
    >
      {bins.map((bin, index) => {
        const middle = ROW * index + ROW / 2;
        return (
          <g key={bin.label}>
            <text y={middle + 4} className="fill-ink">
              {bin.label}
            </text>
            <line
              x1={`${START}%`}
              x2={at(bin.reference)}
              y1={middle}
              y2={middle}
              className="stroke-bar"
              strokeWidth="16"
            />
            <line
              x1={`${START}%`}
              x2={at(bin.current)}
              y1={middle}
              y2={middle}
              className="stroke-accent"
              strokeWidth="4"
            />
            <text x="100%" y={middle + 4} textAnchor="end" className="fill-quiet">
              {formatShare(bin.current)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
