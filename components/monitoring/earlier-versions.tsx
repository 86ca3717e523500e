import { DataTable } from "@/components/chart/data-table";
import { MEASURES, type MeasureName } from "@/lib/judging/measures";
import { formatQuantity } from "@/lib/model/format";
import type { EarlierVersion } from "@/lib/monitoring/report";
import { MeasuredFigure } from "./measured-figure";
import { dayInWords } from "./sentences";

/** Of what outcomes measure, how far estimates were off, and whether ranges held what they claimed. */
function shownOf(versions: EarlierVersion[]): MeasureName[] {
  return [versions.some(({ measures }) => measures.mdae) ? "mdae" : "mdape", "coverage"];
}

function Name({ version: { version, from, to } }: { version: EarlierVersion }) {
  const [first, last] = [dayInWords(from), dayInWords(to)];
  return (
    <>
      <code className="font-mono">{version}</code>
      <span className="block text-caption text-quiet">{first === last ? first : `${first} to ${last}`}</span>
    </>
  );
}

/** Versions that are not served now, by what the store remembers of them: counts, and what their outcomes measure. */
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
  const shown = shownOf(versions);
  return (
    <DataTable
      wide
      caption={`Versions of ${of} that are not served now`}
      columns={["Version", "Requests", "Refused", "Outcomes", ...shown.map((measure) => MEASURES[measure].label)]}
      double={shown.map((measure) => MEASURES[measure].label)}
      rows={versions.map((version) => [
        <Name key="name" version={version} />,
        ...[version.predictions, version.refusals, version.outcomes].map((count) => formatQuantity(Math.round(count))),
        ...shown.map((measure) => (
          <MeasuredFigure key={measure} measure={measure} interval={version.measures[measure]} unit={unit} />
        )),
      ])}
    />
  );
}
