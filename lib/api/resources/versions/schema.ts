import { z } from "zod";
import { LONGEST_NOTE } from "../../../service/publishing";
import { aliasNames, proposalStatuses } from "../../../store/tables";
import { answers } from "../../openapi/names";
import { checksSchema } from "../../problem/schema";
import { modelId, version } from "../models/schema";

const alias = z.enum(aliasNames, { error: `alias must be ${aliasNames.join(" or ")}` });
const revision = z.string().describe("changes with the wording too, such as a label that was mended");
const time = z.iso.datetime();
const override = z
  .boolean({ error: "override must be true or false" })
  .optional()
  .describe("true passes a gate that does not hold, which the audit log keeps");
const why = (name: string) =>
  z
    .string({ error: `${name} must be a text` })
    .max(LONGEST_NOTE, { error: `${name} must be at most ${LONGEST_NOTE.toLocaleString("en-US")} characters` });

export const publishSchema = z.strictObject(
  {
    spec: z.looseObject({}, { error: "spec is required: what model.json holds" }).describe("what model.json holds"),
    bundle: z
      .looseObject({}, { error: "bundle is required: what artifact.json holds" })
      .describe("what artifact.json holds"),
    note: why("note").optional().describe("why this version is there; needed where it takes the place of a champion"),
    alias: alias.describe("whether it answers from now on, or may replace the model that does"),
    override,
  },
  { error: "the body must be an object with spec, bundle and alias" },
);

const before = z.string().nullable().describe("the version of the champion before");

const decisionShape = { reason: why("reason").describe("why, for the audit log") };
const decisionError = { error: "the body must be an object with reason" };
const expected = z
  .string({ error: "expected must be a version or null" })
  .nullable()
  .optional()
  .describe("the champion that the decision rests on; where another is champion by now, nothing changes");

export const promoteSchema = z.strictObject({ ...decisionShape, expected, override }, decisionError);
export const rollbackSchema = z.strictObject({ ...decisionShape, expected }, decisionError);

/** Of a second person. */
export const reviewSchema = z.strictObject(decisionShape, decisionError);

export const proposalSchema = z
  .strictObject({
    id: z.string(),
    version,
    revision,
    status: z.enum(proposalStatuses).describe("replaced: it had become stale, and the version was proposed again"),
    stale: z
      .boolean()
      .describe("whether it is open and rests on a champion that is none any more: nobody can confirm it"),
    reason: z.string().describe("why the version is to be the champion"),
    override: z.boolean().describe("whether the gate does not hold, and is to be passed all the same"),
    before: z.string().nullable().describe("the champion that it rests on; null for the first one"),
    checks: checksSchema.describe("what the gate found when it was made"),
    madeAt: time,
    madeBy: z.string(),
    decidedAt: time.nullable(),
    decidedBy: z.string().nullable(),
    decision: z.string().nullable().describe("why, in the words of the second person"),
  })
  .describe("A promotion that waits, or waited, for a second person.")
  .register(answers, { id: "Proposal" });
export type ProposalAnswer = z.infer<typeof proposalSchema>;

export const proposalListSchema = z
  .strictObject({ model: modelId, proposals: z.array(proposalSchema) })
  .describe("The proposals of a model, the last first.")
  .register(answers, { id: "ProposalList" });

export const publishedSchema = z
  .strictObject({
    model: modelId,
    version,
    revision,
    alias: alias.nullable().describe("null where it waits for a second person"),
    before,
    checks: checksSchema.describe("what the gate found, where there was one to pass"),
    proposal: proposalSchema.nullable().describe("what waits for a second person, where APPROVALS is 1"),
  })
  .describe("What is published now.")
  .register(answers, { id: "PublishedVersion" });
export type PublishedAnswer = z.infer<typeof publishedSchema>;

export const versionSchema = z
  .strictObject({
    version,
    revision,
    alias: alias.nullable(),
    origin: z.enum(["folder", "files", "studio", "retrain"]).describe("how it came"),
    author: z.string().nullable(),
    note: z.string().nullable(),
    publishedAt: time.nullable().describe("when it was published; null for a folder, which does not say"),
    size: z.int().nonnegative().nullable().describe("of its bundle, in bytes"),
    proposal: proposalSchema.nullable().describe("the promotion of it that waits for a second person"),
  })
  .describe("A version of a model.")
  .register(answers, { id: "Version" });

export const versionListSchema = z
  .strictObject({ model: modelId, versions: z.array(versionSchema) })
  .describe("The versions of a model, the newest first.")
  .register(answers, { id: "VersionList" });
export type VersionList = z.infer<typeof versionListSchema>;
