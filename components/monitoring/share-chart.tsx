import { Track, Tracks } from "@/components/chart/tracks";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { FeatureDrift } from "@/lib/monitoring/report";
import { max } from "d3-array";
import { MONITORING_WORDS } from "./words";

/** The share of each value: a wide pale bar for the training rows, a thin one over it for recent requests. */
export function ShareChart({ feature: { label, bins } }: { feature: FeatureDrift }) {
  const write = useWriter();
  const words = useWords(MONITORING_WORDS);
  const most = max(bins, ({ reference, current }) => Math.max(reference, current)) || 1;
  const at = (share: number) => `${(share / most) * 100}%`;
  return (
    <Tracks label={words.sharesChart(label)}>
      {bins.map((bin) => (
        <Track
          key={bin.label}
          label={bin.label}
          figure={<span className="text-quiet">{write.share(bin.current)}</span>}
        >
          <line x2={at(bin.reference)} className="stroke-bar" strokeWidth="16" />
          <line x2={at(bin.current)} className="stroke-accent" strokeWidth="4" />
        </Track>
      ))}
    </Tracks>
  );
}
