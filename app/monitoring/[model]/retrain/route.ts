import { readOwnersForm, seeOther } from "@/components/admin/session";
import { answeringStoreFaults } from "@/components/page-form";
import { OWNER } from "@/lib/service/audit";
import { retrainModel } from "@/lib/service/drafts/retrain";
import { RETRAIN_WORDS } from "@/lib/service/drafts/retrain-words";

/** Train a model again, and on to its draft; or back to the page, which says why not. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/monitoring/[model]/retrain">,
): Promise<Response> {
  return answeringStoreFaults(request, async () => {
    const read = await readOwnersForm(request);
    if ("refusal" in read) return read.refusal;
    const { model } = await params;
    const draft = await retrainModel(model, OWNER);
    if ("refused" in draft) {
      const isIdle = draft.detail === RETRAIN_WORDS.en.noOutcomes;
      const why = draft.refused === "full" ? "full" : isIdle ? "refused" : "unreadable";
      return seeOther(`/monitoring/${encodeURIComponent(model)}?retrain=${why}#retrain`);
    }
    return seeOther(`/studio/${draft.id}`);
  });
}
