import { Hono } from "hono";
import { getPath } from "hono/utils/url";
import { withoutBase } from "../base-path";
import { catalogue, type own } from "./catalogue";
import { crossOrigin } from "./middleware/cross-origin";
import { answerOtherMethods } from "./middleware/methods";
import { noteFault, observe } from "./middleware/observe";
import { limitRate } from "./middleware/rate-limit";
import { nameRequest } from "./middleware/request-id";
import { secure } from "./middleware/secure";
import { chooseDialect } from "./problem/dialect";
import { brokenRequest, internalError, noSuchRoute } from "./problem/problem";
import { refuse } from "./problem/refuse";
import { hasLeft } from "./request/node";
import type { AppOf } from "./resource";
import { addRoutes } from "./routes";

const probes = new Set(catalogue.filter(({ probe }) => probe).map(({ path }) => path));

/** Routes are known without the prefix, which Next leaves in the addresses of requests. */
const api = new Hono({ getPath: (request) => withoutBase(getPath(request)) });
api
  .use(nameRequest)
  .use(secure)
  .use(observe(probes))
  .use(chooseDialect(catalogue))
  .use(crossOrigin)
  .use(limitRate(probes))
  .use(answerOtherMethods(api));
addRoutes(api, catalogue);
api.notFound((context) => refuse(context, noSuchRoute()));
api.onError((error, context) => {
  if (hasLeft(context)) return refuse(context, brokenRequest("the connection ended before the body did"));
  noteFault(context, error);
  return refuse(context, internalError());
});

/** The HTTP API: one app behind both doors, `server.ts` and Next's route handler. */
export const app = api as AppOf<(typeof own)[number]>;
