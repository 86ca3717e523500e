import type { Model } from "../../model/model";
import { exampleInputs, otherExampleInputs } from "../example";
import { announceInputs } from "../protocols/open-inference/tensor";
import { ALWAYS, SENT, type Operation, type Parameter } from "./operation";

type Addressed = Omit<Operation, "route" | "path" | "tag" | "dialect">;

/** The operations that follow standards of others, which say in full what is told here in a line. */
export function protocolOperations(models: Model[]): Operation[] {
  return [...openInferenceOperations(models), ...mlflowOperations(models), metrics];
}

function openInferenceOperations([first, ...others]: Model[]): Operation[] {
  if (!first) return [];
  const shared = { tag: "Open Inference Protocol", dialect: "InferenceError" } as const;
  const at = (path: string, operation: Addressed): Operation => ({
    ...shared,
    ...operation,
    path,
    route: path.replace(/\{(\w+)\}/g, ":$1"),
  });
  const model = modelParameter([first, ...others], "path");
  const version: Parameter = {
    name: "version",
    in: "path",
    required: true,
    description: "The version that must be the one which is served.",
    schema: { type: "string" },
    example: first.version,
  };
  /** What is asked of a model can be asked of one version of it. */
  const ofModel = (end: string, operation: Addressed): Operation[] => [
    at(`/v2/models/{model}${end}`, { ...operation, parameters: [model] }),
    at(`/v2/models/{model}/versions/{version}${end}`, {
      ...operation,
      id: `${operation.id}Version`,
      summary: `${operation.summary}, in one version`,
      parameters: [model, version],
    }),
  ];
  return [
    at("/v2", {
      id: "getInferenceServer",
      method: "get",
      summary: "Get what this server is",
      description: "Its name, its version and its extensions, of which there are none.",
      answer: { schema: "InferenceServer", description: "the server" },
      problems: ALWAYS,
    }),
    at("/v2/health/live", {
      id: "checkInferenceLive",
      method: "get",
      summary: "Ask whether the process runs",
      description: "As /api/health/live.",
      answer: { schema: "InferenceServerLive", description: "it runs" },
      problems: ["internal-error"],
    }),
    at("/v2/health/ready", {
      id: "checkInferenceReady",
      method: "get",
      summary: "Ask whether it can answer",
      description: "As /api/health/ready.",
      answer: { schema: "InferenceServerReady", description: "it can" },
      problems: ["internal-error", "not-ready"],
    }),
    ...ofModel("", {
      id: "getInferenceModel",
      method: "get",
      summary: "Get the tensors of a model",
      description: "Those that go in, one for each input, and those that come out.",
      answer: { schema: "InferenceModel", description: "the tensors by name, datatype and shape" },
      problems: ["no-such-model", ...ALWAYS],
    }),
    ...ofModel("/ready", {
      id: "checkInferenceModel",
      method: "get",
      summary: "Ask whether a model can answer",
      description: "A model that is there is loaded.",
      answer: { schema: "InferenceModelReady", description: "it can" },
      problems: ["no-such-model", ...ALWAYS],
    }),
    ...ofModel("/infer", {
      id: "infer",
      method: "post",
      summary: "Estimate rows sent as tensors",
      description: "The level of the intervals is a parameter of the body. All rows must be valid.",
      body: { schema: "InferenceRequest", examples: { typical: { inputs: toTensors(first) } } },
      answer: { schema: "InferenceResponse", description: "tensors with an element for each row" },
      problems: SENT,
      keyed: true,
    }),
  ];
}

/** The two examples of a model as tensors of two elements. */
function toTensors(model: Model) {
  const rows = [exampleInputs(model), otherExampleInputs(model)];
  return announceInputs(model).map((tensor) => ({
    ...tensor,
    shape: [rows.length],
    data: rows.map((row) => row[tensor.name]),
  }));
}

function mlflowOperations([first, ...others]: Model[]): Operation[] {
  if (!first) return [];
  const shared = { tag: "MLflow", dialect: "MlflowError" } as const;
  const probe = (path: string, id: string): Operation => ({
    ...shared,
    id,
    method: "get",
    route: path,
    path,
    summary: "Ask whether it can answer",
    description: "As /api/health/ready, with an empty line for an answer.",
    answer: { description: "it can" },
    problems: ["internal-error", "not-ready"],
  });
  const rows = [exampleInputs(first), otherExampleInputs(first)];
  const names = Object.keys(rows[0]!);
  return [
    probe("/ping", "ping"),
    probe("/health", "checkHealth"),
    {
      ...shared,
      id: "getVersion",
      method: "get",
      route: "/version",
      path: "/version",
      summary: "Get the version of Glasshouse",
      description: "As plain text.",
      answer: { mediaTypes: ["text/plain"], description: "the version" },
      problems: ALWAYS,
    },
    {
      ...shared,
      id: "invoke",
      method: "post",
      route: "/invocations",
      path: "/invocations",
      summary: "Estimate rows sent as a data frame",
      description:
        "As JSON in one of four forms, or as CSV. All rows must be valid; columns that are no inputs are dropped.",
      parameters: [modelParameter([first, ...others], "query")],
      body: {
        schema: "Invocation",
        examples: {
          dataframe_split: {
            dataframe_split: { columns: names, data: rows.map((row) => names.map((name) => row[name])) },
          },
          dataframe_records: { dataframe_records: rows },
        },
        texts: {
          "text/csv": [names, ...rows.map((row) => names.map((name) => row[name]))]
            .map((line) => line.join(","))
            .join("\n"),
        },
      },
      answer: { schema: "Predictions", description: "the estimates" },
      problems: SENT,
      keyed: true,
    },
  ];
}

function modelParameter(models: Model[], place: "path" | "query"): Parameter {
  return {
    name: "model",
    in: place,
    ...(place === "path" && { required: true }),
    description:
      place === "path" ? "The id of the model." : "The id of the model, if there are several and none is the default.",
    schema: { type: "string", enum: models.map(({ spec }) => spec.id) },
    example: models[0]?.spec.id,
  };
}

const metrics: Operation = {
  id: "getMetrics",
  method: "get",
  route: "/metrics",
  path: "/metrics",
  tag: "Service",
  summary: "Get the figures for Prometheus",
  description: "Requests, predictions and refusals as counters and histograms.",
  answer: { mediaTypes: ["text/plain"], description: "the text format of Prometheus" },
  problems: ["needs-key", ...ALWAYS],
  keyed: true,
};
