import type { Model } from "../../model/model";
import type { AnyResource } from "../resource";
import { describeApi, type Document } from "./openapi";

interface Written {
  versions: string;
  document: Document;
  text: string;
}

/** The document in its last form: making it takes a thousand times as long as sending it. */
let latest: Written | undefined;

/** The documentation of the API, made anew only when a model has changed. */
export function writtenDocument(resources: AnyResource[], models: Model[]): Written {
  const versions = models.map(({ spec, version }) => `${spec.id} ${version}`).join();
  if (latest?.versions !== versions) {
    const document = describeApi(resources, models);
    latest = { versions, document, text: JSON.stringify(document) };
  }
  return latest;
}
