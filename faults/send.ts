import type { Agent } from "node:http";
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { gunzipSync } from "node:zlib";

/** An answer, whole. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** What the body says, decompressed. */
  text: string;
  json(): Record<string, unknown>;
}

interface Sent {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  agent?: Agent;
  seconds?: number;
}

const SECONDS = 60;

/**
 * Send one request, once: nothing is sent again, and no redirect is followed.
 *
 * @throws where the connection fails, or the answer breaks off before its end
 */
export function send(
  url: string,
  { method, headers = {}, body, agent, seconds = SECONDS }: Sent = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const sent = request(url, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { ...length, ...headers },
      agent: agent ?? false,
      signal: AbortSignal.timeout(seconds * 1_000),
    });
    sent.once("error", reject).once("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).once("error", reject);
      response.once("close", () => {
        if (!response.complete) return reject(new Error("the answer breaks off"));
        const bytes = Buffer.concat(parts);
        const zipped = response.headers["content-encoding"] === "gzip" && bytes.length > 0;
        const text = () => (zipped ? gunzipSync(bytes) : bytes).toString("utf8");
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: bytes,
          get text() {
            return text();
          },
          json: () => JSON.parse(text()) as Record<string, unknown>,
        });
      });
    });
    sent.end(body);
  });
}

export function sendJson(url: string, value: unknown, more: Sent = {}): Promise<Answer> {
  const headers = { "content-type": "application/json", ...more.headers };
  return send(url, { ...more, headers, body: JSON.stringify(value) });
}

/** Send bytes as they are; the head of what comes, or whatever has come when the other side closes or it takes too long. */
export function sendRaw(port: number, bytes: string | Buffer, seconds = 5): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(text);
    };
    const timer = setTimeout(done, seconds * 1_000);
    socket.setEncoding("latin1").on("data", (part) => {
      text += part;
      if (text.includes("\r\n\r\n")) done();
    });
    socket.once("error", done).once("close", done);
    socket.write(bytes);
  });
}

export const statusOf = (raw: string) => Number(/^HTTP\/1\.[01] (\d{3})/.exec(raw)?.[1] ?? 0);
