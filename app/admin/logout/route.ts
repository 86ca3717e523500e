import { readOwnersForm, seeOther } from "@/components/admin/session";
import { SESSION_COOKIE } from "@/lib/service/admin-session";
import { cookies } from "next/headers";

export async function POST(request: Request): Promise<Response> {
  const read = await readOwnersForm(request);
  if ("refusal" in read) return read.refusal;
  (await cookies()).delete(SESSION_COOKIE);
  return seeOther("/admin/keys");
}
