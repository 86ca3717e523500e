import { findModel, isOfFolder } from "../../../registry/registry";
import { readProposals } from "../../../service/proposals";
import { publishVersion } from "../../../service/publishing";
import { listVersions } from "../../../store/published-models";
import { withStore } from "../../../store/store";
import { faultsOf } from "../../../model/inputs/schema";
import { actorOf } from "../../middleware/authorize";
import { invalidInput, noSuchModel, pointAt, unknownVersion } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { headersOf } from "../../request/read-header";
import { readJson } from "../../request/read-json";
import { resource } from "../../resource";
import { problemOf, proposalAnswer, publishedAnswer, statusOf } from "./answer";
import { proposedExample, publishedExample, publishExample } from "./example";
import { publishedSchema, publishSchema, versionListSchema, versionSchema, type VersionList } from "./schema";

/** A bundle holds rows of its table, so it may be larger than what other calls take. */
const MOST_BYTES = 32 * 2 ** 20;

/** `GET /api/models/{model}/versions`: what is published of a model, and what answers. */
export const getVersions = resource({
  method: "get",
  path: "/api/models/:model/versions",
  auth: "versions",
  problems: ["no-store"],
  document: {
    id: "listVersions",
    tag: "Models",
    summary: "List the versions of a model",
    description:
      "The published versions, the newest first, with their aliases: the champion is in use, the challenger may replace it. A model of a folder has only the version in the folder. It needs a key with the scope publish or review, or the cookie of a login.",
    answer: { schema: versionListSchema, description: "the versions, the newest first" },
  },
  async handler(context) {
    const id = context.req.param("model");
    const versions = await listOf(id);
    if (versions.length === 0) return refuse(context, noSuchModel());
    const answer: VersionList = { model: id, versions };
    return context.json(answer, 200, { "Cache-Control": "no-store" });
  },
});

/** `GET /api/models/{model}/versions/{version}`: what is known of one version. */
export const getVersion = resource({
  method: "get",
  path: "/api/models/:model/versions/:version",
  auth: "versions",
  problems: ["no-store"],
  document: {
    id: "getModelVersion",
    tag: "Models",
    summary: "Get a version of a model",
    description:
      "Its origin, its publisher, the reason, and whether it is the champion or the challenger. GET /api/models/{model}?version= has its card. It needs a key with the scope publish or review, or the cookie of a login.",
    answer: { schema: versionSchema, description: "the version with its latest wording" },
  },
  async handler(context) {
    const { model, version } = context.req.param();
    const versions = await listOf(model);
    if (versions.length === 0) return refuse(context, noSuchModel());
    const found = versions.filter((each) => each.version === version);
    const answer = found.find(({ alias }) => alias !== null) ?? found[0];
    return answer ? context.json(answer, 200, { "Cache-Control": "no-store" }) : refuse(context, unknownVersion());
  },
});

const listOf = async (id: string) => ((await isOfFolder(id)) ? listOfFolder(id) : listOfStore(id));

async function listOfFolder(id: string): Promise<VersionList["versions"]> {
  const model = await findModel(id);
  if (!model) return [];
  const unknown = { author: null, note: null, publishedAt: null, size: null, proposal: null };
  return [{ version: model.version, revision: model.revision, alias: "champion", origin: "folder", ...unknown }];
}

async function listOfStore(id: string): Promise<VersionList["versions"]> {
  const lines = await withStore((store) => listVersions(store, id));
  const open = lines.length > 0 ? (await readProposals(id)).filter(({ status }) => status === "open") : [];
  return lines.map(({ version, revision, alias, origin, author, note, made_at, bundle_size }) => {
    const proposal = open.find((each) => each.version === version && each.revision === revision);
    return {
      version,
      revision,
      alias,
      origin,
      author,
      note,
      publishedAt: new Date(made_at).toISOString(),
      size: bundle_size,
      proposal: proposal ? proposalAnswer(proposal) : null,
    };
  });
}

/** `POST /api/models/{model}/versions`: publish a version from its files. */
export const postVersion = resource({
  method: "post",
  path: "/api/models/:model/versions",
  auth: "publish",
  problems: ["no-store", "conflict"],
  document: {
    id: "publishVersion",
    tag: "Models",
    summary: "Publish a version of a model",
    description:
      "Send the contents of model.json and artifact.json, up to 32 MiB. A new id makes a new model. Every instance serves the version within two seconds. To replace a champion, it must pass the gate: its golden rows give the same estimates, it is not significantly worse on rows left out, and its intervals have the claimed coverage. With APPROVALS=1, the promotion waits for a second person: the response is 202 with the proposal. It needs a key with the scope publish, or the cookie of a login.",
    body: { name: "PublishRequest", schema: publishSchema, examples: { champion: publishExample } },
    answer: {
      schema: publishedSchema,
      status: 201,
      description: "the version is published",
      accepted: "the version is stored and waits for a second person",
      examples: { published: publishedExample, proposed: proposedExample },
    },
  },
  async handler(context) {
    const body = await readJson(context.req.raw, "application/json", MOST_BYTES);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = publishSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const id = context.req.param("model");
    if (sent.data.spec.id !== id) {
      const detail = `id of the description must be that of the address, ${id}`;
      return refuse(context, invalidInput([{ pointer: "#/spec/id", detail }]));
    }
    const actor = await actorOf(headersOf(context.req.raw));
    const done = await publishVersion({ ...sent.data, actor, origin: "files" });
    return "refused" in done
      ? refuse(context, problemOf(done))
      : context.json(publishedAnswer(done), statusOf(done, 201));
  },
});
