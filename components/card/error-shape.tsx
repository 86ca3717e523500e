import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { ScatterPlot } from "@/components/chart/scatter-plot";
import { signedAmount } from "@/components/words";
import { formatQuantity } from "@/lib/model/format";
import type { LinearInference } from "@/lib/model/predictor";
import { least } from "d3-array";
import { tailsInWords } from "./error-sentences";

type Quantile = LinearInference["residualQuantiles"][number];

const SHARES = [0, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 1];
/** The quantiles nearest to round shares. */
function selectQuantiles(quantiles: Quantile[]): Quantile[] {
  const nearest = SHARES.map((share) => least(quantiles, ({ probability }) => Math.abs(probability - share))!);
  return [...new Set(nearest)];
}

/** Errors in the order of their size against the errors of a model that is right (a Q–Q plot). */
export function ErrorShape({ inference }: { inference: LinearInference }) {
  const quantiles = inference.residualQuantiles;
  const write = (value: number) => signedAmount(value, undefined, 0.01);
  const label = "Quantiles of the errors against those expected";
  return (
    <Figure
      caption={
        <>
          Ranges by Student’s t rest on errors of a certain shape. If they have it, the dots lie on the straight line.{" "}
          {tailsInWords(quantiles, inference.fit.n)}
        </>
      }
      axes="Across: where a quantile of the errors should lie. Up: where it lies. Both in standard errors; an error is the truth less its estimate, each by the model fitted without it."
      numbers={
        <DataTable
          caption={label}
          columns={["Share of errors below", "Expected", "Measured"]}
          rows={selectQuantiles(quantiles).map(({ probability, expected, residual }) => [
            `${formatQuantity(100 * probability, undefined, 0.1)}%`,
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
        perfectText="as expected"
        writeX={signedAmount}
        writeY={signedAmount}
        label={label}
      />
    </Figure>
  );
}
