import { z } from "zod";
import { LONGEST_NOTE } from "../../../service/publishing";
import { needsOneOf } from "../../../service/one-of";
import { aliasNames, proposalStatuses } from "../../../store/tables";
import { answers } from "../../openapi/names";
import { checksSchema } from "../../problem/schema";
import { modelId, version } from "../models/schema";

const alias = z.enum(aliasNames, { error: `alias ${needsOneOf(aliasNames)}` });
const revision = z.string().describe("changes with the wording too, such as a corrected label");
const time = z.iso.datetime();
const override = z
  .boolean({ error: "override must be true or false" })
  .optional()
  .describe("true overrides a gate that fails; the audit log keeps this");
const why = (name: string) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined ? `${name} is required: it is kept in the audit log` : `${name} must be a text`,
    })
    .max(LONGEST_NOTE, { error: `${name} must be at most ${LONGEST_NOTE.toLocaleString("en-US")} characters` });

export const publishSchema = z.strictObject(
  {
    spec: z
      .looseObject({}, { error: "spec is required: what model.json holds" })
      .describe("the contents of model.json"),
    bundle: z
      .looseObject({}, { error: "bundle is required: what artifact.json holds" })
      .describe("the contents of artifact.json"),
    note: why("note").optional().describe("the reason for this version; required where it replaces a champion"),
    alias: alias.describe("champion: in use from now on; challenger: may replace the champion"),
    override,
  },
  { error: "the body must be an object with spec, bundle and alias" },
);

const before = z.string().nullable().describe("the version of the previous champion");

const decisionShape = { reason: why("reason").describe("the reason, for the audit log") };
const decisionError = { error: "the body must be an object with reason" };
const expected = z
  .string({ error: "expected must be a version or null" })
  .nullable()
  .optional()
  .describe("the champion at the time of the decision; if another version is the champion now, nothing changes");

export const promoteSchema = z.strictObject({ ...decisionShape, expected, override }, decisionError);
export const rollbackSchema = z.strictObject({ ...decisionShape, expected }, decisionError);

/** Of a second person. */
export const reviewSchema = z.strictObject(decisionShape, decisionError);

export const proposalSchema = z
  .strictObject({
    id: z.string(),
    version,
    revision,
    status: z.enum(proposalStatuses).describe("replaced: the proposal was stale and the version was proposed again"),
    stale: z
      .boolean()
      .describe("whether the proposal is open but the champion has changed, so that nobody can confirm it"),
    reason: z.string().describe("why the version should become the champion"),
    override: z.boolean().describe("whether the proposal overrides a gate that fails"),
    before: z.string().nullable().describe("the champion at the time of the proposal; null for the first version"),
    checks: checksSchema.describe("the checks of the gate at the time of the proposal"),
    madeAt: time,
    madeBy: z.string(),
    decidedAt: time.nullable(),
    decidedBy: z.string().nullable(),
    decision: z.string().nullable().describe("the reason of the second person"),
  })
  .describe("A promotion that waits, or waited, for a second person.")
  .register(answers, { id: "Proposal" });
export type ProposalAnswer = z.infer<typeof proposalSchema>;

export const proposalListSchema = z
  .strictObject({ model: modelId, proposals: z.array(proposalSchema) })
  .describe("The proposals of a model, the newest first.")
  .register(answers, { id: "ProposalList" });

export const publishedSchema = z
  .strictObject({
    model: modelId,
    version,
    revision,
    alias: alias.nullable().describe("null while the promotion waits for a second person"),
    before,
    checks: checksSchema.describe("the checks of the gate, where there is one"),
    proposal: proposalSchema.nullable().describe("the proposal that waits for a second person, with APPROVALS=1"),
  })
  .describe("The published version.")
  .register(answers, { id: "PublishedVersion" });
export type PublishedAnswer = z.infer<typeof publishedSchema>;

export const versionSchema = z
  .strictObject({
    version,
    revision,
    alias: alias.nullable(),
    origin: z.enum(["folder", "files", "studio", "retrain"]).describe("the origin of the version"),
    author: z.string().nullable(),
    note: z.string().nullable(),
    publishedAt: time.nullable().describe("when it was published; null for a model of a folder"),
    size: z.int().nonnegative().nullable().describe("the size of its bundle in bytes"),
    proposal: proposalSchema.nullable().describe("the promotion of this version that waits for a second person"),
  })
  .describe("A version of a model.")
  .register(answers, { id: "Version" });

export const versionListSchema = z
  .strictObject({ model: modelId, versions: z.array(versionSchema) })
  .describe("The versions of a model, the newest first.")
  .register(answers, { id: "VersionList" });
export type VersionList = z.infer<typeof versionListSchema>;
