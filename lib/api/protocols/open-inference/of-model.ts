import type { Context } from "hono";
import type { Model } from "../../../model/model";
import { noSuchVersion } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { findServed } from "../../request/find-served";
import type { Auth } from "../../middleware/authorize";
import { resource, type AnyResource, type Documented, type Method } from "../../resource";
import { openInferenceDialect } from "./dialect";

interface OfModel {
  method: Method;
  /** The end of the address, after that of the model. */
  end: string;
  auth: Auth;
  document: (models: Model[]) => Omit<Documented, "tag">;
  answer(context: Context, model: Model): Response | Promise<Response>;
}

/** A resource of a model and the same of one version of it: one version is served, and another finds nothing. */
export function ofModel({ method, end, auth, document, answer }: OfModel): AnyResource[] {
  const at = (path: string, ofVersion: boolean) =>
    resource({
      method,
      path: path + end,
      auth,
      dialect: openInferenceDialect,
      document: (models) => {
        const documented = { ...document(models), tag: "Open Inference Protocol" };
        const { id, summary } = documented;
        return ofVersion ? { ...documented, id: `${id}Version`, summary: `${summary}, in one version` } : documented;
      },
      async handler(context: Context) {
        const served = await findServed(context.req.param("model") ?? "");
        if ("problem" in served) return refuse(context, served.problem);
        const version = context.req.param("version");
        const isServed = version === undefined || version === served.model.version;
        return isServed ? answer(context, served.model) : refuse(context, noSuchVersion());
      },
    });
  return [at("/v2/models/:model", false), at("/v2/models/:model/versions/:version", true)];
}
