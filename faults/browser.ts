import { send, type Answer } from "./send";

/** What is filled in, beside what the form brings itself. */
type Fields = Record<string, string>;

const ENTITIES: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const plain = (text: string) => text.replace(/&(amp|quot|#x27|lt|gt);/g, (entity) => ENTITIES[entity]!);
const attribute = (tag: string, name: string) => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/**
 * As much of a browser as forms need: it keeps cookies, sends what is hidden in a form, says `Origin` as a browser does on
 * plain HTTP, where there is no `Sec-Fetch-Site`, and follows a redirect.
 */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /**
   * @param url where it connects
   * @param host the name and port that stand in its address line
   */
  constructor(
    readonly url: string,
    readonly host: string,
  ) {}

  async open(path: string): Promise<Answer> {
    return this.#keep(await send(this.url + path, { headers: this.#headers() }));
  }

  /** Open a page, fill in its form with this action and send it; the page that it leads to. */
  async submit(page: string, action: RegExp, fields: Fields): Promise<Answer> {
    const { status, text } = await this.open(page);
    const forms = text.match(/<form\b.*?<\/form>/gs) ?? [];
    const form = forms.find((each) => action.test(attribute(/<form[^>]*>/.exec(each)![0], "action")));
    if (!form) throw new Error(`${page} (${status}) has no form ${action.source}`);
    const hidden = (form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? []).map((tag) => [
      attribute(tag, "name"),
      attribute(tag, "value"),
    ]);
    const to = attribute(/<form[^>]*>/.exec(form)![0], "action");
    const body = new URLSearchParams([...hidden, ...Object.entries(fields)]).toString();
    const headers = {
      ...this.#headers(),
      "content-type": "application/x-www-form-urlencoded",
      origin: `http://${this.host}`,
      referer: `http://${this.host}${page}`,
    };
    const answer = this.#keep(await send(this.url + to, { headers, body }));
    const { location } = answer.headers;
    if (location === undefined) return answer;
    const next = new URL(location, `http://${this.host}${to}`);
    if (next.host !== this.host) throw new Error(`the form leads away, to ${next.host}`);
    return this.open(next.pathname + next.search);
  }

  #headers() {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { host: this.host, ...(cookie && { cookie }) };
  }

  #keep(answer: Answer): Answer {
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      // A browser keeps no such cookie of a page without TLS.
      if (!/;\s*secure/i.test(line)) this.#cookies.set(name!, value!);
    }
    return answer;
  }
}
