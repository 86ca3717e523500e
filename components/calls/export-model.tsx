import { rowNames } from "@/lib/model/row-names";
import { useWords } from "@/components/language/use-words";
import { useLocale } from "#locale";
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
import { CALLS_WORDS } from "./words";

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
  const locale = useLocale();
  const words = useWords(CALLS_WORDS);
  const { spec, predictor, uncertainty } = model;
  const path = `/api/models/${spec.id}/export`;
  const offered = formatsOf(model);
  if (exports === "not shown") return <NotShown />;
  const query = predictor.plan ? `format=sql&dialect=postgres&table=${tableOf(spec)}` : "format=json";
  return (
    <>
      <p className="max-w-[38rem]">
        {!predictor.plan ? words.onlyJson : uncertainty ? words.asCode : words.asCodeWithoutRange}
      </p>
      {model.evidence && !showsRows(model) && (
        <p className="mt-3 max-w-[38rem]">{words.privateRows(rowNames(model.evidence, locale).data)}</p>
      )}
      {exports === "with a key" ? (
        <div className="mt-6">
          <CodeSample
            id="export-call"
            title="curl"
            text={asCurlToFile(`${origin}${path}?${query}`, `${spec.id}.${predictor.plan ? "sql" : "json"}`)}
          />
          <KeyNote keys={keys} what="exports" />
        </div>
      ) : (
        <ExportForm
          path={withBase(path)}
          formats={offered.map((name) => ({ name, title: formats[name].title }))}
          dialects={dialectNames.map((name) => ({ name, title: dialectTitle(name) }))}
          table={tableOf(spec)}
        />
      )}
      {predictor.plan && (
        <p className="mt-6 max-w-[38rem] text-small text-quiet">
          {words.columns} {uncertainty ? words.nulls : words.nullsWithoutRange}
        </p>
      )}
      <p className="mt-3 max-w-[38rem] text-small text-quiet">
        {words.onCommandLine(
          <code className="font-mono">
            npm run --silent export -- {spec.id} --format {predictor.plan ? "python" : "json"}
          </code>,
        )}
      </p>
    </>
  );
}

const tableOf = ({ id }: Spec) => id.replaceAll("-", "_");
