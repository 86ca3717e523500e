import { rowNames } from "@/lib/model/row-names";
import { NotShown } from "@/components/not-shown";
import { withBase } from "@/lib/base-path";
import { showsRows } from "@/lib/model/explain/comparables";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";
import { dialectNames, dialectTitle, formats, formatsOf } from "@/lib/export/export";
import { CodeSample } from "./code-sample";
import { asCurlToFile } from "./curl";
import { ExportForm } from "./export-form";
import { KeyNote } from "./key-note";
import type { KeyUse } from "./read-key-use";

/** Who gets exports: the reader by a form, programs with a key, or nobody. */
export type Exports = "open" | "with a key" | "not shown";

interface ExportModelProps {
  model: Model;
  origin: string;
  exports: Exports;
  keys: KeyUse;
}

/** The model as SQL for a database, or as code for a program without this server. */
export function ExportModel({ model, origin, exports, keys }: ExportModelProps) {
  const { spec, predictor } = model;
  const path = `/api/models/${spec.id}/export`;
  const offered = formatsOf(model);
  if (exports === "not shown") return <NotShown />;
  const query = predictor.plan ? `format=sql&dialect=postgres&table=${tableOf(spec)}` : "format=json";
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
        <div className="mt-6">
          <CodeSample
            id="export-call"
            title="curl"
            text={asCurlToFile(`${origin}${path}?${query}`, `${spec.id}.${predictor.plan ? "sql" : "json"}`)}
          />
          <KeyNote keys={keys} what="Exports" />
        </div>
      ) : (
        <ExportForm
          path={withBase(path)}
          formats={offered.map((name) => ({ name, title: formats[name].title }))}
          dialects={dialectNames.map((name) => ({ name, title: dialectTitle(name) }))}
          table={tableOf(spec)}
        />
      )}
      {predictor.plan && <Columns model={model} />}
      <p className="mt-3 max-w-[38rem] text-small text-quiet">
        In the folder of Glasshouse:{" "}
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
  return `The whole model as one SELECT for your database, or as a function without dependencies: ${same}, and NULL where Glasshouse refuses.`;
}

/** What the columns are called that the SELECT reads, and what is null in its answer. */
function Columns({ model: { uncertainty } }: { model: Model }) {
  const where = "NULL where an input is missing or not allowed, and where Glasshouse refuses";
  return (
    <p className="mt-6 max-w-[38rem] text-small text-quiet">
      The SELECT reads a column for each input, by the input&apos;s name in the API.{" "}
      {uncertainty
        ? `Estimate, low and high are ${where}.`
        : `The estimate is ${where}. Low and high are always NULL, as the model gives no range.`}
    </p>
  );
}

const tableOf = ({ id }: Spec) => id.replaceAll("-", "_");
