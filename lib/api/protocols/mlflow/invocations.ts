import type { Context } from "hono";
import { z } from "zod";
import { exampleRows } from "../../../model/inputs/example";
import type { Model } from "../../../model/model";
import { listPublished } from "../../../registry/registry";
import { writeInputs } from "../../../scoring/write-inputs";
import { score } from "../../../service/score";
import { settings } from "../../../service/settings";
import { mapInTurns } from "../../../service/turns";
import { answers } from "../../openapi/names";
import { unsupportedMediaType } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import type { Problem } from "../../problem/schema";
import { admitBatch } from "../../request/admit-batch";
import { findServed } from "../../request/find-served";
import { MOST_ROWS } from "../../request/most-rows";
import { mediaTypeOf, readJson, readPlainText } from "../../request/read-json";
import { needs, readRows } from "../../request/read-rows";
import { resource } from "../../resource";
import { mlflowDialect } from "./dialect";
import { readCsvRows, readJsonRows, RowsError } from "./rows";

const row = z.record(z.string(), z.unknown());
const rows = z.array(row).max(MOST_ROWS);
const columns = z.record(z.string(), z.array(z.unknown()));

/** For the documentation alone: `readJsonRows` reads a body, with words of its own for what is wrong. */
const invocationSchema = z
  .union([
    z.object({ dataframe_split: z.object({ columns: z.array(z.string()), data: z.array(z.array(z.unknown())) }) }),
    z.object({ dataframe_records: rows }),
    z.object({ instances: z.union([rows, columns]) }),
    z.object({ inputs: z.union([rows, columns, row]) }),
  ])
  .describe("Rows in one of the formats of MLflow.");

const predictionsSchema = z
  .object({
    predictions: z.array(z.number().nullable()).describe("one estimate for each row, null where the model refuses"),
  })
  .register(answers, { id: "Predictions" });

/** `POST /invocations?model=`: an estimate for each row, null where it is refused. */
export const postInvocations = resource({
  method: "post",
  path: "/invocations",
  auth: "predict",
  dialect: mlflowDialect,
  problems: ["no-such-model", "model-unavailable"],
  document: (models) => ({
    id: "invoke",
    tag: "MLflow",
    summary: "Estimate rows sent as a data frame",
    description:
      "JSON in one of four formats, or CSV. All rows must be valid. Columns that are not inputs are ignored.",
    query: {
      model: {
        description: "The id of the model. It is required where there are several models and no default.",
        schema: { type: "string", enum: models.map(({ spec }) => spec.id) },
        example: models[0]?.spec.id,
      },
    },
    body: { name: "Invocation", schema: invocationSchema, ...bodyExamples(models[0]) },
    answer: { schema: predictionsSchema, description: "the estimates" },
  }),
  async handler(context) {
    const chosen = await chooseModel(context);
    if ("problem" in chosen) return refuse(context, chosen.problem);
    const { model } = chosen;

    const admitted = await admitBatch(context);
    if ("refused" in admitted) return admitted.refused as never;

    const sent = await readSent(context, model);
    if ("problem" in sent) return refuse(context, sent.problem);

    const known = sent.rows.map((row) => onlyKnown(model, row));
    const valid = await readRows(model, known);
    if ("problem" in valid) return refuse(context, valid.problem);

    admitted.charge(valid.rows.length);
    return context.json({
      predictions: await mapInTurns(valid.rows, (row) => score(model, row).prediction.estimate),
    });
  },
});

function bodyExamples(model: Model | undefined) {
  if (!model) return { examples: {} };
  const rows = exampleRows(model);
  const names = Object.keys(rows[0]!);
  const data = rows.map((row) => names.map((name) => row[name]));
  return {
    examples: {
      dataframe_split: { dataframe_split: { columns: names, data } },
      dataframe_records: { dataframe_records: rows },
    },
    texts: { "text/csv": writeInputs(model.spec, rows) },
  };
}

async function chooseModel(context: Context): Promise<{ model: Model } | { problem: Problem }> {
  const id = context.req.query("model") ?? settings().DEFAULT_MODEL;
  if (id !== undefined) return findServed(id);
  const [only, ...others] = await listPublished();
  if (only && others.length === 0) return findServed(only.id);
  return needs(`the model must be named, as in /invocations?model=${only?.id ?? "house-price"}`);
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
