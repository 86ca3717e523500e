import { z } from "zod";
import { RELEASE } from "../../../service/release";
import { answers } from "../../openapi/names";
import { refuse } from "../../problem/refuse";
import { resource } from "../../resource";
import { findReady } from "../../resources/health";
import { openInferenceDialect } from "./dialect";

const shared = { method: "get", auth: "open", dialect: openInferenceDialect } as const;
const tag = "Open Inference Protocol";

/** `GET /v2`: what this server is. */
export const getServer = resource({
  ...shared,
  path: "/v2",
  document: {
    id: "getInferenceServer",
    tag,
    summary: "Get the metadata of the server",
    description: "Name, version and extensions. There are no extensions.",
    answer: {
      schema: z
        .object({ name: z.string(), version: z.string(), extensions: z.array(z.string()) })
        .register(answers, { id: "InferenceServer" }),
      description: "the metadata",
    },
  },
  handler: (context) => context.json({ name: "glasshouse", version: RELEASE, extensions: [] }),
});

/** `GET /v2/health/live`: the process runs. */
export const getServerLive = resource({
  ...shared,
  path: "/v2/health/live",
  probe: true,
  document: {
    id: "checkInferenceLive",
    tag,
    summary: "Check that the process runs",
    description: "The same as /api/health/live.",
    answer: {
      schema: z.object({ live: z.boolean() }).register(answers, { id: "InferenceServerLive" }),
      description: "the process runs",
    },
  },
  handler: (context) => context.json({ live: true }),
});

/** `GET /v2/health/ready`: a model answers at least. The protocol's text names the member live, its servers ready. */
export const getServerReady = resource({
  ...shared,
  path: "/v2/health/ready",
  probe: true,
  problems: ["not-ready"],
  document: {
    id: "checkInferenceReady",
    tag,
    summary: "Check that models can answer",
    description: "The same as /api/health/ready.",
    answer: {
      schema: z.object({ live: z.boolean(), ready: z.boolean() }).register(answers, { id: "InferenceServerReady" }),
      description: "models can answer",
    },
  },
  async handler(context) {
    const ready = await findReady(context);
    if ("problem" in ready) return refuse(context, ready.problem);
    return context.json({ live: true, ready: true });
  },
});
