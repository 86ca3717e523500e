import { chance, oneOf, upTo } from "./draw.mjs";
import { tableOf } from "./predictions.mjs";
import { BAD_JSON, CSV_TYPE, JSON_TYPE, OTHER_TYPES, post } from "./request.mjs";
import { anyModel, anyReach, anyRow, rowOf } from "./rows.mjs";

/** Requests in the protocols of others: MLflow's scoring and the Open Inference Protocol. */
const columnsOf = (rows) =>
  Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]));

const rowsFor = (model) => upTo(4, () => (chance(0.92) ? rowOf(model, anyReach()) : anyRow(model)));

export function mlflow() {
  const model = anyModel();
  const named = `?model=${model.id}`;
  const path = `/invocations${oneOf([named, named, named, named, "", "?model=nope"])}`;
  if (chance(0.2)) return post("MLflow", path, tableOf(model), CSV_TYPE);
  const rows = rowsFor(model);
  const [columns, data] = [Object.keys(rows[0]), rows.map((row) => Object.values(row))];
  const bodies = [
    { dataframe_split: { index: [0], columns, data } },
    { dataframe_records: rows.map((row) => ({ ...row, index: 1 })) },
    { inputs: columnsOf(rows) },
    { inputs: rows },
    { instances: rows },
    { instances: columnsOf(rows) },
  ];
  const odd = [{ inputs: data }, { instances: rows, inputs: rows }, { dataframe_split: { columns } }, { inputs: 3 }];
  const type = chance(0.95) ? JSON_TYPE : { "content-type": oneOf(OTHER_TYPES) };
  return post("MLflow", path, chance(0.85) ? oneOf(bodies) : oneOf([...odd, oneOf(BAD_JSON)]), type);
}

export function infer() {
  const model = anyModel();
  const rows = rowsFor(model);
  const shape = chance(0.7) ? [rows.length] : [rows.length, 1];
  const typeOf = ([value]) => (typeof value === "boolean" ? "BOOL" : oneOf(["FP64", "FP32", "INT64"]));
  const inputs = Object.entries(columnsOf(rows)).map(([name, data]) => ({ name, shape, datatype: typeOf(data), data }));
  const faults = [{ shape: [9] }, { datatype: "FP16x" }, { data: 7 }, { shape: [0] }];
  if (chance(0.06)) inputs.pop();
  if (chance(0.06)) inputs.push(inputs[0]);
  if (chance(0.06)) inputs[0] = { ...inputs[0], ...oneOf(faults) };
  const body = { inputs: chance(0.95) ? inputs : oneOf([[], {}, null, [3]]) };
  if (chance(0.3)) body.id = oneOf(["mine", "42", 42]);
  if (chance(0.3)) body.parameters = { level: oneOf([0.5, 0.9, 0.99, 0, 1, "0.9"]) };
  if (chance(0.3)) body.outputs = oneOf([["estimate"], ["high", "low"], ["x"], []]).map((name) => ({ name }));
  const version = oneOf(["", "", "", "", `/versions/{{version:${model.id}}}`, "/versions/2"]);
  return post("Open Inference", `/v2/models/${model.id}${version}/infer`, chance(0.95) ? body : oneOf(BAD_JSON));
}
