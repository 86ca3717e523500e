import type { Model } from "../../model/model";
import { findModel } from "../../registry/registry";
import { noSuchModel } from "../problem/problem";
import type { Problem } from "../problem/schema";

/** The model with an id, or the problem that there is none. */
export async function findServed(id: string): Promise<{ model: Model } | { problem: Problem }> {
  const model = await findModel(id);
  return model ? { model } : { problem: noSuchModel() };
}
