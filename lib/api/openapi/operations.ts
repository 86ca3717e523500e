import type { Model } from "../../model/model";
import { DEFAULT_LEVEL } from "../../model/answer/predict";
import { dialectNames, formatNames, formats } from "../../export/export";
import { modelOperations } from "./model-operations";
import { DEFAULT_DAYS, MOST_DAYS } from "../../monitoring/days";
import { ALWAYS, type Operation, type Parameter } from "./operation";
import { outcomeOperations } from "./outcome-operations";
import { protocolOperations } from "./protocol-operations";

/** Every operation of the API, those of each model among them. A test holds the list against the routes of the app. */
export function listOperations(models: Model[]): Operation[] {
  const model = {
    name: "model",
    in: "path" as const,
    required: true,
    description: "The id of the model.",
    schema: { type: "string", enum: models.map(({ spec }) => spec.id) },
    example: models[0]?.spec.id,
  };
  return [
    {
      id: "listModels",
      method: "get",
      route: "/api/models",
      path: "/api/models",
      tag: "Models",
      summary: "List the models",
      description: "What each model answers, how well it does, and where to ask it.",
      answer: { schema: "ModelList", description: "the models, one line each" },
      problems: ALWAYS,
      revalidated: true,
    },
    {
      id: "getModel",
      method: "get",
      route: "/api/models/:model",
      path: "/api/models/{model}",
      tag: "Models",
      summary: "Get the card of a model",
      description: "Its inputs and their bounds, its terms and coefficients, its fit, and its accuracy in full.",
      parameters: [model],
      answer: { schema: "ModelCard", description: "everything that there is to know about the model" },
      problems: ["no-such-model", ...ALWAYS],
      revalidated: true,
    },
    {
      id: "exportModel",
      method: "get",
      route: "/api/models/:model/export",
      path: "/api/models/{model}/export",
      tag: "Models",
      summary: "Take a model away",
      description:
        "As one SELECT for the database where the data is, as a function without dependencies in TypeScript or Python, or whole, in JSON. Each answers as predict does, with the interval of one level.",
      parameters: [model, ...exportParameters],
      answer: {
        mediaTypes: Object.values(formats).map(({ mediaType }) => mediaType),
        description: "a file in the format asked for",
      },
      problems: ["needs-key", "wrong-key", "no-such-model", "invalid-input", ...ALWAYS],
      revalidated: true,
      keyed: true,
    },
    {
      id: "monitorModel",
      method: "get",
      route: "/api/models/:model/monitoring",
      path: "/api/models/{model}/monitoring",
      tag: "Outcomes",
      summary: "See how a model does in the world",
      description:
        "How much it was asked and refused, whether what it is asked has drifted from its training rows, and whether outcomes bear out what its card claims, each with what chance may do and with “too few to tell” where that is the answer. It takes a key whose scope is admin, or the cookie of a login.",
      parameters: [model, daysParameter],
      answer: { schema: "MonitoringReport", description: "what the last days show of its current version" },
      problems: ["needs-key", "wrong-key", "no-such-model", "invalid-input", "no-store", ...ALWAYS],
      keyed: true,
      stateful: true,
    },
    ...models.flatMap(modelOperations),
    ...outcomeOperations,
    {
      id: "getDocument",
      method: "get",
      route: "/api/openapi.json",
      path: "/api/openapi.json",
      tag: "Service",
      summary: "Get this documentation as a document",
      description: "In OpenAPI 3.1, for tools that make clients, tests or other pages of it.",
      answer: { schema: "Document", description: "the document" },
      problems: ALWAYS,
      revalidated: true,
    },
    {
      id: "checkLive",
      method: "get",
      route: "/api/health/live",
      path: "/api/health/live",
      tag: "Service",
      summary: "Ask whether the process runs",
      description: "If there is no answer, the process should be started anew.",
      answer: { schema: "Live", description: "it runs", examples: { live: { status: "live" } } },
      problems: ["internal-error"],
    },
    {
      id: "checkReady",
      method: "get",
      route: "/api/health/ready",
      path: "/api/health/ready",
      tag: "Service",
      summary: "Ask whether it can answer",
      description: "Whether every model is loaded and new work is welcome. While the process stops, it is not.",
      answer: {
        schema: "Ready",
        description: "it can",
        examples: { ready: { status: "ready", models: models.length } },
      },
      problems: ["internal-error", "not-ready"],
    },
    ...protocolOperations(models),
  ];
}

const daysParameter: Parameter = {
  name: "days",
  in: "query",
  description: "How many days to look back, by the time of the estimate.",
  schema: { type: "integer", minimum: 1, maximum: MOST_DAYS, default: DEFAULT_DAYS },
};

const exportParameters: Parameter[] = [
  {
    name: "format",
    in: "query",
    required: true,
    description: "The language; json is the whole model, for Glasshouse itself.",
    schema: { type: "string", enum: formatNames },
    example: "sql",
  },
  {
    name: "dialect",
    in: "query",
    description: "The database, needed for sql.",
    schema: { type: "string", enum: dialectNames },
    example: "postgres",
  },
  {
    name: "table",
    in: "query",
    description: "The table with a column for each input, needed for sql: one to three names joined by dots.",
    schema: { type: "string" },
    example: "houses",
  },
  {
    name: "level",
    in: "query",
    description: "The probability that the interval from low to high holds the truth.",
    schema: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1, default: DEFAULT_LEVEL },
  },
];
