import type { Document } from "@/lib/api/openapi/openapi";
import type { Schema } from "@/lib/api/openapi/schemas";
import { entriesOf, problemsOf } from "./reference";
import type { Group } from "./search-contents";

/** Where the section of a tag is. */
export function anchorOf(tag: string): string {
  return `calls-${tag.toLowerCase().replaceAll(" ", "-")}`;
}

/**
 * The contents of the reference: every call, schema and error.
 *
 * @param titles of the sections that are not of the document
 */
export function contentsOf(
  document: Document,
  schemas: [string, Schema][],
  titles: { schemas: string; errors: string },
): Group[] {
  const calls = document.tags.map(({ name, "x-displayName": title = name }) => ({
    href: `#${anchorOf(name)}`,
    title,
    lang: "en" as const,
    lines: entriesOf(document, name).map(({ method, path, operation: { operationId, summary } }) => {
      return { href: `#${operationId}`, text: summary, mark: method, path };
    }),
  }));
  const named = schemas.map(([name]) => ({ href: `#${name}`, text: name }));
  const errors = problemsOf(document).map(({ kind, title, status }) => {
    return { href: `#${kind}`, text: title.charAt(0).toUpperCase() + title.slice(1), mark: String(status) };
  });
  return [
    ...calls,
    { href: "#schemas", title: titles.schemas, lines: named },
    { href: "#errors", title: titles.errors, lines: errors },
  ];
}
