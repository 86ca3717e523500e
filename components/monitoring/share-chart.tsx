import { Track, Tracks } from "@/components/chart/tracks";
import type { FeatureDrift } from "@/lib/monitoring/report";
import { formatShare } from "@/lib/model/format";
import { max } from "d3-array";

/** Of each kind of value the share of training rows, pale and wide, and that of now, thin over it. */
export function ShareChart({ feature: { label, bins } }: { feature: FeatureDrift }) {
  const most = max(bins, ({ reference, current }) => Math.max(reference, current)) || 1;
  const at = (share: number) => `${(share / most) * 100}%`;
  return (
    <Tracks label={`${label}: share of recent requests with each value`}>
      {bins.map((bin) => (
        <Track
          key={bin.label}
          label={bin.label}
          figure={<span className="text-quiet">{formatShare(bin.current)}</span>}
        >
          <line x2={at(bin.reference)} className="stroke-bar" strokeWidth="16" />
          <line x2={at(bin.current)} className="stroke-accent" strokeWidth="4" />
        </Track>
      ))}
    </Tracks>
  );
}
