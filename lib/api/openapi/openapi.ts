import type { z } from "zod";
import { withBase } from "../../base-path";
import type { Model } from "../../model/model";
import { RELEASE } from "../../service/release";
import { statusInDialect } from "../problem/dialect";
import { problemExamples } from "../problem/problem-examples";
import { problemKinds, type ProblemKind } from "../problem/problem-kinds";
import { PROBLEM_TYPE } from "../problem/refuse";
import { problemSchema } from "../problem/schema";
import type { AnyResource, Method, Texts } from "../resource";
import { answers, nameOf } from "./names";
import { listOperations, type NamedParameter, type Operation } from "./operations";
import { describeSchemas, referTo, type Schema } from "./schemas";

interface Reference {
  $ref: string;
}
type Headers = Record<string, { description: string; schema: Schema } | Reference>;
interface Content {
  schema: Schema | Reference;
  examples?: Record<string, { summary?: string; value: unknown }>;
}
export interface DocumentedResponse {
  description: string;
  headers?: Headers;
  content?: Record<string, Content>;
}
export interface DocumentedOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, never[]>[];
  parameters?: NamedParameter[];
  requestBody?: { required: true; content: Record<string, Content> };
  responses: Record<string, DocumentedResponse | Reference>;
}

/** The parts of OpenAPI 3.1 that are used here. */
export interface Document {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string; description: string }[];
  tags: { name: string; description: string; "x-displayName"?: string }[];
  paths: Record<string, Partial<Record<Method, DocumentedOperation>>>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, DocumentedResponse>;
    headers: Headers;
    securitySchemes: Record<string, Record<string, string>>;
  };
}

const headers = {
  "X-Request-Id": "The id of this request in the log. If you send one, Glasshouse uses it.",
  RateLimit:
    'The remaining requests (r) and the seconds until the limit resets (t): "default";r=99;t=42. Absent where there is no limit.',
  ETag: "A tag of this response. Send it back as If-None-Match: the response is 304 Not Modified while nothing has changed.",
  "Cache-Control": "no-cache: the response may be cached and must be revalidated each time.",
  Allow: "The methods that the address supports.",
  "Retry-After": "The number of seconds to wait.",
  "WWW-Authenticate": "The way to send a key.",
};
type HeaderName = keyof typeof headers;

const EVERY_ANSWER: HeaderName[] = ["X-Request-Id", "RateLimit"];

/** What some kinds of problems carry besides. */
const problemHeaders: Partial<Record<ProblemKind, HeaderName[]>> = {
  "method-not-allowed": ["Allow"],
  "too-many-requests": ["Retry-After"],
  "needs-key": ["WWW-Authenticate"],
  "no-store": ["Retry-After"],
};

const knownTag: NamedParameter = {
  name: "If-None-Match",
  in: "header",
  description: "The ETag of an earlier response.",
  schema: { type: "string" },
};

/** The documentation of resources in OpenAPI 3.1, for the models that there are. */
export function describeApi(resources: AnyResource[], models: Model[]): Document {
  const operations = listOperations(resources, models);
  const paths: Document["paths"] = {};
  for (const operation of operations) {
    const { path, resource } = operation;
    paths[path] = { ...paths[path], [resource.method]: describeOperation(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Glasshouse",
      version: RELEASE,
      description:
        "Regression models that give an estimate with its prediction interval and the contribution of each input.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: withBase("/"), description: "this server" }],
    tags: [
      { name: "Models", description: "The models, their cards and their exports." },
      ...models.map(({ spec }) => ({ name: spec.id, "x-displayName": spec.title, description: spec.summary })),
      { name: "Drafts", description: "The steps from a table or a model file to a published version." },
      { name: "Outcomes", description: "Reports about estimates, monitoring and erasure." },
      {
        name: "Open Inference Protocol",
        description: "Version 2 over REST, for clients of KServe, Triton and others.",
      },
      { name: "MLflow", description: "For clients of the MLflow scoring server and of SageMaker." },
      { name: "Service", description: "Health checks, metrics and the OpenAPI document." },
    ],
    paths,
    components: {
      schemas: describeSchemas(operations.flatMap(({ body }) => body ?? [])),
      responses: Object.fromEntries(
        Object.entries(problemExamples).map(([kind, example]) => [
          nameOf(kind),
          describeProblem(kind as ProblemKind, example),
        ]),
      ),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
      ),
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A key from the operator." },
        key: {
          type: "apiKey",
          in: "header",
          name: "X-API-Key",
          description: "The same key, for clients that send it in this header.",
        },
      },
    },
  };
}

function describeOperation(operation: Operation): DocumentedOperation {
  const { id, tag, summary, description, body, uploads, answer, problems, resource } = operation;
  const { auth, revalidated, dialect } = resource;
  const parameters = [...operation.parameters, ...(revalidated ? [knownTag] : [])];
  const carried: HeaderName[] = revalidated ? ["ETag", "Cache-Control", ...EVERY_ANSWER] : EVERY_ANSWER;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    security: auth !== "open" ? [{}, { bearer: [] }, { key: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: describeBody(body) } }),
    ...(uploads && { requestBody: { required: true, content: describeUploads(uploads) } }),
    responses: {
      [answer.status ?? 200]: {
        description: answer.description,
        headers: referToHeaders(carried),
        ...describeAnswer(answer),
      },
      ...(answer.accepted !== undefined && {
        202: { description: answer.accepted, headers: referToHeaders(carried), ...describeAnswer(answer) },
      }),
      ...(revalidated && {
        304: { description: "not modified", headers: referToHeaders(carried) },
      }),
      ...(dialect ? describeInDialect(dialect.schema, problems) : referToProblems(problems)),
    },
  };
}

function describeBody({ name, examples, texts }: NonNullable<Operation["body"]>): Record<string, Content> {
  return { "application/json": describeContent(referTo(name), examples), ...describeTexts(texts) };
}

function describeUploads(uploads: Record<string, string>): Record<string, Content> {
  return Object.fromEntries(
    Object.entries(uploads).map(([type, description]) => [type, { schema: { type: "string", description } }]),
  );
}

function describeTexts(texts: Texts = {}): Record<string, Content> {
  return Object.fromEntries(
    Object.entries(texts).map(([type, text]) => [type, describeContent({ type: "string" }, { typical: text })]),
  );
}

function describeAnswer({
  schema,
  mediaTypes,
  examples,
  texts,
}: Operation["answer"]): Pick<DocumentedResponse, "content"> {
  if (schema) {
    return {
      content: { "application/json": describeContent(referToAnswer(schema), examples), ...describeTexts(texts) },
    };
  }
  if (!mediaTypes) return {};
  const described = mediaTypes.map((type) => [
    type,
    { schema: { type: type === "application/json" ? "object" : "string" } },
  ]);
  return { content: Object.fromEntries(described) };
}

function referToProblems(kinds: ProblemKind[]): DocumentedOperation["responses"] {
  return Object.fromEntries(
    kinds.map((kind) => {
      const { status } = problemKinds[kind];
      const same = kinds.filter((other) => problemKinds[other].status === status);
      const one = { $ref: `#/components/responses/${nameOf(kind)}` };
      return [status, same.length === 1 ? one : describeEither(same)];
    }),
  );
}

/** Problems that share a status, for which OpenAPI has one place. */
function describeEither(kinds: ProblemKind[]): DocumentedResponse {
  const examples = Object.fromEntries(kinds.map((kind) => [kind, problemExamples[kind]]));
  return {
    description: kinds.map((kind) => problemKinds[kind].title).join(", or "),
    headers: referToHeaders([...kinds.flatMap((kind) => problemHeaders[kind] ?? []), ...EVERY_ANSWER]),
    content: { [PROBLEM_TYPE]: describeContent(referToAnswer(problemSchema), examples) },
  };
}

/** The same problems as a protocol of others writes them: in its own shape, and without 422, which none of them knows. */
function describeInDialect(schema: z.ZodType, kinds: ProblemKind[]): DocumentedOperation["responses"] {
  const responses: Record<string, DocumentedResponse> = {};
  for (const kind of kinds) {
    const { status, title } = problemKinds[kind];
    const met = responses[statusInDialect(status)];
    responses[statusInDialect(status)] = {
      description: met ? `${met.description}, or ${title}` : title,
      headers: referToHeaders([...(problemHeaders[kind] ?? []), ...EVERY_ANSWER]),
      content: { "application/json": { schema: referToAnswer(schema) } },
    };
  }
  return responses;
}

function describeContent(schema: Content["schema"], examples?: Record<string, unknown>): Content {
  if (!examples) return { schema };
  return {
    schema,
    examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
  };
}

function describeProblem(kind: ProblemKind, example: unknown): DocumentedResponse {
  const { title, remedy } = problemKinds[kind];
  return {
    description: `${title}. ${remedy}`,
    headers: referToHeaders([...(problemHeaders[kind] ?? []), ...EVERY_ANSWER]),
    content: { [PROBLEM_TYPE]: describeContent(referToAnswer(problemSchema), { [kind]: example }) },
  };
}

function referToAnswer(schema: z.ZodType): Reference {
  return referTo(answers.get(schema)!.id);
}

function referToHeaders(names: HeaderName[]): Headers {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
