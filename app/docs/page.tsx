import { asCurl } from "@/components/calls/curl";
import { originOf } from "@/components/calls/origin";
import { CodeBlock } from "@/components/docs/code-block";
import { FieldList, fieldsOf } from "@/components/docs/field-list";
import { OperationEntry } from "@/components/docs/operation-entry";
import { ProblemList } from "@/components/docs/problem-list";
import { Section } from "@/components/section";
import { withBase } from "@/lib/base-path";
import { exampleInputs } from "@/lib/model/inputs/example";
import { predictionAnswer } from "@/lib/api/resources/predict/answer";
import { writtenDocument } from "@/lib/api/openapi/written-document";
import { catalogue } from "@/lib/api/catalogue";
import { predict } from "@/lib/model/answer/predict";
import { listModels } from "@/lib/registry/registry";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { answerSchemas, entriesOf } from "@/components/docs/reference";
import { writeJson } from "@/components/docs/write-json";

export const metadata: Metadata = {
  title: "API",
  description: "Every call that a program can make here, what it takes, what it answers and what can go wrong.",
};

export default async function DocsPage() {
  const models = await listModels();
  const { document } = writtenDocument(catalogue, models);
  const origin = originOf(await headers());
  const tags = document.tags.map((tag) => ({ ...tag, entries: entriesOf(document, tag.name) }));
  const ours = tags.flatMap(({ entries }) => entries).filter(({ path }) => path.startsWith("/api/"));
  const [first] = models;
  return (
    <>
      <div className="spread pt-10 pb-12 lg:pt-16 lg:pb-16">
        <div className="max-w-[46rem] min-w-0 lg:col-start-2">
          <h1 className="text-title tracking-[-0.035em]">Ask it from a program</h1>
          <p className="mt-5 max-w-[36rem] text-lead text-quiet">
            One request, one answer: the estimate, how far off it may be, and why. Inputs go by name, numbers come
            unrounded, and a fault says which field needs what.
          </p>
        </div>
      </div>
      <Section sticky title="Begin here">
        {first && (
          <>
            <p>Paste this into a terminal.</p>
            <CodeBlock>{asCurl(`${origin}/api/models/${first.spec.id}/predict`, exampleInputs(first))}</CodeBlock>
            <p className="mt-6">This comes back.</p>
            <CodeBlock>{writeJson(predictionAnswer(first, predict(first, exampleInputs(first)), "…"))}</CodeBlock>
          </>
        )}
        <p className="mt-6">
          The whole page is also{" "}
          <a href={withBase("/api/openapi.json")} className="link">
            a document in OpenAPI 3.1
          </a>
          , from which tools make clients in most languages.
        </p>
      </Section>
      <Section sticky title="All calls">
        <div className="space-y-6">
          {tags.map(({ name, "x-displayName": title = name, entries }) => (
            <div key={name}>
              <h3 className="text-small text-quiet">{title}</h3>
              <ul className="mt-1 text-small">
                {entries.map(({ method, path, operation }) => (
                  <li key={operation.operationId} className="grid gap-x-6 py-1 sm:grid-cols-2">
                    <span>
                      <a href={`#${operation.operationId}`} className="link inline-flex items-center max-sm:min-h-11">
                        {operation.summary}
                      </a>
                    </span>
                    <span className="font-mono text-caption leading-normal text-quiet wrap-anywhere">
                      {method} {path}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Section>
      {tags.map(({ name, "x-displayName": title = name, description, entries }) => (
        <Section sticky key={name} title={title}>
          <p className="mb-8 max-w-[38rem] text-lead text-quiet">{description}</p>
          {models.some(({ spec }) => spec.id === name) && (
            <a href={withBase(`/models/${name}/api`)} className="link -mt-4 mb-6 inline-flex min-h-11 items-center">
              In curl, JavaScript, TypeScript, Python and R
            </a>
          )}
          {entries.map((entry) => (
            <OperationEntry key={entry.operation.operationId} document={document} entry={entry} />
          ))}
        </Section>
      ))}
      <Section sticky title="What answers hold">
        {answerSchemas(document, ours).map(([name, schema]) => (
          <div key={name} className="border-t border-rule py-6 first:border-0 first:pt-0">
            <h3 id={name} className="scroll-mt-8 text-lead">
              {name}
            </h3>
            {schema.description && <p className="mt-1 first-letter:uppercase">{schema.description}</p>}
            <FieldList fields={fieldsOf(schema)} />
          </div>
        ))}
      </Section>
      <Section sticky title="What every answer carries">
        <FieldList
          fields={Object.entries(document.components.headers).flatMap(([name, header]) =>
            "$ref" in header ? [] : [{ name, schema: header.schema, note: "", description: header.description }],
          )}
        />
      </Section>
      <Section sticky title="What can go wrong">
        <p className="mb-8 max-w-[38rem]">
          A fault is answered as <span className="font-mono text-small">application/problem+json</span> (RFC 9457), and
          its type leads here.
        </p>
        <ProblemList document={document} />
      </Section>
    </>
  );
}
