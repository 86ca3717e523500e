import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { answersOf, follow, nameIn, type Answer, type Entry } from "./reference";
import type { Document, DocumentedOperation } from "@/lib/api/openapi/openapi";
import type { Schema } from "@/lib/api/openapi/schemas";
import type { ReactNode } from "react";
import { ExampleList } from "./example-list";
import { FieldList, fieldsOf } from "./field-list";
import { withBase } from "@/lib/base-path";
import { DOCS_WORDS } from "./words";

const JSON_TYPE = "application/json";
/** A body of more fields unfolds. */
const MOST_FIELDS = 20;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-6">
      <h4 className="text-small text-quiet">{title}</h4>
      {children}
    </div>
  );
}

/** Where a schema is explained on the page. */
function SchemaLinks({ document, schema }: { document: Document; schema: Schema | { $ref: string } }) {
  const references = [schema, ...(follow<Schema>(document, schema).anyOf ?? [])] as { $ref?: string }[];
  const names = references.flatMap(({ $ref }) => ($ref ? [nameIn($ref)] : []));
  const listed = names.filter((name) => document.components.schemas[name]?.properties);
  return listed.map((name, index) => (
    <span key={name}>
      {index > 0 && ", "}
      <a href={`#${name}`} className="link">
        {name}
      </a>
    </span>
  ));
}

function AnswerList({ document, answers }: { document: Document; answers: Answer[] }) {
  return answers.map(({ status, response: { description, content } }) => (
    <p key={status} lang="en" className="mt-2 text-small">
      {status} {description}
      {content?.[JSON_TYPE] && (
        <>
          : <SchemaLinks document={document} schema={content[JSON_TYPE].schema} />
        </>
      )}
      .
    </p>
  ));
}

/** The kinds of problems as a sentence, each with the way to its explanation. */
function ProblemLinks({ problems }: { problems: Answer[] }) {
  return (
    <p lang="en" className="mt-2 text-small">
      {problems.map(({ status, response, kind }, index) => (
        <span key={status}>
          {index > 0 && ", "}
          {status}{" "}
          <a href={`#${kind}`} className="link">
            {response.description.split(". ")[0]}
          </a>
        </span>
      ))}
      .
    </p>
  );
}

function BodyFields({ document, schema }: { document: Document; schema: Schema | { $ref: string } }) {
  const words = useWords(DOCS_WORDS);
  const body = follow<Schema>(document, schema);
  if (!body.properties)
    return (
      <p lang="en" className="mt-3 text-small">
        {body.description}
      </p>
    );
  const fields = fieldsOf(body);
  if (fields.length <= MOST_FIELDS) return <FieldList fields={fields} />;
  return (
    <Disclosure summary={words.fields(fields.length)}>
      <FieldList fields={fields} />
    </Disclosure>
  );
}

/** The files that a call accepts, by content type. */
function FileTypes({ content }: { content: NonNullable<DocumentedOperation["requestBody"]>["content"] }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <p key={type} className="mt-3 text-small">
      <span className="font-mono">{type}</span>: <span lang="en">{(schema as Schema).description}.</span>
    </p>
  ));
}

/**
 * One operation: its call, parameters, body, responses and errors. For a protocol of others, which documents the rest,
 * only the call.
 */
export function OperationEntry({ document, entry }: { document: Document; entry: Entry }) {
  const words = useWords(DOCS_WORDS);
  const { method, path, operation } = entry;
  const { operationId, summary, description, parameters = [], requestBody } = operation;
  const answers = answersOf(document, operation);
  const isOurs = path.startsWith("/api/");
  return (
    <article
      aria-labelledby={operationId}
      className="border-t border-rule py-8 first-of-type:border-0 first-of-type:pt-0"
    >
      <h3 id={operationId} lang="en" className="scroll-mt-8 text-lead">
        {summary}
      </h3>
      <p className="mt-1 font-mono text-small wrap-anywhere">
        <span className="text-accent">{method}</span> {path}
      </p>
      <p lang="en" className="mt-3">
        {description}
      </p>
      {parameters.length > 0 && (
        <Part title={words.parameters}>
          <FieldList
            fields={parameters.map(({ in: place, required, ...parameter }) => ({
              ...parameter,
              place,
              optional: !required,
            }))}
          />
        </Part>
      )}
      {requestBody && (
        <Part title={words.requestBody}>
          {requestBody.content[JSON_TYPE] ? (
            <BodyFields document={document} schema={requestBody.content[JSON_TYPE].schema} />
          ) : (
            <FileTypes content={requestBody.content} />
          )}
        </Part>
      )}
      {isOurs && (
        <>
          <Part title={words.responses}>
            <AnswerList document={document} answers={answers.filter(({ kind }) => !kind)} />
          </Part>
          <Part title={words.errors}>
            <ProblemLinks problems={answers.filter(({ kind }) => kind)} />
          </Part>
        </>
      )}
      {Object.entries(requestBody?.content ?? {}).map(([type, { examples }]) => (
        <ExampleList
          key={type}
          id={`${operationId}-request-${type}`}
          title={type === JSON_TYPE ? words.exampleRequest : words.exampleRequestAs(type)}
          examples={examples}
          open={isOurs && type === JSON_TYPE}
        />
      ))}
      <ExampleList
        id={`${operationId}-response`}
        title={words.exampleResponse}
        examples={answers[0]?.response.content?.[JSON_TYPE]?.examples}
      />
      {method === "GET" && isOurs && !path.includes("{") && (
        <a href={withBase(path)} className="link mt-2 inline-flex min-h-11 items-center text-small">
          {words.seeResponse}
        </a>
      )}
    </article>
  );
}
