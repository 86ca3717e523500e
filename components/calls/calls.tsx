import { asCurl } from "./curl";
import { asFetch } from "./javascript";
import { otherCalls } from "./protocols";
import { asPython } from "./python";
import type { Question } from "./question";
import { asR } from "./r";
import { asTypeScript } from "./typescript";
import { Section } from "@/components/section";
import { writeJson } from "@/components/docs/write-json";
import { batchPath } from "@/components/query";
import { noRangeInWords } from "@/components/result/range-sentences";
import { predictionAnswer } from "@/lib/api/resources/predict/answer";
import { withBase } from "@/lib/base-path";
import type { Model } from "@/lib/model/model";
import { NO_EVIDENCE, predict } from "@/lib/model/answer/predict";
import { Asked } from "./asked";
import { CodeSample } from "./code-sample";
import { FaultExample } from "./fault-example";
import { TakeAway, type Exports } from "./take-away";
import { TryIt } from "./try-it";

interface CallsProps {
  model: Model;
  query: URLSearchParams;
  question: Question;
  origin: string;
  takeAway: Exports;
  /** Of the page, for the call that it sends itself. */
  token: string;
}

/** The same question from programs, its answer, other ways to ask it, and what can go wrong. */
export function Calls({ model, query, question, origin, takeAway, token }: CallsProps) {
  const { spec, uncertainty, predictor } = model;
  const { inputs } = question;
  const known = { interval: uncertainty !== null, contributions: predictor.explain !== null };
  const parts = [
    "the estimate",
    ...(uncertainty ? ["how far off it may be"] : []),
    ...(predictor.explain ? ["why"] : []),
  ];
  const path = `/api/models/${spec.id}/predict`;
  const url = origin + path;
  const samples = [
    { id: "call-curl", title: "curl", text: asCurl(url, inputs) },
    { id: "call-javascript", title: "JavaScript", text: asFetch(url, inputs) },
    { id: "call-typescript", title: "TypeScript", text: asTypeScript(url, spec, inputs, known) },
    { id: "call-python", title: "Python", text: asPython(url, inputs) },
    { id: "call-r", title: "R", text: asR(url, inputs) },
  ];
  return (
    <article>
      <div className="spread pt-10 pb-12 lg:pt-16 lg:pb-16">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">Use it from code</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">
            {spec.title}: one request with the inputs by name, one answer with {new Intl.ListFormat("en").format(parts)}
            .
          </p>
          <Asked spec={spec} query={query} question={question} />
          <ul className="screen-only mt-6 flex flex-wrap gap-x-6 text-small">
            {samples.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="link inline-flex min-h-11 items-center">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <Section title="The call">
        {samples.map((sample) => (
          <CodeSample key={sample.id} {...sample} />
        ))}
        <p className="mt-6 max-w-[38rem] text-small text-quiet">
          In TypeScript, types need not be written: <span className="font-mono">openapi-typescript</span> makes those of
          every call from{" "}
          <a href={withBase("/api/openapi.json")} className="link">
            the OpenAPI document
          </a>
          , and in a project that has this one beside it, <span className="font-mono">createClient</span> of{" "}
          <span className="font-mono wrap-anywhere">lib/api/client.ts</span> knows them already.
        </p>
      </Section>
      <Section title="The answer">
        <p className="max-w-[38rem]">
          This comes back, with numbers unrounded.{" "}
          <a href={withBase("/docs#Estimate")} className="link">
            What each part means
          </a>{" "}
          is in the documentation.
          {!uncertainty && ` ${noRangeInWords(NO_EVIDENCE)} What is not known is null.`}
        </p>
        <TryIt
          key={JSON.stringify(inputs)}
          path={path}
          body={JSON.stringify(inputs)}
          token={token}
          example={writeJson(predictionAnswer(model, predict(model, inputs), "…"))}
        />
      </Section>
      <Section title="Other ways to ask">
        <p className="mb-8 max-w-[38rem]">
          A list of rows is answered in one call, a{" "}
          <a href={withBase(batchPath(spec))} className="link">
            whole table
          </a>{" "}
          in another, and programs that speak the Open Inference Protocol or MLflow&apos;s scoring need not be changed.
          The estimate is the same.
        </p>
        {otherCalls(spec, inputs).map(({ id, title, path, body }) => (
          <CodeSample key={id} id={`call-${id}`} title={title} text={asCurl(origin + path, body)} />
        ))}
      </Section>
      <Section title="The model where your data is" anchor="take-away">
        <TakeAway model={model} origin={origin} exports={takeAway} />
      </Section>
      <Section title="What can go wrong">
        <FaultExample model={model} inputs={inputs} />
      </Section>
    </article>
  );
}
