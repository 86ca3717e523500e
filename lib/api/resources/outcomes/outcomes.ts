import type { Context } from "hono";
import type { Refused } from "../../../service/judge-outcome";
import { readReport, type OutcomeReport } from "../../../service/outcome-report";
import { readOutcomeTable } from "../../../service/outcome-table";
import { reportOutcome, reportOutcomes, type Reported } from "../../../service/report-outcome";
import { MOST_ROWS } from "../../request/most-rows";
import type { Problem } from "../../problem/schema";
import { invalidInput, pointAt, refuse, unlikely, unsupportedMediaType } from "../../problem/problem";
import { answeringStoreFaults } from "../../problem/refuse-store-faults";
import { mediaTypeOf, readJson, readPlainText } from "../../request/read-json";
import { readTime } from "../../request/simulated-time";
import type { OutcomeAnswer, OutcomeRow, OutcomeTable } from "./schema";

/**
 * `POST /api/outcomes`: what came true of an estimate, or what somebody thinks of it, for the receipt alone; as JSON, or a
 * table of them as CSV. It is answered when it is stored.
 */
export async function postOutcomes(
  context: Context<object, "/api/outcomes", { in: { json: OutcomeReport }; out: object }>,
) {
  return answeringStoreFaults(context, async () => {
    const time = readTime(context);
    if ("problem" in time) return refuse(context, time.problem);
    const type = mediaTypeOf(context.req.header("content-type"));
    if (type === "text/csv" || type === "application/csv") {
      const body = await readPlainText(context.req.raw);
      const table = "problem" in body ? body : await answerTable(body.text, time.at);
      return "problem" in table ? refuse(context, table.problem) : context.json(table, 200);
    }
    const body = await readJson(context.req.raw);
    if ("problem" in body) {
      const plain = body.problem.status === 415 && type !== "application/json";
      return refuse(
        context,
        plain ? unsupportedMediaType("the content type must be application/json or text/csv") : body.problem,
      );
    }
    const read = readReport(body.value);
    if ("faults" in read) return refuse(context, invalidInput(pointAt(read.faults)));
    const outcome = await reportOutcome(read.report, time.at);
    if ("verdict" in outcome) return refuse(context, problemOf(outcome));
    const answer: OutcomeAnswer = outcome;
    return context.json(answer, 200);
  });
}

function problemOf({ verdict, faults }: Refused): Problem {
  return verdict === "unlikely" ? unlikely(pointAt(faults)) : invalidInput(pointAt(faults));
}

async function answerTable(text: string, at: number): Promise<OutcomeTable | { problem: Problem }> {
  const table = readOutcomeTable(text, MOST_ROWS);
  if ("fault" in table) return { problem: invalidInput([{ pointer: "#", detail: table.fault }]) };
  const outcomes = await reportOutcomes(table.rows, at);
  return { results: outcomes.map(rowAnswer) };
}

function rowAnswer(outcome: Reported | Refused, index: number): OutcomeRow {
  if (!("verdict" in outcome)) return outcome;
  const { verdict, faults } = outcome;
  return {
    status: verdict === "unlikely" ? "unlikely" : "refused",
    errors: verdict === "faulty" ? pointAt(faults, ["rows", index]) : pointAt(faults),
  };
}
