"use client";

import { writeJson } from "@/components/docs/write-json";
import { TOKEN_HEADER } from "@/lib/service/form-token-names";
import { useState } from "react";
import { CodeBox } from "./code-box";
import { CopyButton } from "@/components/copy-button";
import { withBase } from "@/lib/base-path";

interface TryItProps {
  path: string;
  body: string;
  /** What the API knows our own pages by. */
  token: string;
  /** What stands there until it is sent. */
  example: string;
}

interface Shown {
  text: string;
  said: string;
}

async function send({ path, body, token }: Omit<TryItProps, "example">): Promise<Shown> {
  const headers = { "content-type": "application/json", [TOKEN_HEADER]: token };
  const start = performance.now();
  const response = await fetch(withBase(path), { method: "POST", headers, body });
  const text = await response.text();
  const milliseconds = Math.max(1, Math.round(performance.now() - start));
  return { text: laidOut(text), said: `Status ${response.status}, after ${milliseconds} ms.` };
}

/** What is no JSON comes from a machine in between, and is shown as it came. */
function laidOut(text: string): string {
  try {
    return writeJson(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Sends the call from this page and shows what comes back. */
export function TryIt({ example, ...call }: TryItProps) {
  const [shown, setShown] = useState<Shown>({ text: example, said: "" });
  const [pending, setPending] = useState(false);

  async function ask() {
    if (pending) return;
    setPending(true);
    const answer = await send(call).catch(() => undefined);
    setShown((before) => answer ?? { ...before, said: "The server did not answer. Send the request again." });
    setPending(false);
  }

  return (
    <>
      <div className="screen-only mb-3 flex flex-wrap items-center gap-x-6 gap-y-3 noscript:hidden">
        <button type="button" className="button cursor-pointer" onClick={ask}>
          Send the request
        </button>
        <p role="status" className="text-small text-quiet">
          {pending ? "Sent." : shown.said}
        </p>
        <span className="ml-auto">
          <CopyButton of="answer">Copy the response</CopyButton>
        </span>
      </div>
      <CodeBox id="answer" label="Response" text={shown.text} />
    </>
  );
}
