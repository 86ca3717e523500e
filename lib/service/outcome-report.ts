import { z } from "zod";
import { faultsOf, type Fault } from "../model/inputs/schema";
import { readValue } from "../model/inputs/text";
import { Unreadable } from "../model/inputs/unreadable";
import type { Place } from "../model/inputs/written-number";
import { opinions } from "../store/tables";
import { keptText } from "./kept-text";
import { needsOneOf } from "./one-of";

/** A report about an estimate: what came true, or how the estimate looks to somebody who knows the case. */
const report = z.strictObject(
  {
    receipt: z
      .string({ error: "receipt is required: the one that came with the estimate" })
      .describe("as predict gave it"),
    actual: z
      .number({ error: ({ input }) => `actual ${input instanceof Unreadable ? input.need : "must be a number"}` })
      .optional()
      .describe("the actual value, in the target's unit"),
    opinion: z
      .enum(opinions, { error: `opinion ${needsOneOf(opinions)}` })
      .optional()
      .describe("the opinion of a person who knows the case"),
    date: z.iso.date({ error: "date must be a day such as 2026-01-31" }).optional().describe("the day of the outcome"),
    note: z
      .string({ error: "note must be text" })
      .max(1000, "note must be at most 1,000 characters")
      .optional()
      .describe("anything else, as the reason of an opinion"),
    confirm: z
      .boolean({
        error: ({ input }) => `confirm ${input instanceof Unreadable ? input.need : "must be true or false"}`,
      })
      .optional()
      .describe("that an unlikely value is right all the same"),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? "is not a member of this body; those are receipt, actual, opinion, date, note and confirm"
        : "the body must be an object with receipt and actual",
  },
);
export const outcomeReportSchema = report
  .superRefine(({ actual, opinion }, context) => {
    if ((actual === undefined) === (opinion === undefined)) {
      context.addIssue({ code: "custom", path: ["actual"], message: "the body must have either actual or opinion" });
    }
  })
  .describe("A report about an estimate: either actual or opinion.");
export type OutcomeReport = z.infer<typeof report>;

/** A report as it arrived, or what each of its fields needs. */
export function readReport(sent: unknown): { report: OutcomeReport } | { faults: Fault[] } {
  const read = outcomeReportSchema.safeParse(sent);
  if (!read.success) return { faults: faultsOf(read.error) };
  const { note } = read.data;
  return { report: note === undefined ? read.data : { ...read.data, note: keptText(note) } };
}

/**
 * The texts of a row of a table, or of a form, as the values that they stand for; an empty text is not there.
 *
 * @param place the table that they are in, or the language that they were typed in
 */
export function readReportTexts(
  { actual = "", confirm = "", ...texts }: Record<string, string>,
  place?: Place,
): unknown {
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return {
    ...Object.fromEntries(given),
    actual: readValue({ kind: "number", name: "actual", label: "actual" }, actual, place),
    confirm: readValue({ kind: "boolean", name: "confirm", label: "confirm" }, confirm),
  };
}
