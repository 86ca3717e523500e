import { readOwnersForm, seeOther } from "@/components/admin/session";
import { withBase } from "@/lib/base-path";
import { SESSION_COOKIE } from "@/lib/service/admin-session";
import { cookies } from "next/headers";

export async function POST(request: Request): Promise<Response> {
  const read = await readOwnersForm(request);
  if ("refusal" in read) return read.refusal;
  (await cookies()).delete({ name: SESSION_COOKIE, path: withBase("/") });
  return seeOther("/admin/keys");
}
