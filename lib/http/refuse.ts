import type { IncomingMessage, ServerResponse } from "node:http";
import { isApiAddress } from "../api/address";
import { noteAnswer } from "../api/middleware/observe";
import { requestIdOf } from "../api/middleware/request-id";
import { brokenRequest, methodNotAllowed } from "../api/problem/problem";
import { PROBLEM_TYPE } from "../api/problem/refuse";
import type { Problem } from "../api/problem/schema";
import { withoutBase } from "../base-path";
import { apiHeaders } from "../service/security-headers";

/** Answer a request that is broken before anybody has looked for what it asks for. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, detail: string): void {
  // Where a body is broken, nobody knows where the next request begins.
  response.setHeader("Connection", "close");
  answerProblem(request, response, brokenRequest(detail));
}

export function refuseMethod(request: IncomingMessage, response: ServerResponse, allowed: string[]): void {
  response.setHeader("Allow", [...allowed, "OPTIONS"].join(", "));
  answerProblem(request, response, methodNotAllowed(allowed));
}

/** Answer OPTIONS, about an address or about the server. */
export function answerOptions(response: ServerResponse, allowed: string[]): void {
  response.writeHead(204, { ...apiHeaders, Allow: [...allowed, "OPTIONS"].join(", ") }).end();
}

/** As a problem of the API, or at the addresses of pages as a line of text. */
function answerProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const start = performance.now();
  const { method = "", headers, url = "" } = request;
  const requestId = requestIdOf(headers["x-request-id"] as string | undefined);
  const isOfApi = isApiAddress(withoutBase(url.replace(/[\\/]+/g, "/")));
  const body = isOfApi ? JSON.stringify(problem) : `${problem.title}: ${problem.detail}\n`;
  response.writeHead(problem.status, {
    "Content-Type": isOfApi ? PROBLEM_TYPE : "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "X-Request-Id": requestId,
    ...apiHeaders,
  });
  response.end(method === "HEAD" ? undefined : body);
  const traceparent = headers["traceparent"] as string | undefined;
  noteAnswer({ requestId, traceparent, method }, "unmatched", problem.status, start);
}
