import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { ScatterPlot } from "@/components/chart/scatter-plot";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { LinearInference } from "@/lib/model/predictor";
import { least } from "d3-array";
import { tailsInWords } from "./error-sentences";
import { ERROR_WORDS } from "./error-words";

type Quantile = LinearInference["residualQuantiles"][number];

const SHARES = [0, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 1];
/** The quantiles nearest to round shares. */
function selectQuantiles(quantiles: Quantile[]): Quantile[] {
  const nearest = SHARES.map((share) => least(quantiles, ({ probability }) => Math.abs(probability - share))!);
  return [...new Set(nearest)];
}

/** The quantiles of the errors against those that the model assumes (a Q–Q plot). */
export function ErrorShape({ inference }: { inference: LinearInference }) {
  const words = useWords(ERROR_WORDS);
  const { locale, quantity, signed } = useWriter();
  const quantiles = inference.residualQuantiles;
  const write = (value: number) => signed(value, undefined, 0.01);
  const label = words.quantiles;
  return (
    <Figure
      caption={
        <>
          {words.assumed} {tailsInWords(locale, quantiles, inference.fit.n)}
        </>
      }
      axes={words.quantileAxes}
      numbers={
        <DataTable
          caption={label}
          columns={[words.shareBelow, words.expected, words.measured]}
          rows={selectQuantiles(quantiles).map(({ probability, expected, residual }) => [
            quantity(100 * probability, "%", 0.1),
            write(expected),
            write(residual),
          ])}
        />
      }
    >
      <ScatterPlot
        points={quantiles.map(({ expected, residual }) => [expected, residual] as const)}
        bins={[]}
        dots
        perfect="diagonal"
        perfectText={words.asExpected}
        writeX={(value) => signed(value)}
        writeY={(value) => signed(value)}
        label={label}
      />
    </Figure>
  );
}
