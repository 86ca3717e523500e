import { previewRows, type PreviewRow } from "./preview-rows";
import { sendSlice, type Sent } from "./send-slice";
import { bodyOf, type Slice } from "./slices";
import { asSentence } from "@/components/words";
import type { Spec } from "@/lib/model/spec";
import type { FeatureColumn } from "@/lib/model/inputs/columns";
import { useEffect, useState, type ReactNode } from "react";
import { KeyField } from "./key-field";
import { PreviewTable } from "./preview-table";

interface PreviewProps {
  spec: Spec;
  start: Slice;
  columns: FeatureColumn[];
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  url: string;
  apiKey: string;
  onKey: (key: string) => void;
  /** What to do once the rows are seen. */
  children: ReactNode;
}

/** The answer, with what was asked: it stays until there is another. */
type Shown =
  | Exclude<Sent, { kind: "answer" }>
  | { kind: "rows"; rows: PreviewRow[]; columns: FeatureColumn[]; level: number | null };

/** The first rows, estimated by the same call as all of them will be. */
export function Preview({ spec, start, columns, level, url, apiKey, onKey, children }: PreviewProps) {
  const [shown, setShown] = useState<Shown>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    const toShown = (sent: Sent): Shown =>
      sent.kind === "answer" ? { kind: "rows", rows: previewRows(start, columns, sent.bytes), columns, level } : sent;
    sendSlice(fetch, url, bodyOf(start), apiKey, controller.signal).then(
      (sent) => setShown(toShown(sent)),
      () => undefined,
    );
    return () => controller.abort();
  }, [url, start, columns, level, apiKey, attempt]);

  if (!shown) return <p className="text-quiet">Estimating the first rows…</p>;
  if (shown.kind === "rows") {
    return (
      <>
        <PreviewTable spec={spec} {...shown} />
        {children}
      </>
    );
  }
  return (
    <div role="alert" className="max-w-[38rem] border-l-2 border-rust pl-5">
      <p>{asSentence(shown.detail)}</p>
      {shown.kind === "key" ? (
        <KeyField onKey={onKey} />
      ) : (
        <button type="button" className="link min-h-11 cursor-pointer" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </button>
      )}
    </div>
  );
}
