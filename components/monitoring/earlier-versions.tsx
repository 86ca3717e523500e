import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { measureName } from "@/lib/judging/measure-words";
import type { MeasureName } from "@/lib/judging/measures";
import type { EarlierVersion } from "@/lib/monitoring/report";
import { MeasuredFigure } from "./measured-figure";
import { MONITORING_WORDS } from "./words";

/** The measures that the table shows: the median error and the coverage. */
function shownOf(versions: EarlierVersion[]): MeasureName[] {
  return [versions.some(({ measures }) => measures.mdae) ? "mdae" : "mdape", "coverage"];
}

function Name({ version: { version, from, to } }: { version: EarlierVersion }) {
  const words = useWords(MONITORING_WORDS);
  const write = useWriter();
  const [first, last] = [from, to].map((iso) => write.day(Date.parse(iso))) as [string, string];
  return (
    <>
      <code className="font-mono">{version}</code>
      <span className="block text-caption text-quiet">{first === last ? first : words.dates(first, last)}</span>
    </>
  );
}

/** Versions that are not served now: the counts that the store keeps, and the figures that their outcomes measure. */
export function EarlierVersions({
  of,
  versions,
  unit,
}: {
  of: string;
  versions: EarlierVersion[];
  /** Of the target, if it is known. */
  unit?: string;
}) {
  const words = useWords(MONITORING_WORDS);
  const write = useWriter();
  const shown = shownOf(versions);
  const names = shown.map((measure) => measureName(write.locale, measure));
  return (
    <DataTable
      wide
      caption={words.notServedVersions(of)}
      columns={[words.version, words.requests, words.refused, words.outcomes, ...names]}
      double={names}
      rows={versions.map((version) => [
        <Name key="name" version={version} />,
        ...[version.predictions, version.refusals, version.outcomes].map((count) => write.quantity(Math.round(count))),
        ...shown.map((measure) => (
          <MeasuredFigure key={measure} measure={measure} interval={version.measures[measure]} unit={unit} />
        )),
      ])}
    />
  );
}
