import { rowNames } from "@/lib/model/row-names";
import { NotShown } from "@/components/not-shown";
import { withBase } from "@/lib/base-path";
import { showsRows } from "@/lib/model/explain/comparables";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";
import { dialectNames, dialectTitle, formats, formatsOf } from "@/lib/export/export";
import { CodeBox } from "./code-box";
import { TakeAwayForm } from "./take-away-form";

/** Who gets exports: the reader by a form, programs with a key, or nobody. */
export type Exports = "open" | "with a key" | "not shown";

/** The model where the data is: in a database, or in a program without this server. */
export function TakeAway({ model, origin, exports }: { model: Model; origin: string; exports: Exports }) {
  const { spec, predictor } = model;
  const path = `/api/models/${spec.id}/export`;
  const offered = formatsOf(model);
  if (exports === "not shown") return <NotShown />;
  const question = predictor.plan ? `format=sql&dialect=postgres&table=${tableOf(spec)}` : "format=json";
  return (
    <>
      <p className="max-w-[38rem]">{whatInWords(model)}</p>
      {model.evidence && !showsRows(model) && (
        <p className="mt-3 max-w-[38rem]">
          The rows of its {rowNames(model.evidence).data} are private: the JSON comes without them, and so explains
          nothing.
        </p>
      )}
      {exports === "with a key" ? (
        <>
          <p className="mt-3 mb-6 max-w-[38rem]">An export needs a key.</p>
          <CodeBox
            id="take-away"
            label="The call"
            text={`curl -H 'authorization: Bearer <key>' '${origin}${path}?${question}'`}
          />
        </>
      ) : (
        <TakeAwayForm
          path={withBase(path)}
          formats={offered.map((name) => ({ name, title: formats[name].title }))}
          dialects={dialectNames.map((name) => ({ name, title: dialectTitle(name) }))}
          table={tableOf(spec)}
        />
      )}
      <p className="mt-6 max-w-[38rem] text-small text-quiet">
        {predictor.plan && <Columns model={model} />}
        From a terminal:{" "}
        <span className="font-mono">
          npm run --silent export -- {spec.id} --format {predictor.plan ? "python" : "json"}
        </span>
        .
      </p>
    </>
  );
}

function whatInWords({ predictor, uncertainty }: Model): string {
  if (!predictor.plan) return "The whole model as JSON, which no other language can compute.";
  const same = uncertainty ? "the same estimate and the same range" : "the same estimate";
  return `The whole model as one SELECT for the database that has the rows, or as a function without dependencies: ${same}, and nothing where there would be no number here.`;
}

/** What the columns are called that the SELECT reads, and what is null in its answer. */
function Columns({ model: { spec, uncertainty } }: { model: Model }) {
  const where = "null where an input is missing or not allowed, and where the answer here is a refusal";
  return (
    <>
      In SQL, columns are called as the inputs are: <span className="font-mono">{namesOf(spec)}</span>.{" "}
      {uncertainty
        ? `Estimate, low and high are ${where}.`
        : `The estimate is ${where}. Low and high are always null, as the model gives no range.`}{" "}
    </>
  );
}

const tableOf = ({ id }: Spec) => id.replaceAll("-", "_");
const namesOf = ({ inputs }: Spec) => inputs.map(({ name }) => name).join(", ");
