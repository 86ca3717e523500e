import { getRequestListener } from "@hono/node-server";
import { app } from "../api/app";
import { brokenRequest } from "../api/problem/problem";
import { PROBLEM_TYPE } from "../api/problem/refuse";
import { answerQuickly } from "../api/quick-predict";
import { apiHeaders } from "../service/security-headers";

/** A host is not known where HTTP/1.0 sends none, and no answer goes by it. */
const hostname = "localhost";

/** What looked like a host and is none, such as 256.1.1.1:80. */
function errorHandler(): Response {
  const problem = brokenRequest("the header Host must be one name or address, with a port or without");
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...apiHeaders, "Content-Type": PROBLEM_TYPE },
  });
}

/** The API as a listener of Node's server: the app, and in front of it what answers plain predictions. */
export const answerApi = answerQuickly(getRequestListener(app.fetch, { hostname, errorHandler }));
