import { localeOf } from "@/lib/language/locale";
import { binPoints, isDiscrete, type Bin, type Point } from "@/components/chart/bins";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { ScatterPlot } from "@/components/chart/scatter-plot";
import { fold } from "@/components/fold";
import { fewPanelsInWords } from "@/components/fold-words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { lowToHigh } from "@/components/low-to-high";
import { bareInWords, valueInWords } from "@/components/words";
import { isYear } from "@/lib/model/format";
import { kindOf } from "@/lib/model/inputs/kinds";
import type { Model } from "@/lib/model/model";
import { showsRows } from "@/lib/model/explain/comparables";
import { errorsOfRows, type RowError } from "@/lib/model/explain/residuals";
import type { Input } from "@/lib/model/spec";
import { extent, greatest, max } from "d3-array";
import { errorScale, type ErrorScale } from "./error-scale";
import { strayInWords } from "./error-sentences";
import { ERROR_WORDS } from "./error-words";
import { writeDigits, writerFor } from "./figures";
import { CHART_WORDS } from "@/components/chart/words";

interface Panel {
  input: Input;
  /** Where it stands among the inputs. */
  at: number;
  /** Of the rows in which it is stated. */
  points: Point[];
  bins: Bin[];
  /** A value of the input, which stands as a number in the points. */
  write: (value: number) => string;
  writeTick: (value: number) => string;
}

const MOST_LEVEL_TICKS = 7;
/** Of very many inputs so many have a panel. */
const FEW_PANELS = 4;

function toPanels(model: Model, errors: RowError[]): Panel[] {
  const writer = writerFor(model.spec);
  return model.spec.inputs.map((input, at) => {
    const points = errors
      .map(({ encoded, residual }) => [encoded[at]!, residual] as const)
      .filter(([value]) => !Number.isNaN(value));
    const valueOf = (value: number) => {
      const isRounded = (input.kind === "number" || input.kind === "integer") && !isYear(input);
      return kindOf(input).decode(
        input,
        isRounded ? Number(value.toPrecision(3)) : isYear(input) ? Math.round(value) : value,
      );
    };
    return {
      input,
      at,
      points,
      bins: binPoints(points),
      write: (value) => valueInWords(input, valueOf(value)),
      writeTick: (value) => {
        const shown = valueOf(value);
        return typeof shown === "number" && !isYear(input) ? writeDigits(writer, shown) : bareInWords(input, shown);
      },
    };
  });
}

/** The levels that are there, where there are few enough to be named. */
function levelTicks(points: Point[]): number[] | undefined {
  const values = points.map(([x]) => x);
  const levels = [...new Set(values)].sort((a, b) => a - b);
  return isDiscrete(values) && levels.length <= MOST_LEVEL_TICKS ? levels : undefined;
}

/** Where the median of the errors is furthest from zero; null where rows are too few to be summed up. */
function findWorst(panels: Panel[], scale: ErrorScale) {
  const all = panels.flatMap(({ input, bins, write }) => bins.map((bin) => ({ input, bin, write })));
  const worst = greatest(all, ({ bin }) => Math.abs(bin.median));
  if (!worst) return null;
  const { input, bin, write } = worst;
  const where = bin.from === bin.to ? write(bin.from) : lowToHigh(localeOf(input), write(bin.from), write(bin.to));
  return { label: input.label, where, error: scale.write(bin.median) };
}

/** Errors against each input: a pattern that a model misses shows as a bend. */
export function ErrorsByInput({ model }: { model: Model }) {
  const words = useWords(ERROR_WORDS);
  const chartWords = useWords(CHART_WORDS);
  const { locale, quantity, inSentence } = useWriter();
  const range = (low: string, high: string) => lowToHigh(locale, low, high);
  const errors = errorsOfRows(model);
  const panels = toPanels(model, errors);
  const scale = errorScale(model);
  const dots = showsRows(model);
  const { shown, others } = fold(panels, ({ bins }) => max(bins, ({ median }) => Math.abs(median)) ?? 0, FEW_PANELS);
  const domainY = extent(errors, ({ residual }) => residual) as [number, number];
  const unitOf = (input: Input) => ("unit" in input && input.unit ? `, ${input.unit}` : "");
  const summed = shown.flatMap(({ input, bins, write, writeTick }) =>
    bins.map(({ from, to, n, low, median, high }) => [
      `${input.label} ${from === to ? write(from) : range(writeTick(from), write(to))}`,
      quantity(n),
      scale.write(median),
      range(scale.write(low), scale.write(high)),
    ]),
  );
  const worstOfOthers = others.map((panel) => {
    const worst = findWorst([panel], scale);
    return [panel.input.label, worst?.where ?? "–", worst?.error ?? "–"];
  });
  const listed = errors.map(({ encoded, residual }) => [
    ...shown.map(({ at, writeTick }) => (Number.isNaN(encoded[at]) ? "–" : writeTick(encoded[at]!))),
    scale.write(residual),
  ]);
  return (
    <Figure
      caption={
        <>
          {words.level} {strayInWords(locale, findWorst(panels, scale))}
          {others.length > 0 && ` ${fewPanelsInWords(shown.length, panels.length, locale)}`}
        </>
      }
      axes={`${words.axes(words.theInput, words.sameScale(scale.axis))}${summed.length > 0 ? ` ${words.sideways}` : ""}`}
      numbers={
        summed.length > 0 ? (
          <>
            <DataTable
              caption={words.errorsAlongInput}
              columns={[words.rowsWith, words.rows, words.median(scale.name), words.middleHalf]}
              rows={summed}
            />
            {others.length > 0 && (
              <DataTable
                caption={words.otherInputs}
                columns={[words.otherInput, words.furthestAt, words.median(scale.name)]}
                rows={worstOfOthers}
              />
            )}
          </>
        ) : dots ? (
          <DataTable
            caption={words.errorsAlongInput}
            columns={[...shown.map(({ input }) => input.label), scale.name]}
            rows={listed}
          />
        ) : (
          <p>{chartWords.tooFewRows}</p>
        )
      }
    >
      <div className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {shown.map(({ input, points, bins, writeTick }) => (
          <div key={input.name} className="min-w-0 break-inside-avoid">
            <h3 className="mt-4 text-small">
              {input.label}
              <span className="text-quiet">{unitOf(input)}</span>
            </h3>
            <ScatterPlot
              points={points}
              bins={bins}
              dots={dots}
              perfect="zero"
              domainY={domainY}
              height={190}
              writeX={writeTick}
              writeY={scale.write}
              ticksX={levelTicks(points)}
              label={words.errorsAlong(inSentence(input))}
            />
          </div>
        ))}
      </div>
    </Figure>
  );
}
