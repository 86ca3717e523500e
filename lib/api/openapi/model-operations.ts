import { inSentence } from "../../model/format";
import { faultsOf } from "../../model/inputs/schema";
import type { Model } from "../../model/model";
import { DEFAULT_LEVEL, predict } from "../../model/answer/predict";
import { ANSWER_COLUMNS } from "../../scoring/score-block";
import { answerLines, answerTable, toCsv, toLines } from "../resources/predict-batch/example";
import { MOST_ROWS } from "../request/most-rows";
import { exampleInputs, otherExampleInputs } from "../example";
import { inputsName, nameOf, rowsName } from "./openapi-schemas";
import { SENT, type Operation, type Parameter } from "./operation";
import { rowFault } from "../resources/predict-batch/predict-batch";
import { predictionAnswer } from "../resources/predict/prediction-answer";
import { levelBounds } from "../../model/answer/level";

/** The operations that a model has for itself, since what they take is its own. */
export function modelOperations(model: Model): Operation[] {
  const { id, target } = model.spec;
  const label = inSentence(target.label);
  const shared: Pick<Operation, "method" | "tag" | "parameters" | "problems" | "keyed"> = {
    method: "post",
    tag: id,
    parameters: [levelParameter(model)],
    problems: SENT,
    keyed: true,
  };
  const inputs = exampleInputs(model);
  const other = otherExampleInputs(model);
  const answerTo = (row: typeof inputs) => predictionAnswer(model, predict(model, row));

  return [
    {
      ...shared,
      id: `predict${nameOf(id)}`,
      route: "/api/models/:model/predict",
      path: `/api/models/${id}/predict`,
      summary: `Estimate the ${label}`,
      description: "Inputs go by name. Where a number would mislead, the answer is a refusal with its reason.",
      body: { schema: inputsName(id), examples: { typical: inputs } },
      answer: {
        schema: "Prediction",
        description: "an estimate with its range and its reasons, or a refusal",
        examples: { estimate: answerTo(inputs) },
      },
    },
    {
      ...shared,
      id: `batchPredict${nameOf(id)}`,
      route: "/api/models/:model/predict/batch",
      path: `/api/models/${id}/predict/batch`,
      summary: `Estimate the ${label} of many rows`,
      description: `Each row gets what predict would answer, in its place. A row at fault gets its errors; the others are estimated all the same. As JSON, up to ${MOST_ROWS.toLocaleString("en-US")} rows. As CSV or lines of JSON, any number: the answer is sent while the body comes in, with gzip either way if you like. A table of CSV comes back as it was, with the columns ${ANSWER_COLUMNS.join(", ")} after its own. How many rows there were and what became of them is said at the end: by the last of the lines of JSON, and in the trailer of either.`,
      parameters: [...(shared.parameters ?? []), ...columnParameters(model)],
      body: {
        schema: rowsName(id),
        examples: { typical: { rows: [inputs, other] } },
        texts: { "text/csv": toCsv([inputs, other]), "application/x-ndjson": toLines([inputs, other]) },
      },
      answer: {
        schema: "Batch",
        description: "one result for each row",
        examples: {
          estimates: { results: [inputs, other].map(answerTo) },
          "row at fault": { results: [rowFault(faultsOfEmptyRow(model), ["rows", 0])] },
        },
        texts: {
          "text/csv": answerTable(model, toCsv([inputs, other])),
          "application/x-ndjson": answerLines([inputs, other].map(answerTo)),
        },
      },
    },
  ];
}

function levelParameter(model: Model): Parameter {
  const { lowest, highest } = levelBounds(model);
  return {
    name: "level",
    in: "query",
    description: "The probability that the interval holds the truth.",
    schema: { type: "number", minimum: lowest, maximum: highest, default: DEFAULT_LEVEL },
  };
}

/** Where a table calls the columns otherwise. */
function columnParameters({ spec }: Model): Parameter[] {
  return [...spec.inputs, ...spec.derived].map(({ name, label }) => ({
    name: `map.${name}`,
    in: "query",
    description: `For CSV: the column that holds ${inSentence(label)}, where it is not called ${name}.`,
    schema: { type: "string" },
  }));
}

function faultsOfEmptyRow({ schema }: Model) {
  const { error } = schema.safeParse({});
  return error ? faultsOf(error) : [];
}
