import type { Context, Hono } from "hono";
import type { BlankEnv, Schema, ToSchema } from "hono/types";
import type { UnionToIntersection } from "hono/utils/types";
import type { z } from "zod";
import type { Model } from "../model/model";
import type { Auth } from "./middleware/authorize";
import type { Dialect } from "./problem/dialect";
import type { ProblemKind } from "./problem/problem-kinds";

export type Method = "get" | "post";

/**
 * A resource of the API: all that there is to know of one method at one address. The routes of the app, the check of
 * keys, the probes, the words of problems, the documentation and the types of the client follow from it.
 */
export interface Resource<M extends Method, Path extends string, Query extends string, Sent, Answer> {
  method: M;
  /** As Hono writes it. */
  path: Path;
  auth: Auth;
  /** Whether it serves health checks and scrapes: the rate limit leaves it out, and the log has it as a detail. */
  probe?: true;
  /** Whether its answer has an ETag, which a later request can send back. */
  revalidated?: true;
  /** The protocol whose words its problems use; those of RFC 9457 without. */
  dialect?: Dialect;
  /** Its problems, besides those that follow from the rest of the declaration. */
  problems?: ProblemKind[];
  /** Its documentation, once for all models. */
  document?: Documented<Query, Sent> | ((models: Model[]) => Documented<Query, Sent>);
  /** Its documentation for each model, where the model decides what goes in. */
  eachModel?: (model: Model) => Documented<Query, Sent>;
  handler(context: Context<BlankEnv, Path>): Answer;
}

/** The documentation of a resource, with the schemas of what goes in and comes out. */
export interface Documented<Query extends string = string, Sent = unknown> {
  /** Its name in generated clients. */
  id: string;
  /** Its chapter; that of the model where there is one documentation for each model. */
  tag?: string;
  summary: string;
  description: string;
  query?: Record<Query, Parameter>;
  /** The name is that of the schema in generated clients; examples go by what they show. */
  body?: { name: string; schema: z.ZodType<unknown, Sent>; examples: Record<string, unknown>; texts?: Texts };
  answer: {
    /** Of JSON; an answer that is text has media types instead, and one without content neither. */
    schema?: z.ZodType;
    /** 200 unless it is named. */
    status?: 201;
    /** Where it may be 202 as well: when that is. */
    accepted?: string;
    mediaTypes?: string[];
    description: string;
    examples?: Record<string, unknown>;
    /** Examples of the answers to bodies of these types. */
    texts?: Texts;
  };
}

/** A parameter of the query in the words of OpenAPI. */
export interface Parameter {
  required?: true;
  description: string;
  schema: Record<string, unknown>;
  example?: string;
}

/** Examples of what is no JSON document, by media type. */
export type Texts = Partial<Record<"text/csv" | "application/x-ndjson", string>>;

/** A resource of any type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyResource = Resource<Method, any, any, any, Response | Promise<Response>>;

/** Declare a resource; its path, what goes in and what its handler answers become its type. */
export function resource<
  const M extends Method,
  const Path extends string,
  Answer,
  Query extends string = never,
  Sent = never,
>(declared: Resource<M, Path, Query, Sent, Answer>): Resource<M, Path, Query, Sent, Answer> {
  return declared;
}

/** The app that serves resources, as Hono's client knows it. */
export type AppOf<R> = UnionToIntersection<SchemaOf<R>> extends infer S extends Schema ? Hono<BlankEnv, S, "/"> : never;

type SchemaOf<R> =
  R extends Resource<infer M, infer Path, infer Query, infer Sent, infer Answer>
    ? ToSchema<M, Path, { in: QueryOf<Query> & BodyOf<Sent>; out: object }, Awaited<Answer>>
    : never;
type QueryOf<Query extends string> = [Query] extends [never] ? object : { query?: Partial<Record<Query, string>> };
type BodyOf<Sent> = [Sent] extends [never] ? object : { json: Sent };
