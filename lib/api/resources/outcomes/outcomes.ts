import { z } from "zod";
import type { DecimalMark } from "../../../csv/dialect";
import type { Refused } from "../../../service/judge-outcome";
import { outcomeReportSchema, readReport } from "../../../service/outcome-report";
import { readOutcomeTable } from "../../../service/outcome-table";
import { reportOutcome, reportOutcomes, type Reported } from "../../../service/report-outcome";
import { answers } from "../../openapi/names";
import { invalidInput, pointAt, unlikely, unsupportedMediaType } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import type { Problem } from "../../problem/schema";
import { MOST_ROWS } from "../../request/most-rows";
import { DECIMAL, decimalParameter, readDecimal } from "../../request/read-decimal";
import { headersOf } from "../../request/read-header";
import { mediaTypeOf, readJson, readPlainText } from "../../request/read-json";
import { readParameters } from "../../request/read-parameters";
import { readTime } from "../../request/simulated-time";
import { resource } from "../../resource";
import { RECEIPT } from "./example";
import {
  outcomeAnswerSchema,
  outcomeTableSchema,
  type OutcomeAnswer,
  type OutcomeRow,
  type OutcomeTable,
} from "./schema";

/**
 * `POST /api/outcomes`: what came true of an estimate, or what somebody thinks of it, for the receipt alone; as JSON, or a
 * table of them as CSV. It is answered when it is stored.
 */
export const postOutcomes = resource({
  method: "post",
  path: "/api/outcomes",
  auth: "open",
  problems: ["unlikely", "no-store"],
  document: {
    id: "reportOutcome",
    tag: "Outcomes",
    summary: "Report an outcome",
    description:
      "Send a receipt with either the actual value or an opinion of the estimate, or a CSV table of them. The columns of the table have the same names in any order and case; other columns are ignored. The response to a table has one result for each row. The response comes after the report is stored. The same report twice counts once, so you can send it again when in doubt. Another value corrects the previous one, up to 19 times. A value that is 30 times off or more needs confirm: true, and so does a date before the estimate.",
    query: { decimal: decimalParameter },
    body: {
      name: "OutcomeReport",
      schema: outcomeReportSchema,
      examples: {
        actual: { receipt: RECEIPT, actual: 95000, date: "2026-01-31" },
        opinion: { receipt: RECEIPT, opinion: "too high", note: "needs a new roof" },
      },
      texts: { "text/csv": `receipt,actual,date\n${RECEIPT},95000,2026-01-31\n` },
    },
    answer: {
      schema: z.union([outcomeAnswerSchema, outcomeTableSchema]).register(answers, { id: "OutcomeResult" }),
      description: "the report is stored; for a table, the result of each row",
    },
  },
  async handler(context) {
    const time = readTime(headersOf(context.req.raw));
    if ("problem" in time) return refuse(context, time.problem);
    const type = mediaTypeOf(context.req.header("content-type"));
    if (type === "text/csv" || type === "application/csv") {
      const { parameters, errors } = readParameters(context.req.url, [DECIMAL]);
      const decimal = readDecimal(parameters);
      if ("fault" in decimal) errors.push(decimal.fault);
      if (errors.length > 0 || "fault" in decimal) return refuse(context, invalidInput(errors));
      const body = await readPlainText(context.req.raw);
      const table = "problem" in body ? body : await answerTable(body.text, time.at, decimal.decimal);
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
  },
});

function problemOf({ verdict, faults }: Refused): Problem {
  return verdict === "unlikely" ? unlikely(pointAt(faults)) : invalidInput(pointAt(faults));
}

async function answerTable(
  text: string,
  at: number,
  decimal: DecimalMark | undefined,
): Promise<OutcomeTable | { problem: Problem }> {
  const table = readOutcomeTable(text, MOST_ROWS, decimal);
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
