import { refuseStranger, seeOther } from "@/components/admin/session";
import { SESSION_COOKIE } from "@/lib/service/admin-session";
import { cookies } from "next/headers";

export async function POST(request: Request): Promise<Response> {
  const refused = await refuseStranger(request);
  if (refused) return refused;
  (await cookies()).delete(SESSION_COOKIE);
  return seeOther("/admin/keys");
}
