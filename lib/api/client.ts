import { hc, type ClientRequestOptions } from "hono/client";
import type { app } from "./app";

/** Every route with what it takes and what it answers, as types alone. */
export type Api = typeof app;

/**
 * A client of the API that knows its types: what each route takes, and what it answers by status.
 *
 * @param baseUrl where Glasshouse is, as in "https://glasshouse.example.org"
 * @example
 * import { createClient } from "glasshouse/client";
 * const { api } = createClient("https://glasshouse.example.org");
 * const response = await api.models[":model"].predict.$post({
 *   param: { model: "salary" },
 *   query: {},
 *   json: { experience: 5, test_score: 8, interview_score: 7 },
 * });
 * if (response.ok) console.log((await response.json()).estimate);
 */
export function createClient(baseUrl: string, options?: ClientRequestOptions) {
  return hc<Api>(baseUrl, options);
}
