"use client";

import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { writeJson } from "@/components/docs/write-json";
import { TOKEN_HEADER } from "@/lib/service/form-token-names";
import { useState } from "react";
import { CALLS_CLIENT_WORDS } from "./client-words";
import { CodeBox } from "./code-box";
import { CopyButton } from "@/components/copy-button";
import { withBase } from "@/lib/base-path";

interface TryItProps {
  path: string;
  body: string;
  /** By which the API recognises calls from its own pages. */
  token: string;
  /** The response that is shown before the request is sent. */
  example: string;
}

/** A response, and what became of the request. */
interface Shown {
  text: string;
  outcome: null | "no answer" | { status: number; milliseconds: number };
}

async function send({ path, body, token }: Omit<TryItProps, "example">): Promise<Shown> {
  const headers = { "content-type": "application/json", [TOKEN_HEADER]: token };
  const start = performance.now();
  const response = await fetch(withBase(path), { method: "POST", headers, body });
  const text = await response.text();
  const milliseconds = Math.max(1, Math.round(performance.now() - start));
  return { text: laidOut(text), outcome: { status: response.status, milliseconds } };
}

/** A response that is not JSON comes from a proxy, and is shown as it is. */
function laidOut(text: string): string {
  try {
    return writeJson(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Sends the call from this page and shows what comes back. */
export function TryIt({ example, ...call }: TryItProps) {
  const [shown, setShown] = useState<Shown>({ text: example, outcome: null });
  const [pending, setPending] = useState(false);
  const words = useWords(CALLS_CLIENT_WORDS);
  const write = useWriter();

  function statusInWords(): string {
    if (pending) return words.sent;
    const { outcome } = shown;
    if (outcome === null) return "";
    return outcome === "no answer"
      ? words.noAnswer
      : words.status(outcome.status, write.quantity(outcome.milliseconds));
  }

  async function ask() {
    if (pending) return;
    setPending(true);
    const answer = await send(call).catch(() => undefined);
    setShown((before) => answer ?? { ...before, outcome: "no answer" });
    setPending(false);
  }

  return (
    <>
      <div className="screen-only mb-3 flex flex-wrap items-center gap-x-6 gap-y-3 noscript:hidden">
        <button type="button" className="button cursor-pointer" onClick={ask}>
          {words.send}
        </button>
        <p role="status" className="text-small text-quiet">
          {statusInWords()}
        </p>
        <span className="ml-auto">
          <CopyButton of="answer">{words.copyResponse}</CopyButton>
        </span>
      </div>
      <CodeBox id="answer" label={words.response} text={shown.text} />
    </>
  );
}
