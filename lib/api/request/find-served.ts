import type { Model } from "../../model/model";
import { findModel, findUnavailable, loadedModel } from "../../registry/registry";
import { modelUnavailable, noSuchModel } from "../problem/problem";
import type { Problem } from "../problem/schema";
import type { Soon } from "../../service/soon";

type Served = { model: Model } | { problem: Problem };

/**
 * The model with an id, or why none answers: there is none, or it cannot be read as it stands, of which only the owner
 * learns more.
 */
export function findServed(id: string): Soon<Served> {
  const model = loadedModel(id);
  return model ? { model } : lookFor(id);
}

async function lookFor(id: string): Promise<Served> {
  const model = await findModel(id);
  if (model) return { model };
  return { problem: (await findUnavailable(id)) ? modelUnavailable() : noSuchModel() };
}
