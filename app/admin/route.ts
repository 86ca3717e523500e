import { seeOther } from "@/components/admin/session";

/** The owner's pages begin with the keys, which ask for the password first. */
export function GET(): Response {
  return seeOther("/admin/keys");
}
