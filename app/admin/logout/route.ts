import { READERS, readRolesForm, seeOther } from "@/components/admin/session";
import { answeringStoreFaults } from "@/components/page-form";
import { withBase } from "@/lib/base-path";
import { logout, SESSION_COOKIE } from "@/lib/service/admin-session";
import { cookies } from "next/headers";

/** End the session, for every copy of its cookie, and back to the way in. */
export async function POST(request: Request): Promise<Response> {
  return answeringStoreFaults(request, async () => {
    const read = await readRolesForm(request, READERS, () => "/admin/keys");
    if ("refusal" in read) return read.refusal;
    const kept = await cookies();
    await logout(kept.get(SESSION_COOKIE)?.value);
    kept.delete({ name: SESSION_COOKIE, path: withBase("/") });
    return seeOther("/admin/keys");
  });
}
