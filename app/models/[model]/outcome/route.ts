import { seeOther } from "@/components/admin/session";
import { toldPath, type State } from "@/components/outcome/told";
import { estimatePath } from "@/components/query";
import { readReport, readReportTexts } from "@/lib/service/outcome-report";
import { readReceipt } from "@/lib/service/receipt";
import { reportOutcome } from "@/lib/service/report-outcome";
import { isSameOrigin } from "@/lib/service/same-origin";
import { signingKey } from "@/lib/service/signing-key";
import { findModel } from "@/lib/registry/registry";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";

/** The form about an outcome on the result page: stored, and back to the page, whose address says what became of it. */
export async function POST(request: Request, { params }: RouteContext<"/models/[model]/outcome">): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response("the form must be sent from this site\n", { status: 403 });
  const { model: id } = await params;
  const model = await findModel(id);
  const form = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, typeof value === "string" ? value : ""]),
  );
  const { receipt: token = "", actual = "", confirm = "", opinion = "", note = "" } = form;
  const key = await signingKey("receipts").catch(() => undefined);
  const receipt = key && readReceipt(key, token);
  if (!model || receipt?.model !== id) return seeOther(`/models/${id}`);

  const state = await report({
    receipt: token,
    note,
    actual,
    opinion,
    confirm: String(confirm !== "" && confirm === actual),
  });
  const page = estimatePath(model.spec, receipt.inputs);
  const again = state === "unlikely" || state === "faulty" || state === "away";
  return seeOther(toldPath(page, { state, receipt: token, actual: again ? actual.slice(0, 40) : "" }));
}

/** Both the value and the opinion, where both are given. */
async function report({ actual, opinion, ...shared }: Record<string, string>): Promise<State> {
  const reports = [actual && { ...shared, actual }, opinion && { ...shared, opinion }].filter(
    (each) => each !== "" && each !== undefined,
  );
  let state: State = "faulty";
  for (const each of reports) {
    const read = readReport(readReportTexts(each as Record<string, string>));
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
