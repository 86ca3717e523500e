import { request } from "node:http";
import { text } from "node:stream/consumers";

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What came back, with the cookies that it sets as a browser would send them. */
export interface Back {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  cookies: string;
  text: string;
}

/** A request with exactly these headers, `Host` among them, which follows no redirect. */
export function send(url: string, { method = "GET", headers = {}, body }: Sent = {}): Promise<Back> {
  return new Promise((answered, failed) => {
    const sent = request(url, { method, headers, setHost: headers.host === undefined }, async (response) => {
      const cookies = (response.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
      const { statusCode = 0, headers } = response;
      answered({ status: statusCode, headers, cookies, text: await text(response) });
    });
    sent.on("error", failed).end(body);
  });
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Send a form as a page of another host, or none, would. */
export function sendForm(url: string, fields: Record<string, string>, headers: Record<string, string>): Promise<Back> {
  return send(url, { method: "POST", headers: { ...FORM, ...headers }, body: new URLSearchParams(fields).toString() });
}

/** The token of the first form of a page. */
export function tokenOf({ text }: Back): string {
  return /name="form-token" value="([^"]+)"/.exec(text)?.[1] ?? "";
}
