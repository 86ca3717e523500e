import type { Context } from "hono";
import type { Model } from "../../../model/model";
import { findModel, listModels } from "../../../registry/registry";
import type { Problem } from "../../problem/schema";
import { refuseInMlflow } from "../../problem/dialect";
import { noSuchModel, unsupportedMediaType } from "../../problem/problem";
import { mediaTypeOf, readJson, readPlainText } from "../../request/read-json";
import { needs, readRows } from "../../request/read-rows";
import { score } from "../../../service/score";
import { settings } from "../../../service/settings";
import { readCsvRows, readJsonRows, RowsError } from "./rows";

/** `POST /invocations?model=`: an estimate for each row, null where it is refused. */
export async function postInvocations(context: Context) {
  const chosen = await chooseModel(context);
  if ("problem" in chosen) return refuseInMlflow(context, chosen.problem);

  const sent = await readSent(context, chosen.model);
  if ("problem" in sent) return refuseInMlflow(context, sent.problem);

  const valid = readRows(
    chosen.model,
    sent.rows.map((row) => onlyKnown(chosen.model, row)),
  );
  if ("problem" in valid) return refuseInMlflow(context, valid.problem);

  return context.json({ predictions: valid.inputs.map((inputs) => score(chosen.model, inputs).prediction.estimate) });
}

async function chooseModel(context: Context): Promise<{ model: Model } | { problem: Problem }> {
  const id = context.req.query("model") ?? settings().DEFAULT_MODEL;
  const models = await listModels();
  if (id === undefined && models.length !== 1) {
    return needs(`the model must be named, as in /invocations?model=${models[0]?.spec.id ?? "house-price"}`);
  }
  const model = id === undefined ? models[0] : await findModel(id);
  return model ? { model } : { problem: noSuchModel() };
}

/** MLflow's text speaks of application/csv, its server of text/csv. */
async function readSent(
  context: Context,
  { spec }: Model,
): Promise<{ rows: Record<string, unknown>[] } | { problem: Problem }> {
  const type = mediaTypeOf(context.req.header("content-type"));
  try {
    if (type === "text/csv" || type === "application/csv") {
      const body = await readPlainText(context.req.raw);
      return "problem" in body ? body : { rows: readCsvRows(spec, body.text) };
    }
    const body = await readJson(context.req.raw);
    if (!("problem" in body)) return { rows: readJsonRows(body.value) };
    if (body.problem.status !== 415 || type === "application/json") return body;
    return { problem: unsupportedMediaType("the content type must be application/json or text/csv") };
  } catch (error) {
    if (error instanceof RowsError) return needs(error.message);
    throw error;
  }
}

/**
 * A row without what the model does not know. Data frames come with an index and columns for other purposes, and
 * MLflow drops them. Nothing can be misspelt by it, since every input is required.
 */
function onlyKnown({ spec }: Model, row: Record<string, unknown>) {
  const names = [...spec.inputs, ...spec.derived].map(({ name }) => name).filter((name) => Object.hasOwn(row, name));
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}
