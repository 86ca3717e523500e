import { z } from "zod";
import { listModels } from "../../registry/registry";
import { answers } from "../openapi/names";
import { writtenDocument } from "../openapi/written-document";
import { resource, type AnyResource } from "../resource";

/** The document is made from the resources themselves, so it is no more than named here. */
const documentSchema = z
  .looseObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.record(z.string(), z.looseObject({})),
  })
  .describe("OpenAPI 3.1.")
  .register(answers, { id: "Document" });

/** `GET /api/openapi.json`: the documentation of resources for programs, this one among them. */
export const documentOf = (resources: () => AnyResource[]) =>
  resource({
    method: "get",
    path: "/api/openapi.json",
    auth: "open",
    revalidated: true,
    document: {
      id: "getDocument",
      summary: "Get the OpenAPI document",
      description: "The document in OpenAPI 3.1, for tools that generate clients, tests or documentation.",
      answer: { schema: documentSchema, description: "the document" },
    },
    async handler(context) {
      const { text } = writtenDocument(resources(), await listModels());
      return context.body(text, 200, { "Content-Type": "application/json" });
    },
  });
