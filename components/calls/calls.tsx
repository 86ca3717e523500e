import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { batchPath } from "@/components/query";
import { Section } from "@/components/section";
import { withBase } from "@/lib/base-path";
import type { Model } from "@/lib/model/model";
import { Asked } from "./asked";
import { CodeSample } from "./code-sample";
import { asCurl } from "./curl";
import { ExportModel, type Exports } from "./export-model";
import { FaultExample } from "./fault-example";
import { KeyNote } from "./key-note";
import { otherCalls, type OtherCall } from "./protocols";
import type { Question } from "./question";
import type { KeyUse } from "./read-key-use";
import { RequestSamples } from "./request-samples";
import { ResponseTrial } from "./response-trial";
import { linkTo } from "@/components/text-link";
import { CALLS_WORDS } from "./words";

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
  const words = useWords(CALLS_WORDS);
  const write = useWriter();
  const { spec, uncertainty, predictor } = model;
  const parts = [
    words.estimate,
    ...(uncertainty ? [words.range] : []),
    ...(predictor.explain ? [words.contributions] : []),
  ];
  const titles: Record<OtherCall["id"], string> = {
    batch: words.manyRows,
    "open-inference": "Open Inference Protocol",
    mlflow: "MLflow",
  };
  const { inputs } = question;
  return (
    <article>
      <div className="spread pt-6 pb-6 lg:pt-10 lg:pb-10">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em] wrap-anywhere">{words.titleOf(spec.title)}</h1>
          <p className="mt-3 max-w-[36rem] text-lead text-quiet lg:mt-5">{words.inOneRequest(write.list(parts))}</p>
          {keys.needed ? <KeyNote keys={keys} /> : <p className="mt-3 text-small">{words.noKey}</p>}
          <p className="screen-only mt-2 flex flex-wrap gap-x-8 text-small">
            <a href={withBase(`/docs#calls-${spec.id}`)} className="link inline-flex min-h-11 items-center">
              {words.apiReference}
            </a>
            <a href={withBase("/api/openapi.json")} className="link inline-flex min-h-11 items-center">
              {words.openApiDocument}
            </a>
          </p>
        </div>
      </div>
      <Section title={words.request}>
        <RequestSamples model={model} inputs={inputs} origin={origin} keys={keys} />
        <Asked spec={spec} query={query} question={question} />
      </Section>
      <Section title={words.response}>
        <p className="mb-6 max-w-[38rem]">
          {words.notRounded(linkTo("/docs#Estimate"))} {!uncertainty && words.noRange}
        </p>
        <ResponseTrial model={model} inputs={inputs} token={token} />
      </Section>
      <Section title={words.others}>
        <p className="max-w-[38rem]">{words.sameEstimates(linkTo(batchPath(spec)))}</p>
        <div className="mt-2">
          {otherCalls(spec, inputs).map(({ id, path, body }) => (
            <Disclosure key={id} summary={titles[id]}>
              <CodeSample id={`call-${id}`} title="curl" text={asCurl(origin + path, body, keys.needed)} />
            </Disclosure>
          ))}
        </div>
      </Section>
      <Section title={words.export} anchor="export">
        <ExportModel model={model} origin={origin} exports={exports} keys={keys} />
      </Section>
      <Section title={words.errors}>
        <FaultExample model={model} inputs={inputs} />
      </Section>
    </article>
  );
}
