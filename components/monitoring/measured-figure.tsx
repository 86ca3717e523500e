import { useWords } from "@/components/language/use-words";
import { writeMeasure } from "@/lib/judging/measure-words";
import type { MeasureName } from "@/lib/judging/measures";
import type { Interval } from "@/lib/monitoring/report";
import { useLocale } from "#locale";
import { MONITORING_WORDS } from "./words";

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
  const locale = useLocale();
  const words = useWords(MONITORING_WORDS);
  if (!interval) return "–";
  const write = (value: number) => writeMeasure(locale, measure, value, unit);
  return (
    <>
      {write(interval.value)}{" "}
      <span className="text-quiet">({words.interval(write(interval.low), write(interval.high))})</span>
    </>
  );
}
