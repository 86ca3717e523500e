import { READERS, readRolesForm, seeOther } from "@/components/admin/session";
import { answeringStoreFaults, textOf } from "@/components/page-form";
import { WHOLE_MODEL } from "@/components/versions/deletion";
import type { Done } from "@/components/versions/words";
import { OWNER, REVIEWER, type Role } from "@/lib/service/audit";
import { deletePublished } from "@/lib/service/deleting";
import { confirmProposal, declineProposal, withdrawProposal } from "@/lib/service/proposals";
import { promoteVersion, rollback, type Refused } from "@/lib/service/publishing";
import { listVersions } from "@/lib/store/published-models";
import { withStore } from "@/lib/store/store";

/** What a form contains comes back in the address, as far as proxies take addresses. */
const LONGEST_ADDRESS = 2_000;

export async function POST(request: Request, { params }: RouteContext<"/models/[model]/versions/change">) {
  const { model } = await params;
  return answeringStoreFaults(request, () => change(request, model));
}

/** Promote, propose, confirm, decline, roll back or delete, and back to the versions, with what became of it. */
async function change(request: Request, model: string): Promise<Response> {
  const page = `/models/${model}/versions`;
  const read = await readRolesForm(request, READERS, (form) => withTyped(page, form));
  if ("refusal" in read) return read.refusal;
  const { form, role } = read;
  const done = await decide(model, role, (name) => textOf(form, name));
  if (!done) return seeOther(page);
  if ("gone" in done) return seeOther(`/admin/audit?${new URLSearchParams({ model }).toString()}`);
  if ("refused" in done) return seeOther(withTyped(page, form, { fault: done.refused }));
  return seeOther(`${page}?${new URLSearchParams(done).toString()}`);
}

/** `gone`: no version of the model is left, so the audit log is the page to show. */
type Outcome = { done: Done; version: string } | { gone: true } | Refused | undefined;

async function decide(model: string, role: Role, field: (name: string) => string): Promise<Outcome> {
  const asked = { model, actor: role, reason: field("reason") };
  const expected = field("expected") || null;
  const action = field("do");
  if (role === OWNER && action === "promote") {
    const override = field("override") === "true";
    const done = await promoteVersion({ ...asked, version: field("version"), expected, override });
    return "refused" in done ? done : { done: done.proposal ? "proposed" : "promoted", version: done.version };
  }
  if (role === OWNER && action === "back") {
    const done = await rollback({ ...asked, expected });
    return "refused" in done ? done : { done: "back", version: done.version };
  }
  if (role === OWNER && action === "delete") {
    const version = field("version");
    const refused = await deletePublished({ ...asked, version: version === WHOLE_MODEL ? undefined : version });
    if (refused) return refused;
    const left = await withStore((store) => listVersions(store, model));
    return left.length > 0 ? { done: "deleted", version } : { gone: true };
  }
  const proposal = { ...asked, id: field("proposal") };
  if (role === REVIEWER && action === "confirm") {
    const done = await confirmProposal(proposal);
    return "refused" in done ? done : { done: "confirmed", version: done.version };
  }
  if (role === REVIEWER && action === "decline") {
    const done = await declineProposal(proposal);
    return "refused" in done ? done : { done: "declined", version: done.proposal.version };
  }
  if (role === OWNER && action === "withdraw") {
    const done = await withdrawProposal(proposal);
    return "refused" in done ? done : { done: "withdrawn", version: done.proposal.version };
  }
  return undefined;
}

/** The page with what the form contained, so that nobody has to write it again. */
function withTyped(page: string, form: FormData, more: Record<string, string> = {}): string {
  const field = (name: string) => textOf(form, name);
  const query = new URLSearchParams(more);
  const link = (["promote", "delete"] as const).find((name) => name === field("do"));
  if (link) query.set(link, field("version").slice(0, 40));
  else if (field("do") === "back") query.set("back", "1");
  else query.set("proposal", field("proposal").slice(0, 40));
  let reason = field("reason");
  query.set("reason", reason);
  while (reason !== "" && query.toString().length > LONGEST_ADDRESS) {
    reason = [...reason].slice(0, -20).join("");
    query.set("reason", reason);
  }
  return `${page}?${query.toString()}${link ? "#decide" : ""}`;
}
