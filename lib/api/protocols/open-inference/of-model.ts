import type { Context } from "hono";
import type { Model } from "../../../model/model";
import { refuse } from "../../problem/refuse";
import { findOf } from "../../request/find-served";
import { headersOf } from "../../request/read-header";
import type { Auth } from "../../middleware/authorize";
import { resource, type AnyResource, type Documented, type Method } from "../../resource";
import { openInferenceDialect } from "./dialect";

interface OfModel {
  method: Method;
  /** The end of the address, after that of the model. */
  end: string;
  auth: Auth;
  /** @param what of which it is: "model", or "version" at the address of one */
  document: (models: Model[], what: "model" | "version") => Omit<Documented, "tag">;
  answer(context: Context, model: Model): Response | Promise<Response>;
}

/**
 * A resource of a model and the same of one version of it: the champion, which is served, or another one, for the
 * owner and for keys with the scope publish.
 */
export function ofModel({ method, end, auth, document, answer }: OfModel): AnyResource[] {
  const at = (path: string, ofVersion: boolean) =>
    resource({
      method,
      path: path + end,
      auth,
      dialect: openInferenceDialect,
      document: (models) => {
        const documented = { ...document(models, ofVersion ? "version" : "model"), tag: "Open Inference Protocol" };
        const { id, summary } = documented;
        return ofVersion ? { ...documented, id: `${id}Version`, summary: `${summary}, in one version` } : documented;
      },
      async handler(context: Context) {
        const { model = "", version } = context.req.param() as { model?: string; version?: string };
        const served = await findOf(model, version, headersOf(context.req.raw));
        return "problem" in served ? refuse(context, served.problem) : answer(context, served.model);
      },
    });
  return [at("/v2/models/:model", false), at("/v2/models/:model/versions/:version", true)];
}
