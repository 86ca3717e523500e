import type { Problem } from "@/lib/api/problem/schema";
import { withBase } from "@/lib/base-path";
import type { DecimalMark } from "@/lib/csv/dialect";
import type { Locale } from "@/lib/language/locale";
import type { ColumnChoice } from "@/lib/model/inputs/columns";
import { TROUBLE_WORDS } from "./trouble-words";

/** Why there is no answer. */
export interface Trouble {
  /** A sentence in the reader's language. */
  text?: string;
  /** More, as a clause. */
  detail?: string;
  /** The language of the detail where the server wrote it. */
  lang?: "en";
}

/** The result of sending a slice: its answer; or when to send it again; or what a person has to do before. */
export type Sent =
  | { kind: "answer"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "wait"; trouble: Trouble; seconds?: number }
  | { kind: "key"; trouble: Trouble }
  | { kind: "refused"; trouble: Trouble };

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

/** How a slice is sent, and for whom. */
export interface Sending {
  ask: Ask;
  url: string;
  /** For the server, empty where it needs none. */
  key: string;
  /** Of the reader. */
  locale: Locale;
}

/**
 * Send a slice once. To a server that is away, restarting or busy the caller sends it again: scoring changes nothing, so
 * the same slice can be sent any number of times.
 *
 * @throws what `ask` throws, if `signal` was aborted
 */
export async function sendSlice({ ask, url, key, locale }: Sending, body: Blob, signal: AbortSignal): Promise<Sent> {
  const words = TROUBLE_WORDS[locale];
  const headers = { "content-type": "text/csv", ...(key && { "x-api-key": key }) };
  try {
    const response = await ask(url, { method: "POST", headers, body, signal });
    if (response.ok) return { kind: "answer", bytes: new Uint8Array(await response.arrayBuffer()) };
    return judge(response, await readProblem(response), { words, key });
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: "wait", trouble: { text: words.silent } };
  }
}

type Words = (typeof TROUBLE_WORDS)["en"];

function judge(response: Response, problem: Problem | undefined, { words, key }: { words: Words; key: string }): Sent {
  const { status } = response;
  const saying = (text: string): Trouble =>
    problem ? { text, detail: detailOf(problem), lang: "en" } : { text: words.status(status) };
  if (status === 401 || status === 403) {
    return { kind: "key", trouble: key ? saying(words.keyRefused) : { text: words.keyNeeded } };
  }
  if (status === 429) return { kind: "wait", trouble: { text: words.busy }, seconds: retryAfter(response) };
  if (status >= 500) return { kind: "wait", trouble: { text: words.unavailable }, seconds: retryAfter(response) };
  return { kind: "refused", trouble: saying(words.answers) };
}

function retryAfter({ headers }: Response): number | undefined {
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return seconds >= 0 ? seconds : undefined;
}

/** The problem that the server describes; an answer of a machine in between describes none. */
async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return undefined;
  return response.json();
}

/** All faults where there are several, since the problem itself only counts them. */
function detailOf({ detail, errors = [] }: Problem): string {
  return errors.length > 0 ? errors.map((error) => error.detail).join("; ") : detail;
}
