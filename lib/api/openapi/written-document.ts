import type { Model } from "../../model/model";
import { processState } from "../../process-state";
import type { AnyResource } from "../resource";
import { describeApi, type Document } from "./openapi";

interface Written {
  models: Model[];
  document: Document;
  text: string;
}

/** The document in its last form: making it takes a thousand times as long as sending it. */
const kept = processState("document", (): { latest?: Written } => ({}));

/** The documentation of the API, made anew only when a model has changed, be it in its wording. */
export function writtenDocument(resources: AnyResource[], models: Model[]): Written {
  const { latest } = kept;
  // A model that has changed in whatever is another object.
  if (latest?.models.length === models.length && models.every((model, index) => model === latest.models[index])) {
    return latest;
  }
  const document = describeApi(resources, models);
  return (kept.latest = { models, document, text: JSON.stringify(document) });
}
