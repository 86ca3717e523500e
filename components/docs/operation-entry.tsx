import { Disclosure } from "@/components/disclosure";
import { answersOf, follow, nameIn, type Answer, type Entry } from "./reference";
import { writeJson } from "./write-json";
import type { Document } from "@/lib/api/openapi/openapi";
import type { Schema } from "@/lib/api/openapi/schemas";
import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";
import { FieldList, fieldsOf } from "./field-list";
import { withBase } from "@/lib/base-path";

type Examples = Record<string, { value: unknown }> | undefined;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-6">
      <h4 className="text-small text-quiet">{title}</h4>
      {children}
    </div>
  );
}

function ExampleList({ title, examples = {}, open }: { title: string; examples: Examples; open?: boolean }) {
  return Object.entries(examples).map(([name, { value }]) => (
    <Disclosure key={name} summary={`${title}: ${name.replaceAll("_", " ")}`} className="mt-2" open={open}>
      <CodeBlock>{typeof value === "string" ? value : writeJson(value)}</CodeBlock>
    </Disclosure>
  ));
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
    <p key={status} className="mt-2 text-small">
      {status} {description}
      {content?.["application/json"] && (
        <>
          : <SchemaLinks document={document} schema={content["application/json"].schema} />
        </>
      )}
      .
    </p>
  ));
}

/** The kinds of problems as a sentence, each with the way to its explanation. */
function ProblemLinks({ problems }: { problems: Answer[] }) {
  return (
    <p className="mt-2 text-small">
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
  const body = follow<Schema>(document, schema);
  return body.properties ? (
    <FieldList fields={fieldsOf(body)} />
  ) : (
    <p className="mt-3 text-small">{body.description}</p>
  );
}

/**
 * One operation: how to call it, what goes in, what comes out, what can go wrong. Of those that follow a protocol of
 * others, which explains the rest, only how to call it.
 */
export function OperationEntry({ document, entry }: { document: Document; entry: Entry }) {
  const { method, path, operation } = entry;
  const { operationId, summary, description, parameters = [], requestBody } = operation;
  const answers = answersOf(document, operation);
  const isOurs = path.startsWith("/api/");
  const examples = answers[0]?.response.content?.["application/json"]?.examples;
  return (
    <article aria-labelledby={operationId} className="border-t border-rule py-8 first:border-0 first:pt-0">
      <h3 id={operationId} className="scroll-mt-8 text-lead">
        {summary}
      </h3>
      <p className="mt-1 font-mono text-small wrap-anywhere">
        <span className="text-accent">{method}</span> {path}
      </p>
      <p className="mt-3">{description}</p>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <FieldList
            fields={parameters.map(({ in: place, required, ...parameter }) => ({
              ...parameter,
              note: required ? place : `${place}, optional`,
            }))}
          />
        </Part>
      )}
      {requestBody && (
        <Part title="Body">
          <BodyFields document={document} schema={requestBody.content["application/json"]!.schema} />
        </Part>
      )}
      {isOurs && (
        <>
          <Part title="Answers">
            <AnswerList document={document} answers={answers.filter(({ kind }) => !kind)} />
          </Part>
          <Part title="What can go wrong">
            <ProblemLinks problems={answers.filter(({ kind }) => kind)} />
          </Part>
        </>
      )}
      {Object.entries(requestBody?.content ?? {}).map(([type, content]) => (
        <ExampleList key={type} title="Example of a body" examples={content.examples} open={isOurs} />
      ))}
      <ExampleList title="Example of an answer" examples={examples} />
      {method === "GET" && isOurs && !path.includes("{") && (
        <a href={withBase(path)} className="link mt-2 inline-flex min-h-11 items-center text-small">
          See the answer now
        </a>
      )}
    </article>
  );
}
