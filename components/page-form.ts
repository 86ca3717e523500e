import { readBounded } from "@/lib/service/bounded-body";
import { isSameOrigin } from "@/lib/service/same-origin";

/** Far more than the longest form of ours: a receipt, a note of 1,000 characters and some short fields. */
const LONGEST = 65_536;

const refusal = (status: number, message: string) => ({ refusal: new Response(`${message}\n`, { status }) });

/** The fields of a form that one of our own pages has sent, or the answer to whatever else was sent in its place. */
export async function readPageForm(request: Request): Promise<{ form: FormData } | { refusal: Response }> {
  if (!isSameOrigin(request.headers)) return refusal(403, "the form must be sent from this site");
  const body = await readBounded(request, LONGEST);
  if (!body) return refusal(413, `the form must have at most ${LONGEST} bytes`);
  try {
    const type = request.headers.get("content-type") ?? "";
    return { form: await new Response(body, { headers: { "Content-Type": type } }).formData() };
  } catch {
    return refusal(400, "the body must be a form");
  }
}

/** The text of a field; "" where there is none, or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
