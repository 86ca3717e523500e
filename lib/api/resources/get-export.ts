import type { Context } from "hono";
import { findModel } from "../../registry/registry";
import { exportModel, questionNames } from "../../export/export";
import { invalidInput, noSuchModel, refuse } from "../problem/problem";
import { readParameters } from "../request/read-parameters";

/**
 * `GET /api/models/{model}/export?format=&dialect=&table=&level=`: the model in another language, as a file.
 *
 * JSON holds a sample of the training rows, which explanations are measured against. Where the owner does not show
 * rows, it is therefore only had from the command line.
 */
export async function getExport(context: Context<object, "/api/models/:model/export">) {
  const model = await findModel(context.req.param("model"));
  if (!model) return refuse(context, noSuchModel());

  const { parameters, errors } = readParameters(context.req.url, questionNames);
  const exported = exportModel(model, parameters);
  if ("faults" in exported) errors.push(...exported.faults.map(({ name, detail }) => ({ parameter: name, detail })));
  else if (parameters.format === "json" && !model.spec.training.showRows) {
    errors.push({
      parameter: "format",
      detail: "format must not be json, since it holds rows that are not to be shown",
    });
  }
  if ("faults" in exported || errors.length > 0) return refuse(context, invalidInput(errors));

  return context.body(exported.text, 200, {
    "Content-Type": `${exported.mediaType}; charset=utf-8`,
    "Content-Disposition": `attachment; filename="${exported.fileName}"`,
  });
}
