import { isSecure, seeOther } from "@/components/admin/session";
import { OUTCOME_COOKIE, writeKeptOutcome, type State } from "@/components/outcome/kept-outcome";
import { readPageForm, textOf } from "@/components/page-form";
import { estimatePath } from "@/components/query";
import { withBase } from "@/lib/base-path";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/language/locale";
import { writeCookie } from "@/lib/service/cookies";
import { settleActual } from "@/lib/service/judge-outcome";
import { readReport, readReportTexts } from "@/lib/service/outcome-report";
import { readReceipt } from "@/lib/service/receipt";
import { reportOutcome } from "@/lib/service/report-outcome";
import { signingKey } from "@/lib/service/signing-key";
import { findModel } from "@/lib/registry/registry";
import type { KeyObject } from "node:crypto";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";

/** The form about an outcome on the result page: stored, and back to the page, with a cookie that says what became of it. */
export async function POST(request: Request, { params }: RouteContext<"/models/[model]/outcome">): Promise<Response> {
  const read = await readPageForm(request);
  if ("refusal" in read) return read.refusal;
  const { model: id } = await params;
  const model = await findModel(id);
  const field = (name: string) => textOf(read.form, name);
  const [token, actual, opinion, note] = [field("receipt"), field("actual"), field("opinion"), field("note")];
  const key = await signingKey("receipts").catch(() => undefined);
  const receipt = key && readReceipt(key, token);
  if (!model || !key || receipt?.model !== id) return seeOther(`/models/${id}`);

  const typed = field("typed");
  const state = await report(key, isLocale(typed) ? typed : DEFAULT_LOCALE, {
    receipt: token,
    note,
    actual,
    opinion,
    confirm: String(actual !== "" && field("confirm") === actual),
  });
  const again = state === "unlikely" || state === "faulty" || state === "away";
  const back = seeOther(estimatePath(model.spec, receipt.inputs, receipt.interval?.level));
  const kept = writeKeptOutcome({ state, receipt: token, actual: again ? actual : "" });
  const secure = isSecure(request);
  // In a frame of another site, browsers keep no cookie but one that is for this site in that frame alone.
  const framed = secure && request.headers.get("sec-fetch-dest") === "iframe";
  const options = {
    httpOnly: true,
    sameSite: framed ? "None" : "Strict",
    partitioned: framed,
    secure,
    path: withBase(OUTCOME_COOKIE.path(id)),
    maxAge: OUTCOME_COOKIE.seconds,
  } as const;
  back.headers.set("Set-Cookie", writeCookie(OUTCOME_COOKIE.name, kept, options));
  return back;
}

/** Both the value and the opinion, where both are given. The value is read as people type it in a language. */
async function report(
  key: KeyObject,
  typed: Locale,
  { actual, opinion, ...shared }: Record<string, string>,
): Promise<State> {
  const reports = [actual && { ...shared, actual }, opinion && { ...shared, opinion }].filter(
    (each) => each !== "" && each !== undefined,
  );
  let state: State = "faulty";
  for (const each of reports) {
    const read = readReport(settleActual(readReportTexts(each as Record<string, string>, { typed }), key));
    if ("faults" in read) return "faulty";
    try {
      const outcome = await reportOutcome(read.report, Date.now());
      if ("verdict" in outcome) return outcome.verdict === "unlikely" ? "unlikely" : "faulty";
      if (each === reports[0]) state = read.report.opinion ? "opinion" : outcome.status;
    } catch (error) {
      if (error instanceof NoStoreError || error instanceof StoreAwayError) return "away";
      throw error;
    }
  }
  return state;
}
