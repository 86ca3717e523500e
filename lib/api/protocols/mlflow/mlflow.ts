import { RELEASE } from "../../../service/release";
import { refuse } from "../../problem/refuse";
import { resource, type AnyResource } from "../../resource";
import { findReady } from "../../resources/health";
import { mlflowDialect } from "./dialect";
import { postInvocations } from "./invocations";

/** MLflow's scoring server, whose `/ping` and `/invocations` SageMaker speaks too. */
const shared = { auth: "open", dialect: mlflowDialect } as const;

/** 200 with an empty line while models can answer. */
const probe = (path: string, id: string) =>
  resource({
    ...shared,
    method: "get",
    path,
    probe: true,
    problems: ["not-ready"],
    document: {
      id,
      tag: "MLflow",
      summary: "Check that models can answer",
      description: "The same as /api/health/ready; the response is an empty line.",
      answer: { description: "models can answer" },
    },
    async handler(context) {
      const ready = await findReady(context);
      if ("problem" in ready) return refuse(context, ready.problem);
      return context.body("\n", 200, { "Content-Type": "application/json" });
    },
  });

const getVersion = resource({
  ...shared,
  method: "get",
  path: "/version",
  document: {
    id: "getVersion",
    tag: "MLflow",
    summary: "Get the version of Glasshouse",
    description: "The version as plain text.",
    answer: { mediaTypes: ["text/plain"], description: "the version" },
  },
  handler: (context) => context.text(RELEASE),
});

export const mlflow: AnyResource[] = [
  probe("/ping", "ping"),
  probe("/health", "checkHealth"),
  getVersion,
  postInvocations,
];
