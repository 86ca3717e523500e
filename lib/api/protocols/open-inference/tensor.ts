import { z } from "zod";
import type { Model } from "../../../model/model";
import type { Input } from "../../../model/spec";
import { MOST_ROWS } from "../../request/most-rows";

/**
 * Tensors of the Open Inference Protocol in JSON: one for each input, by name, with one element for each row.
 *
 * Source: https://github.com/kserve/open-inference-protocol, specification/protocol/inference_rest.md
 */
const numeric = ["INT8", "INT16", "INT32", "INT64", "UINT8", "UINT16", "UINT32", "UINT64", "FP16", "FP32", "FP64"];
const datatypes = ["BOOL", ...numeric, "BYTES"];

export const tensorSchema = z.object(
  {
    name: z.string({ error: "must be the name of an input" }),
    shape: z.array(z.int().nonnegative(), { error: "must be a list of whole numbers" }),
    datatype: z.enum(datatypes, { error: `must be one of ${datatypes.join(", ")}` }),
    data: z.array(z.unknown(), { error: "must be a list" }),
  },
  { error: "must be a tensor: an object with name, shape, datatype and data" },
);
export type Tensor = z.infer<typeof tensorSchema>;

/** A tensor without its elements, as metadata announces it. */
export const announcedTensor = z.object({ name: z.string(), datatype: z.string(), shape: z.array(z.int()) });

/** The tensor that metadata announces for an input. */
export function announce({ name, kind }: Pick<Input, "name" | "kind">) {
  const datatype = { number: "FP64", integer: "INT64", boolean: "BOOL", category: "BYTES", date: "BYTES" }[kind];
  return { name, datatype, shape: [-1] };
}

/**
 * Rows by name out of tensors of shape [n] or [n, 1]. What the elements must be is left to the model's schema, which
 * knows it for every protocol; a datatype says how a number was kept, and JSON has only one kind of number.
 *
 * @returns the rows, or what the tensors need
 */
export function toRows(tensors: Tensor[]): Record<string, unknown>[] | string {
  const n = tensors[0]?.shape[0] ?? 0;
  if (n < 1 || n > MOST_ROWS) return `shape must begin with the number of rows, from 1 to ${MOST_ROWS}`;
  const columns = new Map<string, unknown[]>();
  for (const { name, shape, data } of tensors) {
    const column = data.flat();
    const isColumn = shape[0] === n && (shape.length === 1 || (shape.length === 2 && shape[1] === 1));
    if (!isColumn) return `each shape must be [n] or [n, 1], with the same n`;
    if (column.length !== n) return "the data of each tensor must be as many elements as its shape says";
    if (columns.has(name)) return "each input must be there once";
    columns.set(name, column);
  }
  return Array.from({ length: n }, (_, row) =>
    Object.fromEntries([...columns].map(([name, column]) => [name, column[row]])),
  );
}

/** What `GET /v2/models/{model}` says of inputs. */
export function announceInputs({ spec }: Model) {
  return spec.inputs.map(announce);
}
