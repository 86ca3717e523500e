import type { Document, DocumentedOperation, DocumentedResponse } from "@/lib/api/openapi/openapi";
import type { Schema } from "@/lib/api/openapi/schemas";

/** What stands behind a reference in the document, or the thing itself where it is no reference. */
export function follow<Thing extends object>(document: Document, thing: Thing | { $ref: string }): Thing {
  if (!("$ref" in thing) || typeof thing.$ref !== "string") return thing as Thing;
  const path = thing.$ref.replace("#/", "").split("/");
  return path.reduce((found: object, name) => (found as Record<string, object>)[name]!, document) as Thing;
}

/** The name that a reference to a schema ends with. */
export function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

export interface Entry {
  method: string;
  path: string;
  operation: DocumentedOperation;
}

/** The operations under a tag, in the order of the document. */
export function entriesOf(document: Document, tag: string): Entry[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

export interface Answer {
  status: string;
  response: DocumentedResponse;
  /** The kind of problem, where it is one of ours. */
  kind: string | undefined;
}

/** The answers of an operation, by status. */
export function answersOf(document: Document, { responses }: DocumentedOperation): Answer[] {
  return Object.entries(responses).map(([status, answer]) => {
    const response = follow(document, answer);
    const [kind] = Object.keys(response.content?.["application/problem+json"]?.examples ?? {});
    return { status, response, kind };
  });
}

/** A kind of problem with an example of it. */
export interface DocumentedProblem {
  kind: string;
  title: string;
  status: number;
  remedy: string;
  example: unknown;
}

/** Every kind of problem. */
export function problemsOf(document: Document): DocumentedProblem[] {
  return Object.values(document.components.responses).map(({ description, content }) => {
    const [kind = "", example] = Object.entries(content!["application/problem+json"]!.examples!)[0]!;
    const { title, status } = example!.value as { title: string; status: number };
    return { kind, title, status, remedy: description.slice(title.length + 2), example: example!.value };
  });
}

/** The schemas of objects that answers of our own are made of, by name, in the order in which they are met. */
export function answerSchemas(document: Document, entries: Entry[]): [string, Schema][] {
  const met = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if ("$ref" in part && typeof part.$ref === "string") {
      const name = nameIn(part.$ref);
      if (met.has(name)) return;
      met.add(name);
      visit(follow(document, part));
    } else for (const inner of Object.values(part)) visit(inner);
  };
  for (const { operation } of entries) {
    for (const { response } of answersOf(document, operation)) {
      for (const { schema } of Object.values(response.content ?? {})) visit(schema);
    }
  }
  return [...met]
    .map((name): [string, Schema] => [name, document.components.schemas[name]!])
    .filter(([, { properties }]) => properties && Object.keys(properties).length > 0);
}
