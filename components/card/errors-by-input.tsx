import { binPoints, isDiscrete, type Bin, type Point } from "@/components/chart/bins";
import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { ScatterPlot } from "@/components/chart/scatter-plot";
import { fold } from "@/components/fold";
import { fewPanelsInWords } from "@/components/fold-words";
import { bareInWords, valueInWords } from "@/components/words";
import { formatQuantity, inSentence, isYear } from "@/lib/model/format";
import { kindOf } from "@/lib/model/inputs/kinds";
import type { Model } from "@/lib/model/model";
import { showsRows } from "@/lib/model/explain/comparables";
import { errorsOfRows, type RowError } from "@/lib/model/explain/residuals";
import type { Input } from "@/lib/model/spec";
import { extent, greatest, max } from "d3-array";
import { errorScale, type ErrorScale } from "./error-scale";
import { writeDigits } from "./figures";
import { strayInWords } from "./error-sentences";

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
        return typeof shown === "number" && !isYear(input) ? writeDigits(shown) : bareInWords(input, shown);
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

/** Where the middle error is furthest from zero; null where rows are too few to be summed up. */
function findWorst(panels: Panel[], scale: ErrorScale) {
  const all = panels.flatMap(({ input, bins, write }) => bins.map((bin) => ({ input, bin, write })));
  const worst = greatest(all, ({ bin }) => Math.abs(bin.median));
  if (!worst) return null;
  const { input, bin, write } = worst;
  const where = bin.from === bin.to ? write(bin.from) : `${write(bin.from)} to ${write(bin.to)}`;
  return { label: input.label, where, error: scale.write(bin.median) };
}

/** Errors against each input: what a model has missed of an input shows as a bend. */
export function ErrorsByInput({ model }: { model: Model }) {
  const errors = errorsOfRows(model);
  const panels = toPanels(model, errors);
  const scale = errorScale(model);
  const dots = showsRows(model);
  const { shown, others } = fold(panels, ({ bins }) => max(bins, ({ median }) => Math.abs(median)) ?? 0, FEW_PANELS);
  const domainY = extent(errors, ({ residual }) => residual) as [number, number];
  const unitOf = (input: Input) => ("unit" in input && input.unit ? `, ${input.unit}` : "");
  const summed = shown.flatMap(({ input, bins, write, writeTick }) =>
    bins.map(({ from, to, n, low, median, high }) => [
      `${input.label} ${from === to ? write(from) : `${writeTick(from)} to ${write(to)}`}`,
      formatQuantity(n),
      scale.write(median),
      `${scale.write(low)} to ${scale.write(high)}`,
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
          If the model has understood an input, the middle of the dots runs level along it.{" "}
          {strayInWords(findWorst(panels, scale))}
          {others.length > 0 && ` ${fewPanelsInWords(shown.length, panels.length)}`}
        </>
      }
      axes={`Across: the input. Up: ${scale.axis}, on the same scale in every panel.${summed.length > 0 ? " Dots of the same whole number, and of yes or no, are spread sideways." : ""}`}
      numbers={
        summed.length > 0 ? (
          <>
            <DataTable
              caption="Errors along each input"
              columns={["Rows with", "Rows", `${scale.name}, middle`, "Middle half"]}
              rows={summed}
            />
            {others.length > 0 && (
              <DataTable
                caption="Where the errors along the other inputs are furthest from zero"
                columns={["Other input", "Furthest off at", `${scale.name}, middle`]}
                rows={worstOfOthers}
              />
            )}
          </>
        ) : dots ? (
          <DataTable
            caption="Errors along each input"
            columns={[...shown.map(({ input }) => input.label), scale.name]}
            rows={listed}
          />
        ) : (
          <p>There are too few rows to sum up, and single rows of this model’s table are not shown.</p>
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
              label={`Errors along ${inSentence(input.label)}`}
            />
          </div>
        ))}
      </div>
    </Figure>
  );
}
