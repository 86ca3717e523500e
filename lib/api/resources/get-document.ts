import type { Context } from "hono";
import type { Model } from "../../model/model";
import { listModels } from "../../registry/registry";
import { describeApi, type Document } from "../openapi/openapi";

interface Written {
  versions: string;
  document: Document;
  text: string;
}

/** The document in its last form: making it takes a thousand times as long as sending it. */
let latest: Written | undefined;

/** The documentation of the API, made anew only when a model has changed. */
export function writtenDocument(models: Model[]): Written {
  const versions = models.map(({ spec, version }) => `${spec.id} ${version}`).join();
  if (latest?.versions !== versions) {
    const document = describeApi(models);
    latest = { versions, document, text: JSON.stringify(document) };
  }
  return latest;
}

/** `GET /api/openapi.json`: the documentation for programs. */
export async function getDocument(context: Context) {
  return context.body(writtenDocument(await listModels()).text, 200, { "Content-Type": "application/json" });
}
