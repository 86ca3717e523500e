import type { Problem } from "@/lib/api/problem/schema";
import { withBase } from "@/lib/base-path";
import type { DecimalMark } from "@/lib/csv/dialect";
import type { ColumnChoice } from "@/lib/model/inputs/columns";

/** What came of sending a slice: its answer; or when to send it again; or what a person has to do before. */
export type Sent =
  | { kind: "answer"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "wait"; detail: string; seconds?: number }
  | { kind: "key"; detail: string }
  | { kind: "refused"; detail: string };

export type Ask = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Where a batch is sent, with the interval's level, if any, and the columns that were chosen, null where there is none.
 *
 * @param receipts whether each estimate gets its receipt
 */
export function batchUrl(model: string, level: number | null, columns: ColumnChoice, receipts = false): string {
  const query = new URLSearchParams(level === null ? {} : { level: String(level) });
  if (receipts) query.set("receipts", "1");
  for (const [feature, column] of Object.entries(columns)) query.set(`map.${feature}`, column ?? "");
  return withBase(`/api/models/${model}/predict/batch?${query}`);
}

/** The same with the mark before decimals, where it is known. */
export function withDecimal(url: string, mark: DecimalMark | undefined): string {
  return mark ? `${url}${url.endsWith("?") ? "" : "&"}${new URLSearchParams({ decimal: mark })}` : url;
}

/**
 * Send a slice once. A server that is away, restarting or busy is to be asked again: scoring changes nothing, so the
 * same slice can be sent any number of times.
 *
 * @throws what `ask` throws, if `signal` was aborted
 */
export async function sendSlice(ask: Ask, url: string, body: Blob, key: string, signal: AbortSignal): Promise<Sent> {
  const headers = { "content-type": "text/csv", ...(key && { "x-api-key": key }) };
  try {
    const response = await ask(url, { method: "POST", headers, body, signal });
    if (response.ok) return { kind: "answer", bytes: new Uint8Array(await response.arrayBuffer()) };
    return judge(response, await readProblem(response));
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: "wait", detail: "the server does not answer" };
  }
}

function judge(response: Response, problem: Problem | undefined): Sent {
  const { status } = response;
  const detail = problem ? detailOf(problem) : `the server answered with status ${status}`;
  if (status === 401 || status === 403) return { kind: "key", detail };
  if (status === 429)
    return { kind: "wait", detail: "the server takes no more for now", seconds: retryAfter(response) };
  if (status >= 500) return { kind: "wait", detail: "the server cannot answer for now", seconds: retryAfter(response) };
  return { kind: "refused", detail };
}

function retryAfter({ headers }: Response): number | undefined {
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return seconds >= 0 ? seconds : undefined;
}

/** What is no problem comes from a machine in between. */
async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return undefined;
  return response.json();
}

/** Of several faults each, as the problem itself only counts them. */
function detailOf({ detail, errors = [] }: Problem): string {
  return errors.length > 0 ? errors.map((error) => error.detail).join("; ") : detail;
}
