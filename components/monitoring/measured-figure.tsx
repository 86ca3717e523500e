import { MEASURES, type MeasureName } from "@/lib/judging/measures";
import type { Interval } from "@/lib/monitoring/report";

/** A figure with its confidence interval, as "14 % (10 % to 20 %)"; a dash where it was not measured. */
export function MeasuredFigure({ measure, interval }: { measure: MeasureName; interval: Interval | null | undefined }) {
  if (!interval) return "–";
  const [value, low, high] = [interval.value, interval.low, interval.high].map(MEASURES[measure].write);
  return (
    <>
      {value}{" "}
      <span className="text-quiet">
        ({low} to {high})
      </span>
    </>
  );
}
