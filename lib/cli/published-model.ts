import { closest, distance } from "fastest-levenshtein";
import type { Model } from "../model/model";
import { findModel, findUnavailable, listPublished } from "../registry/registry";
import { CallError, DataError } from "./exit-codes";

/** As many mistakes as commander allows in the names of commands and options that it suggests. */
const MOST_MISTAKES = 3;

/**
 * The published model with an id.
 *
 * @throws CallError with the ids that there are, and the one that was probably meant
 * @throws DataError where its folder cannot be read as it stands
 */
export async function publishedModel(id: string): Promise<Model> {
  const model = await findModel(id);
  if (model) return model;
  const unavailable = await findUnavailable(id);
  if (unavailable)
    throw new DataError(`the model ${id} cannot be read: ${unavailable.reason}; run ${unavailable.command}`);
  const ids = (await listPublished()).map(({ id }) => id);
  if (ids.length === 0) throw new CallError(`there is no model ${id}; no model is published`);
  const near = closest(id, ids);
  const mistakes = distance(id, near);
  const suggestion = mistakes <= MOST_MISTAKES && mistakes < near.length / 2 ? `\n(Did you mean ${near}?)` : "";
  throw new CallError(`there is no model ${id}; the models are ${ids.join(", ")}${suggestion}`);
}
