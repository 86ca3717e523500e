import { randomBytes } from "node:crypto";
import { unavailablePage } from "@/components/unavailable-page";
import { findUnavailable } from "@/lib/registry/registry";
import { pageHeaders } from "@/lib/service/security-headers";
import { NextResponse, type NextRequest } from "next/server";

/** The first part of the addresses that are about one model, which comes second. */
const ABOUT_A_MODEL = ["models", "compare", "monitoring"];

/**
 * Runs before pages: gives each the headers that keep it to itself, and answers in the place of pages about a model that
 * cannot be read as it stands.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { nextUrl, method, headers: sent } = request;
  const path = nextUrl.pathname;
  const nonce = randomBytes(16).toString("base64url");
  const protocol = sent.get("x-forwarded-proto") ?? nextUrl.protocol;
  const headers = pageHeaders({ path, nonce, encrypted: protocol.startsWith("https") });

  const [, first = "", id = ""] = path.split("/");
  // A registry that cannot be read is for the page to say, and for the log.
  const unavailable = ABOUT_A_MODEL.includes(first) && (await findUnavailable(id).catch(() => undefined));
  if (unavailable) {
    return new Response(method === "HEAD" ? null : unavailablePage(nonce), {
      status: 503,
      headers: { ...headers, "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
    });
  }

  // Next reads the nonce from the policy and gives it to its scripts.
  const policy = { "content-security-policy": headers["Content-Security-Policy"]! };
  return NextResponse.next({ headers, request: { headers: new Headers({ ...Object.fromEntries(sent), ...policy }) } });
}

/** Pages only: the API has headers of its own, and so have files. */
export const config = {
  matcher: ["/", "/((?!api/|v2/|invocations|ping|version|health|metrics|_next/|icon\\.svg|robots\\.txt).*)"],
};
