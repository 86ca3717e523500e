import { originOf } from "@/components/calls/origin";
import { readKeyUse } from "@/components/calls/read-key-use";
import { RequestSamples } from "@/components/calls/request-samples";
import { ResponseTrial } from "@/components/calls/response-trial";
import { anchorOf, contentsOf } from "@/components/docs/contents";
import { DocsSection } from "@/components/docs/docs-section";
import { FieldList, fieldsOf } from "@/components/docs/field-list";
import { OperationEntry } from "@/components/docs/operation-entry";
import { ProblemList } from "@/components/docs/problem-list";
import { answerSchemas, entriesOf } from "@/components/docs/reference";
import { SideNavigation } from "@/components/docs/side-navigation";
import { pageToken } from "@/components/page-token";
import { catalogue } from "@/lib/api/catalogue";
import { writtenDocument } from "@/lib/api/openapi/written-document";
import { withBase } from "@/lib/base-path";
import { exampleInputs } from "@/lib/model/inputs/example";
import { listModels } from "@/lib/registry/registry";
import type { Metadata } from "next";
import { headers } from "next/headers";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every call of the API with its parameters, responses and errors. JSON in, JSON out.",
};

export default async function DocsPage() {
  const models = await listModels();
  const { document } = writtenDocument(catalogue, models);
  const access = { origin: originOf(await headers()), keys: await readKeyUse() };
  const tags = document.tags.map((tag) => ({ ...tag, entries: entriesOf(document, tag.name) }));
  const ours = tags.flatMap(({ entries }) => entries).filter(({ path }) => path.startsWith("/api/"));
  const schemas = answerSchemas(document, ours);
  const [first] = models;
  return (
    <div className="lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-x-16 print:block">
      <div className="pt-6 pb-6 lg:col-start-2 lg:pt-10 lg:pb-10">
        <h1 className="text-title tracking-[-0.035em]">API reference</h1>
        <p className="mt-3 text-lead text-quiet lg:mt-5">JSON in, JSON out; errors name the field.</p>
        <a
          href={withBase("/api/openapi.json")}
          className="screen-only link mt-2 inline-flex min-h-11 items-center text-small"
        >
          OpenAPI 3.1 document
        </a>
      </div>
      <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <SideNavigation groups={contentsOf(document, schemas)} />
      </div>
      <div className="min-w-0 lg:col-start-2">
        {first && (
          <DocsSection anchor="begin" title="Begin here">
            <p className="mb-4">
              A request for an estimate by{" "}
              <a href={withBase(`/models/${first.spec.id}/api`)} className="link">
                {first.spec.title}
              </a>
              , and its response.
            </p>
            <RequestSamples model={first} inputs={exampleInputs(first)} {...access} />
            <div className="mt-6">
              <ResponseTrial model={first} inputs={exampleInputs(first)} token={await pageToken()} />
            </div>
          </DocsSection>
        )}
        {tags.map(({ name, "x-displayName": title = name, description, entries }) => (
          <DocsSection key={name} anchor={anchorOf(name)} title={title}>
            <p className="mb-6 text-lead text-quiet">{description}</p>
            {models.some(({ spec }) => spec.id === name) && (
              <a href={withBase(`/models/${name}/api`)} className="link -mt-4 mb-6 inline-flex min-h-11 items-center">
                Samples in curl, JavaScript, TypeScript, Python and R
              </a>
            )}
            {entries.map((entry) => (
              <OperationEntry key={entry.operation.operationId} document={document} entry={entry} />
            ))}
          </DocsSection>
        ))}
        <DocsSection anchor="schemas" title="Schemas">
          {schemas.map(([name, schema]) => (
            <div key={name} className="border-t border-rule py-6 first-of-type:border-0 first-of-type:pt-0">
              <h3 id={name} className="scroll-mt-8 text-lead">
                {name}
              </h3>
              {schema.description && <p className="mt-1 first-letter:uppercase">{schema.description}</p>}
              <FieldList fields={fieldsOf(schema)} />
            </div>
          ))}
        </DocsSection>
        <DocsSection anchor="headers" title="Response headers">
          <FieldList
            fields={Object.entries(document.components.headers).flatMap(([name, header]) =>
              "$ref" in header ? [] : [{ name, schema: header.schema, note: "", description: header.description }],
            )}
          />
        </DocsSection>
        <DocsSection anchor="errors" title="Errors">
          <p className="mb-6 max-w-[38rem]">
            Errors have status 4xx or 5xx and a body of{" "}
            <span className="font-mono text-small">application/problem+json</span> (RFC 9457). Its{" "}
            <span className="font-mono text-small">type</span> is the address of an entry here.
          </p>
          <ProblemList document={document} />
        </DocsSection>
      </div>
    </div>
  );
}
