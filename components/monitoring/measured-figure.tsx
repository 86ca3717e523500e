import { MEASURES, type MeasureName } from "@/lib/judging/measures";
import type { Interval } from "@/lib/monitoring/report";

/** A figure with its confidence interval, as "14% (10% to 20%)" or "$120 ($90 to $180)"; a dash where it was not measured. */
export function MeasuredFigure({
  measure,
  interval,
  unit,
}: {
  measure: MeasureName;
  interval: Interval | null | undefined;
  /** Of the target. */
  unit: string | undefined;
}) {
  if (!interval) return "–";
  const { write } = MEASURES[measure];
  const [value, low, high] = [interval.value, interval.low, interval.high].map((each) => write(each, unit));
  return (
    <>
      {value}{" "}
      <span className="text-quiet">
        ({low} to {high})
      </span>
    </>
  );
}
