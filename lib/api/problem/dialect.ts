import type { MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { Problem } from "./schema";

/** How a protocol writes a problem: what is wrong is found in one place, and a protocol only has its own words for it. */
export interface Dialect {
  /**
   * Problems at this address and at every one below it are in these words, though there be no resource; without a base,
   * those at the addresses of its resources alone.
   */
  base?: string;
  /** Of what `write` gives. */
  schema: z.ZodType;
  write(problem: Problem, status: number): object;
}

declare module "hono" {
  interface ContextVariableMap {
    dialect?: Dialect;
  }
}

/** No protocol knows 422: what is wrong with a body is a bad request. */
export function statusInDialect<Status extends Problem["status"]>(status: Status) {
  return status === 422 ? 400 : status;
}

/** Choose the words for the problems of a request by its address, before anything can be wrong with it. */
export function chooseDialect(resources: { path: string; dialect?: Dialect }[]): MiddlewareHandler {
  const dialects = new Map<string, Dialect>();
  for (const { path, dialect } of resources) if (dialect) dialects.set(path, dialect);
  const based = [...new Set(dialects.values())].filter(({ base }) => base !== undefined);
  return (context, next) => {
    const { path } = context.req;
    const dialect = dialects.get(path) ?? based.find(({ base }) => path === base || path.startsWith(`${base}/`));
    if (dialect) context.set("dialect", dialect);
    return next();
  };
}
