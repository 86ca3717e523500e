import type { Context } from "hono";
import { CsvError } from "../../../csv/dialect";
import { readRecords } from "../../../csv/read-records";
import { faultsOf } from "../../../model/inputs/schema";
import { readValue } from "../../../model/inputs/text";
import { recordOutcomes, type Recorded } from "../../../store/outcomes";
import { withStore } from "../../../store/store";
import { MOST_ROWS, type Problem } from "../../contract";
import { judgeOutcome } from "./judge-outcome";
import {
  outcomeReportSchema,
  type OutcomeAnswer,
  type OutcomeReport,
  type OutcomeRow,
  type OutcomeTable,
} from "./outcome-contract";
import { invalidInput, pointAt, refuse, unsupportedMediaType } from "../../problem/problem";
import { mediaTypeOf, readJson, readPlainText } from "../../request/read-json";
import { answeringStoreFaults } from "../../problem/refuse-store-faults";
import { signingKey } from "../../../service/signing-key";
import { readTime } from "../../request/simulated-time";

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
      const table = "problem" in body ? body : await reportTable(body.text, time.at);
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
    const said = outcomeReportSchema.safeParse(body.value);
    if (!said.success) return refuse(context, invalidInput(pointAt(faultsOf(said.error))));
    const answer = await reportOutcome(said.data, time.at);
    return "problem" in answer ? refuse(context, answer.problem) : context.json(answer, 200);
  });
}

/** Store one report. */
export async function reportOutcome(said: OutcomeReport, at: number): Promise<OutcomeAnswer | { problem: Problem }> {
  const judged = await judgeOutcome(said, await signingKey("receipts"), at);
  if ("problem" in judged) return judged;
  const [status] = await withStore((store) => recordOutcomes(store, [judged.report]));
  return { status: status!, model: judged.receipt.model, estimate: judged.receipt.estimate };
}

/** Store the rows of a table that can be, together; a row at fault spoils no other. */
async function reportTable(text: string, at: number): Promise<OutcomeTable | { problem: Problem }> {
  const table = readTable(text);
  if ("problem" in table) return table;
  const key = await signingKey("receipts");
  const judged = await Promise.all(
    table.rows.map(async (row, index) => {
      const said = outcomeReportSchema.safeParse(row);
      return said.success
        ? judgeOutcome(said.data, key, at)
        : { problem: invalidInput(pointAt(faultsOf(said.error), ["rows", index])) };
    }),
  );
  const reports = judged.flatMap((each) => ("report" in each ? [each.report] : []));
  const recorded = await withStore((store) => recordOutcomes(store, reports));
  return {
    results: judged.map((each): OutcomeRow =>
      "problem" in each ? rowFault(each.problem) : stored(each, recorded.shift()!),
    ),
  };
}

function stored({ receipt }: { receipt: { model: string; estimate: number } }, status: Recorded): OutcomeAnswer {
  return { status, model: receipt.model, estimate: receipt.estimate };
}

function rowFault({ status, errors = [] }: Problem): OutcomeRow {
  return {
    status: status === 409 ? "unlikely" : "refused",
    errors: errors.flatMap((error) => ("pointer" in error ? [error] : [])),
  };
}

const COLUMNS = ["receipt", "actual", "opinion", "date", "note", "confirm"];

/** The rows of CSV as bodies; an empty field is not there. */
function readTable(text: string): { rows: Record<string, unknown>[] } | { problem: Problem } {
  const needs = (detail: string) => ({ problem: invalidInput([{ pointer: "#", detail }]) });
  const rows: Record<string, string>[] = [];
  try {
    for (const { names, record } of readRecords(text)) {
      if (names.some((name) => !COLUMNS.includes(name)))
        return needs(`the columns must be among ${COLUMNS.join(", ")}`);
      rows.push(Object.fromEntries(names.map((name, column) => [name, record.text(column)])));
      if (rows.length > MOST_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return needs("the body must be CSV with the columns receipt and actual");
  }
  if (rows.length > MOST_ROWS)
    return needs(`there must be at most ${MOST_ROWS.toLocaleString("en-US")} rows in one call`);
  return { rows: rows.map(readRow) };
}

/** The texts of a row, or of a form, as what they mean. */
export function readRow({ actual = "", confirm = "", ...texts }: Record<string, string>): Record<string, unknown> {
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return {
    ...Object.fromEntries(given),
    actual: readValue({ kind: "number", name: "actual", label: "actual" }, actual),
    confirm: readValue({ kind: "boolean", name: "confirm", label: "confirm" }, confirm),
  };
}
