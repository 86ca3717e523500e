import { readBounded } from "@/lib/service/bounded-body";
import { TOKEN_FIELD } from "@/lib/service/form-token-names";
import { isFromOwnPage } from "@/lib/service/same-origin";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import { answerPlainPage } from "./plain-page";
import { asSentence } from "./words";

/** Far more than the longest form of ours: a receipt, a note of 1,000 characters and some short fields. */
const LONGEST = 65_536;
/** No form of ours has as many. */
const MOST_FIELDS = 20;

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** The form of a page, or the page that says why it was not taken. */
export type ReadForm = { form: FormData } | { refusal: Response };

const AGAIN = `<p class="lead quiet">Go back, load the page again and send the form once more. Your browser must keep the
cookies of this site until then.</p>`;

const FOR_THE_OPERATOR = `<p class="quiet">For the operator: browsers do not say on plain HTTP which site a form comes from, so the
proxy in front has to pass on the host that they ask for. In nginx that is
<code>proxy_set_header Host $http_host;</code>. Another proxy may send the host, with its port, as
<code>X-Forwarded-Host</code>; set <code>TRUST_PROXY</code> to the number of proxies.</p>`;

/**
 * The fields of a form that one of our own pages has sent, or the answer to whatever else was sent in its place.
 *
 * @param several the fields that may be there more than once
 */
export async function readPageForm(request: Request, several: string[] = []): Promise<ReadForm> {
  const refuse = (status: number, heading: string, paragraphs: string[]) => ({
    refusal: answerPlainPage({ nonce: nonceOf(request), status, title: "Form not taken", heading, paragraphs }),
  });
  const type = request.headers.get("content-type") ?? "";
  if (!FORM_TYPES.test(type)) {
    return refuse(415, "This is not a form.", ['<p class="lead quiet">Only the forms of a page can be sent here.</p>']);
  }
  const read = await readFields(request, type).catch(() => undefined);
  if (read === "too long") {
    const most = `<p class="lead quiet">It must have at most ${LONGEST.toLocaleString("en-US")} bytes.</p>`;
    return refuse(413, "This form is too long.", [most]);
  }
  const token = read ? textOf(read, TOKEN_FIELD) : "";
  if (!(await isFromOwnPage((name) => request.headers.get(name) ?? undefined, token, Date.now()))) {
    return refuse(403, "This form did not come from a page of this site.", [AGAIN, FOR_THE_OPERATOR]);
  }
  if (!read || !isPlain(read, several)) return refuse(400, "This form cannot be read.", [AGAIN]);
  return { form: read };
}

async function readFields(request: Request, type: string): Promise<FormData | "too long"> {
  const body = await readBounded(request, LONGEST);
  return body ? new Response(body, { headers: { "Content-Type": type } }).formData() : "too long";
}

/** Whether every field is a text in UTF-8 without NUL, and there once unless it may be there several times. */
function isPlain(form: FormData, several: string[]): boolean {
  const fields = [...form];
  const single = fields.map(([name]) => name).filter((name) => !several.includes(name));
  return (
    fields.length <= MOST_FIELDS &&
    new Set(single).size === single.length &&
    fields.every(([name, value]) => typeof value === "string" && !/[\0\ufffd]/.test(`${name}${value}`))
  );
}

/** What a form comes to, or a page that says why nothing can be kept: what was to be stored may be sent again. */
export async function answeringStoreFaults(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NoStoreError || error instanceof StoreAwayError)) throw error;
    const paragraphs = [`<p class="lead quiet">${asSentence(error.message)}</p>`, AGAIN];
    const heading = "Nothing can be kept at this moment.";
    return answerPlainPage({ nonce: nonceOf(request), status: 503, title: "Nothing kept", heading, paragraphs });
  }
}

/** The nonce of the policy that `proxy.ts` has given the answer. */
function nonceOf({ headers }: Request): string {
  return /'nonce-([\w-]+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";
}

/** The text of a field; "" where there is none, or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
