import type { Model } from "../../model/model";
import { findModel, findUnavailable } from "../../registry/registry";
import { modelUnavailable, noSuchModel } from "../problem/problem";
import type { Problem } from "../problem/schema";

/**
 * The model with an id, or why none answers: there is none, or it cannot be read as it stands, of which only the owner
 * learns more.
 */
export async function findServed(id: string): Promise<{ model: Model } | { problem: Problem }> {
  const model = await findModel(id);
  if (model) return { model };
  return { problem: (await findUnavailable(id)) ? modelUnavailable() : noSuchModel() };
}
