import { Disclosure } from "@/components/disclosure";
import { batchPath } from "@/components/query";
import { noRangeInWords } from "@/components/result/range-sentences";
import { Section } from "@/components/section";
import { withBase } from "@/lib/base-path";
import { localeOf } from "@/lib/language/locale";
import { NO_EVIDENCE } from "@/lib/model/answer/predict";
import type { Model } from "@/lib/model/model";
import { Asked } from "./asked";
import { CodeSample } from "./code-sample";
import { asCurl } from "./curl";
import { ExportModel, type Exports } from "./export-model";
import { FaultExample } from "./fault-example";
import { KeyNote } from "./key-note";
import { otherCalls } from "./protocols";
import type { Question } from "./question";
import type { KeyUse } from "./read-key-use";
import { RequestSamples } from "./request-samples";
import { ResponseTrial } from "./response-trial";

interface CallsProps {
  model: Model;
  query: URLSearchParams;
  question: Question;
  origin: string;
  exports: Exports;
  keys: KeyUse;
  /** Of the page, for the call that it sends itself. */
  token: string;
}

/** The API of one model: a prediction in every language, its response, other protocols, exports and errors. */
export function Calls({ model, query, question, origin, exports, keys, token }: CallsProps) {
  const { spec, uncertainty } = model;
  const { inputs } = question;
  return (
    <article>
      <div className="spread pt-6 pb-6 lg:pt-10 lg:pb-10">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em] wrap-anywhere">API of {spec.title}</h1>
          <p className="mt-3 max-w-[36rem] text-lead text-quiet lg:mt-5">
            JSON in, JSON out: {new Intl.ListFormat("en").format(partsOf(model))} in one request.
          </p>
          {keys.needed ? (
            <KeyNote keys={keys} what="Calls" />
          ) : (
            <p className="mt-3 text-small">No key is needed here.</p>
          )}
          <p className="screen-only mt-2 flex flex-wrap gap-x-8 text-small">
            <a href={withBase(`/docs#calls-${spec.id}`)} className="link inline-flex min-h-11 items-center">
              API reference
            </a>
            <a href={withBase("/api/openapi.json")} className="link inline-flex min-h-11 items-center">
              OpenAPI document
            </a>
          </p>
        </div>
      </div>
      <Section title="Request">
        <RequestSamples model={model} inputs={inputs} origin={origin} keys={keys} />
        <Asked spec={spec} query={query} question={question} />
      </Section>
      <Section title="Response">
        <p className="mb-6 max-w-[38rem]">
          Numbers are not rounded. The reference explains{" "}
          <a href={withBase("/docs#Estimate")} className="link">
            each field
          </a>
          .{!uncertainty && ` ${noRangeInWords(localeOf(spec), NO_EVIDENCE[localeOf(spec)])} What is not known is null.`}
        </p>
        <ResponseTrial model={model} inputs={inputs} token={token} />
      </Section>
      <Section title="Many rows and other protocols">
        <p className="max-w-[38rem]">
          The estimates are the same. For a file, see{" "}
          <a href={withBase(batchPath(spec))} className="link">
            estimates from a CSV file
          </a>
          .
        </p>
        <div className="mt-2">
          {otherCalls(spec, inputs).map(({ id, title, path, body }) => (
            <Disclosure key={id} summary={title}>
              <CodeSample id={`call-${id}`} title="curl" text={asCurl(origin + path, body, keys.needed)} />
            </Disclosure>
          ))}
        </div>
      </Section>
      <Section title="Export as SQL or code" anchor="export">
        <ExportModel model={model} origin={origin} exports={exports} keys={keys} />
      </Section>
      <Section title="Errors">
        <FaultExample model={model} inputs={inputs} />
      </Section>
    </article>
  );
}

/** What an answer holds. */
function partsOf({ uncertainty, predictor }: Model): string[] {
  return ["the estimate", ...(uncertainty ? ["its range"] : []), ...(predictor.explain ? ["its reasons"] : [])];
}
