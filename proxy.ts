import { unavailablePage } from "@/components/unavailable-page";
import { findUnavailable } from "@/lib/registry/registry";
import { NextResponse, type NextRequest } from "next/server";

/** Runs before pages that are about one model: where it cannot be read as it stands, it answers in their place. */
export async function proxy({ nextUrl, method }: NextRequest): Promise<Response> {
  const [, , id = ""] = nextUrl.pathname.split("/");
  // A registry that cannot be read is for the page to say, and for the log.
  const unavailable = await findUnavailable(id).catch(() => undefined);
  if (!unavailable) return NextResponse.next();
  return new Response(method === "HEAD" ? null : unavailablePage, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

export const config = { matcher: ["/models/:path+", "/compare/:path+", "/monitoring/:path+"] };
