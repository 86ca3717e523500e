import { TOKEN_HEADER } from "@/lib/service/form-token-names";
import { headers } from "next/headers";

/** The token of the page that is being answered, as `proxy.ts` hands it over; "" on pages that have none. */
export async function pageToken(): Promise<string> {
  return (await headers()).get(TOKEN_HEADER) ?? "";
}
