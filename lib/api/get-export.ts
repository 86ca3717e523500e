import type { Context } from "hono";
import { findModel } from "../registry/registry";
import { exportModel, openFormats, questionNames } from "../export/export";
import { missingModel } from "./missing-model";
import { invalidInput, refuse } from "./problem";
import { readParameters } from "./read-parameters";

/**
 * `GET /api/models/{model}/export?format=&dialect=&table=&level=`: the model in another language, as a file.
 *
 * JSON holds a sample of the training rows, which explanations are measured against. Where the owner does not show
 * rows, it is therefore only had from the command line.
 */
export async function getExport(context: Context<object, "/api/models/:model/export">) {
  const id = context.req.param("model");
  const model = await findModel(id);
  if (!model) return refuse(context, await missingModel(id));

  const { parameters, errors } = readParameters(context.req.url, questionNames);
  const exported = exportModel(model, parameters);
  if ("faults" in exported) errors.push(...exported.faults.map(({ name, detail }) => ({ parameter: name, detail })));
  else if (parameters.format === "json" && !openFormats(model).includes("json")) {
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
