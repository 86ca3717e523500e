import type { Problem } from "@/lib/api/problem/schema";
import { withBase } from "@/lib/base-path";
import { TOKEN_FIELD, TOKEN_HEADER } from "@/lib/service/form-token-names";

/** Why the API did not do something: the session has ended, no answer came, or it refuses. */
export type Failed = { failed: "login" } | { failed: "away" } | { failed: "refused"; problem: Problem };
export type Called<Value> = { value: Value } | Failed;

/** Calls of the API from pages of the owner. */
export interface Caller {
  /** @param body sent as JSON */
  call: <Value>(method: string, path: string, body?: unknown) => Promise<Called<Value>>;
  /** Sends bytes as they are, however many, and says how far it is. Null where it was called off. */
  send: <Value>(path: string, body: Blob, about: SendOptions) => Promise<Called<Value> | null>;
}

interface SendOptions {
  type: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

interface Answer {
  status: number;
  text: string;
}

/** @param token of the page; another login has another, which is then read from a page of its own */
export function makeCaller(token: string): Caller {
  let known = token;
  async function repeated(attempt: (token: string) => Promise<Answer | null>): Promise<Answer | null> {
    const first = await attempt(known);
    if (first?.status !== 401) return first;
    const fresh = await freshToken();
    if (fresh === undefined || fresh === known) return first;
    known = fresh;
    return attempt(known);
  }
  return {
    async call<Value>(method: string, path: string, body?: unknown) {
      const answer = await repeated(async (token) => {
        const headers = { "content-type": "application/json", [TOKEN_HEADER]: token };
        const sent = body === undefined ? undefined : JSON.stringify(body);
        const response = await fetch(withBase(path), { method, headers, body: sent });
        return { status: response.status, text: await response.text() };
      }).catch(() => null);
      return toCalled<Value>(answer);
    },
    async send<Value>(path: string, body: Blob, about: SendOptions) {
      try {
        const answer = await repeated((token) => upload(withBase(path), body, token, about));
        return about.signal.aborted ? null : toCalled<Value>(answer);
      } catch {
        return about.signal.aborted ? null : { failed: "away" as const };
      }
    },
  };
}

function toCalled<Value>(answer: Answer | null): Called<Value> {
  if (!answer) return { failed: "away" };
  if (answer.status === 401) return { failed: "login" };
  try {
    const json = answer.text === "" ? null : JSON.parse(answer.text);
    return answer.status < 400 ? { value: json as Value } : { failed: "refused", problem: json as Problem };
  } catch {
    // A proxy answers in its own words.
    return { failed: "away" };
  }
}

/** `fetch` does not say how much of a body has been sent. */
function upload(url: string, body: Blob, token: string, { type, onProgress, signal }: SendOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("content-type", type);
    request.setRequestHeader(TOKEN_HEADER, token);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = request.onabort = () => reject(new Error("no answer"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

/** The token of a page as it would be made now. */
async function freshToken(): Promise<string | undefined> {
  const page = await fetch(withBase("/studio")).then((response) => response.text());
  const field = new DOMParser().parseFromString(page, "text/html").querySelector(`input[name="${TOKEN_FIELD}"]`);
  return field?.getAttribute("value") ?? undefined;
}
