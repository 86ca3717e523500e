import { z } from "zod";
import { challengeSchema } from "../../../judging/challenge";
import { shadowSchema } from "../../../judging/shadow-summary";
import { changesBetween } from "../../../judging/version-changes";
import { compareVersions, findPair } from "../../../service/comparison";
import { withStore } from "../../../store/store";
import { answers } from "../../openapi/names";
import { conflict, noSuchModel, unknownVersion } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { resource } from "../../resource";
import { modelId, version } from "../models/schema";

const count = z.int().nonnegative();
const words = z.string().nullable();
const change = { subject: z.string(), before: words, after: words };

const comparisonSchema = z
  .strictObject({
    model: modelId,
    champion: version,
    challenger: version.describe("the version in the address, with or without the alias"),
    outcomes: challengeSchema
      .extend({
        since: z.iso
          .datetime()
          .describe(
            "only outcomes first reported since then count, because earlier ones may be among the training rows",
          ),
        fromInputs: count.describe("outcomes with new estimates of both versions from the stored inputs"),
        fromShadow: count.describe("outcomes with the original estimates of both versions, the challenger’s in shadow"),
        without: count.describe("outcomes without an estimate of the challenger"),
      })
      .describe("both versions on outcomes of the champion’s estimates"),
    shadow: shadowSchema.describe("both versions on live predictions, with or without an outcome"),
    changes: z
      .strictObject({
        description: z.array(z.strictObject(change)),
        coefficients: z.array(
          z.strictObject({
            term: z.string(),
            words: z.string(),
            before: z.number().nullable(),
            after: z.number().nullable(),
            errors: z
              .number()
              .nullable()
              .describe(
                "the difference in standard errors; null where it is not known, or the scales of the fits differ",
              ),
          }),
        ),
        figures: z.array(z.strictObject({ ...change, better: z.enum(["before", "after"]).nullable() })),
      })
      .describe("the differences between the version and the champion; before is the champion"),
  })
  .describe("A version of a model beside the champion.")
  .register(answers, { id: "VersionComparison" });

/** `GET /api/models/{model}/versions/{version}/comparison`: a version beside the champion. */
export const getComparison = resource({
  method: "get",
  path: "/api/models/:model/versions/:version/comparison",
  auth: "versions",
  problems: ["no-store", "conflict"],
  document: {
    id: "compareVersion",
    tag: "Models",
    summary: "Compare a version with the champion",
    description:
      "Compares both versions on the outcomes of the champion’s estimates reported since the version was published, and on live predictions, which a challenger answers in shadow. It also lists the differences between both. One version is closer only where the 95% confidence interval of the mean difference of errors excludes 0. Otherwise the verdict has the number of outcomes still needed. It needs a key with the scope publish or review, or the cookie of a login.",
    answer: { schema: comparisonSchema, description: "the comparison, as data and in words" },
  },
  async handler(context) {
    const { model, version: asked } = context.req.param();
    const pair = await findPair(model, asked);
    if ("unpaired" in pair) {
      if (pair.unpaired === "champion")
        return refuse(context, conflict(`version ${asked} is the champion, which other versions are compared with`));
      return refuse(context, pair.unpaired === "no model" ? noSuchModel() : unknownVersion());
    }
    const { champion, challenger } = pair;
    const { outcomes, shadow } = await withStore((store) => compareVersions(store, champion, challenger));
    const answer: z.infer<typeof comparisonSchema> = {
      model,
      champion: champion.version,
      challenger: challenger.version,
      outcomes: { ...outcomes, since: new Date(outcomes.since).toISOString() },
      shadow,
      changes: changesBetween(champion, challenger),
    };
    return context.json(answer, 200, { "Cache-Control": "no-store" });
  },
});
