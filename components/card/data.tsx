import { localeOf } from "@/lib/language/locale";
import { DataTable } from "@/components/chart/data-table";
import { Disclosure } from "@/components/disclosure";
import { fold, MOST_SHOWN } from "@/components/fold";
import { othersInWords } from "@/components/fold-words";
import { FoldedTable } from "@/components/folded-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { valueInWords } from "@/components/words";
import type { Evidence, SeenRange } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";
import { kindOf } from "@/lib/model/inputs/kinds";
import { extremesInWords } from "@/lib/model/inputs/words";
import type { Model } from "@/lib/model/model";
import type { Input } from "@/lib/model/spec";
import { sort } from "d3-array";
import { DATA_WORDS } from "./data-words";
import { tableInWords } from "./sentences";
import { leftOutInWords } from "./unknown-sentences";

/** Of very many levels so many are named. */
const FEW_LEVELS = 3;

/** "1,650 to 16,200 sq ft; missing in 12 rows". */
function valuesOf(input: Input, range: SeenRange): string {
  const given = givenOf(input, range);
  if (!range.missing) return given;
  const words = DATA_WORDS[localeOf(input)];
  return words.missing(given, writerOf(localeOf(input)).count(range.missing, words.row, words.rows));
}

/** "1,650 to 16,200 sq ft"; "97 yes, 449 no"; "14 A, 12 B, 9 C and 67 other levels". */
function givenOf(input: Input, range: SeenRange): string {
  if ("min" in range) return extremesInWords(input, range);
  const { quantity } = writerOf(localeOf(input));
  const name = (level: string) => valueInWords(input, input.kind === "boolean" ? level === "true" : level);
  const write = ([level, count]: [string, number]) => `${quantity(count)} ${name(level)}`;
  const counts = Object.entries(range.counts);
  if (counts.length <= MOST_SHOWN) return counts.map(write).reverse().join(", ");
  const commonest = sort(counts, ([, count]) => -count).slice(0, FEW_LEVELS);
  const others = counts.length - FEW_LEVELS;
  return DATA_WORDS[localeOf(input)].andOthers(commonest.map(write).join(", "), others, quantity(others));
}

function TableHash({ data, calibration = false }: { data: string | null; calibration?: boolean }) {
  const words = useWords(DATA_WORDS);
  if (data === null) return null;
  return (
    <p className="mt-5 text-caption text-quiet">
      {words.hash} <code className="break-all">{data}</code>. {words.hashUse} {!calibration && words.hashTraining}
    </p>
  );
}

/** The rows: where they are from, how many they are, and the values that they have. */
export function Data({ model: { spec, predictor, provenance }, evidence }: { model: Model; evidence: Evidence }) {
  const words = useWords(DATA_WORDS);
  const { locale, quantity } = useWriter();
  const { target } = spec;
  const { shown, others } = fold(spec.inputs, () => 0);
  const describe = (input: Input) => [input.label, valuesOf(input, evidence.ranges[input.name]!)];
  const { min, max } = evidence.outcomes;
  const columns = [words.column, words.inTable];
  return (
    <>
      <p className="max-w-[38rem]">{spec.card.source}</p>
      <p className="mt-4 max-w-[38rem]">
        {tableInWords(locale, evidence, predictor.explain?.rows ?? null)} {leftOutInWords(spec, evidence)}
      </p>
      <DataTable
        caption={words.values}
        columns={columns}
        rows={[
          [target.label, lowToHigh(locale, quantity(min, target.unit), quantity(max, target.unit))],
          ...shown.map(describe),
        ]}
      />
      {others.length > 0 && (
        <Disclosure summary={othersInWords(others.length, "input", locale)} className="mt-2">
          <FoldedTable columns={columns} rows={others.map(describe)} />
        </Disclosure>
      )}
      <TableHash data={provenance.data} calibration={evidence.calibration} />
    </>
  );
}

/** What a model accepts, where no rows say what is usual. */
export function UnseenData({ model: { spec, provenance } }: { model: Model }) {
  const words = useWords(DATA_WORDS);
  return (
    <>
      <p className="max-w-[38rem]">{spec.card.source}</p>
      <p className="mt-4 max-w-[38rem]">{words.unseenData}</p>
      <DataTable
        caption={words.accepts}
        columns={[words.input, words.accepted]}
        rows={spec.inputs.map((input) => [input.label, kindOf(input).allowed(input) ?? words.anyNumber])}
      />
      <TableHash data={provenance.data} />
    </>
  );
}
