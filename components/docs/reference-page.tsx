import { RequestSamples } from "@/components/calls/request-samples";
import { ResponseTrial } from "@/components/calls/response-trial";
import type { KeyUse } from "@/components/calls/read-key-use";
import { useWords } from "@/components/language/use-words";
import type { Document } from "@/lib/api/openapi/openapi";
import { withBase } from "@/lib/base-path";
import { exampleInputs } from "@/lib/model/inputs/example";
import type { Model } from "@/lib/model/model";
import { anchorOf, contentsOf } from "./contents";
import { DocsSection } from "./docs-section";
import { FieldList, fieldsOf } from "./field-list";
import { OperationEntry } from "./operation-entry";
import { ProblemList } from "./problem-list";
import { answerSchemas, entriesOf } from "./reference";
import { SideNavigation } from "./side-navigation";
import { DOCS_WORDS } from "./words";

interface ReferencePageProps {
  /** Those that the document describes. */
  models: Model[];
  document: Document;
  origin: string;
  keys: KeyUse;
  /** Of the page, for the call that it sends itself. */
  token: string;
}

/** The API reference: a first request, then every call, schema, header and error of the OpenAPI document. */
export function ReferencePage({ models, document, origin, keys, token }: ReferencePageProps) {
  const words = useWords(DOCS_WORDS);
  const tags = document.tags.map((tag) => ({ ...tag, entries: entriesOf(document, tag.name) }));
  const ours = tags.flatMap(({ entries }) => entries).filter(({ path }) => path.startsWith("/api/"));
  const schemas = answerSchemas(document, ours);
  const [first] = models;
  return (
    <div className="lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-x-16 print:block">
      <div className="pt-6 pb-6 lg:col-start-2 lg:pt-10 lg:pb-10">
        <h1 className="text-title tracking-[-0.035em]">{words.title}</h1>
        <p className="mt-3 text-lead text-quiet lg:mt-5">{words.lead}</p>
        {words.language && <p className="mt-2">{words.language}</p>}
        <a
          href={withBase("/api/openapi.json")}
          className="screen-only link mt-2 inline-flex min-h-11 items-center text-small"
        >
          {words.openApiDocument}
        </a>
      </div>
      <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <SideNavigation groups={contentsOf(document, schemas, words)} />
      </div>
      <div className="min-w-0 lg:col-start-2">
        {first && (
          <DocsSection anchor="begin" title={words.begin}>
            <p className="mb-4">
              {words.firstRequest(
                <a href={withBase(`/models/${first.spec.id}/api`)} className="link">
                  {first.spec.title}
                </a>,
              )}
            </p>
            <RequestSamples model={first} inputs={exampleInputs(first)} origin={origin} keys={keys} />
            <div className="mt-6">
              <ResponseTrial model={first} inputs={exampleInputs(first)} token={token} />
            </div>
          </DocsSection>
        )}
        {tags.map(({ name, "x-displayName": title = name, description, entries }) => (
          <DocsSection key={name} anchor={anchorOf(name)} title={<span lang="en">{title}</span>}>
            <p lang="en" className="mb-6 text-lead text-quiet">
              {description}
            </p>
            {models.some(({ spec }) => spec.id === name) && (
              <a href={withBase(`/models/${name}/api`)} className="link -mt-4 mb-6 inline-flex min-h-11 items-center">
                {words.samples}
              </a>
            )}
            {entries.map((entry) => (
              <OperationEntry key={entry.operation.operationId} document={document} entry={entry} />
            ))}
          </DocsSection>
        ))}
        <DocsSection anchor="schemas" title={words.schemas}>
          {schemas.map(([name, schema]) => (
            <div key={name} className="border-t border-rule py-6 first-of-type:border-0 first-of-type:pt-0">
              <h3 id={name} lang="en" className="scroll-mt-8 text-lead">
                {name}
              </h3>
              {schema.description && (
                <p lang="en" className="mt-1 first-letter:uppercase">
                  {schema.description}
                </p>
              )}
              <FieldList fields={fieldsOf(schema)} />
            </div>
          ))}
        </DocsSection>
        <DocsSection anchor="headers" title={words.headers}>
          <FieldList
            fields={Object.entries(document.components.headers).flatMap(([name, header]) =>
              "$ref" in header ? [] : [{ name, schema: header.schema, description: header.description }],
            )}
          />
        </DocsSection>
        <DocsSection anchor="errors" title={words.errors}>
          <p className="mb-6 max-w-[38rem]">
            {words.everyError(
              <code className="font-mono text-small">application/problem+json</code>,
              <code className="font-mono text-small">type</code>,
            )}
          </p>
          <ProblemList document={document} />
        </DocsSection>
      </div>
    </div>
  );
}
