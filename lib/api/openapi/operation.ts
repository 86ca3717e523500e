import type { AnswerName } from "./openapi-schemas";
import type { ProblemKind } from "../problem/problem-kinds";

/** One operation of the API as the documentation tells it; what goes in and out is in the schemas that it names. */
export interface Operation {
  id: string;
  method: "get" | "post";
  /** The path as `app.ts` routes it. */
  route: string;
  /** The path in the document: the route, or the route for one model. */
  path: string;
  tag: string;
  summary: string;
  description: string;
  parameters?: Parameter[];
  /** Examples go by what they show. */
  body?: { schema: string; examples: Record<string, unknown>; texts?: Texts };
  answer: {
    /** Of JSON; an answer that is text has media types instead, and one without content neither. */
    schema?: AnswerName;
    mediaTypes?: string[];
    description: string;
    examples?: Record<string, unknown>;
    /** What it is instead where the body is such a text. */
    texts?: Texts;
  };
  problems: ProblemKind[];
  /** The schema of its problems, where a protocol has its own. */
  dialect?: AnswerName;
  /** Whether its answer carries a tag, which a later request can bring back. */
  revalidated?: boolean;
  /** Whether it asks for a key where the operator has given out keys. */
  keyed?: boolean;
  /** Whether its answer depends on what is stored, so that no example can be answered anywhere. */
  stateful?: boolean;
}

/** Examples of what is no JSON document, by media type. */
export type Texts = Partial<Record<"text/csv" | "application/x-ndjson", string>>;

/** A parameter as OpenAPI has it. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description: string;
  schema: Record<string, unknown>;
  example?: string;
}

/** What any call can meet: too many calls before it, and a fault of ours. */
export const ALWAYS: ProblemKind[] = ["too-many-requests", "internal-error"];

/** What a call with a body can meet. */
export const SENT: ProblemKind[] = [
  "not-json",
  "needs-key",
  "wrong-key",
  "no-such-model",
  "too-large",
  "unsupported-media-type",
  "invalid-input",
  ...ALWAYS,
];
