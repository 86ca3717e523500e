import { previewRows, type PreviewRow } from "./preview-rows";
import { sendSlice, type Sent } from "./send-slice";
import { bodyOf, type Slice } from "./slices";
import { useLocale } from "#locale";
import type { KeyUse } from "@/components/calls/read-key-use";
import type { Dialect } from "@/lib/csv/dialect";
import type { Spec } from "@/lib/model/spec";
import type { FeatureColumn } from "@/lib/model/inputs/columns";
import { useEffect, useState, type ReactNode } from "react";
import { KeyField } from "./key-field";
import type { Labels } from "./labels";
import { PreviewTable } from "./preview-table";
import { TABLE_WORDS } from "./table-words";
import { TroubleText } from "./trouble-text";

interface PreviewProps {
  spec: Spec;
  labels: Labels;
  start: Slice;
  columns: FeatureColumn[];
  /** How the numbers of the file are written. */
  dialect: Dialect;
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  url: string;
  apiKey: string;
  /** Without a key, nothing is sent where one is needed. */
  keys?: KeyUse;
  onKey: (key: string) => void;
  /** Below the rows: what to do next. */
  children: ReactNode;
}

/** The answer with its request: it stays until there is another. */
type Shown =
  | Exclude<Sent, { kind: "answer" }>
  | { kind: "rows"; rows: PreviewRow[]; columns: FeatureColumn[]; level: number | null };

/** The first rows, estimated by the same call as all rows later. */
export function Preview(props: PreviewProps) {
  const { spec, labels, start, columns, dialect, level, url, apiKey, keys, onKey, children } = props;
  const locale = useLocale();
  const words = TABLE_WORDS[locale].preview;
  const [shown, setShown] = useState<Shown>();
  const [attempt, setAttempt] = useState(0);

  const lacksKey = keys?.needed === true && apiKey === "";

  useEffect(() => {
    if (lacksKey) return;
    const controller = new AbortController();
    const toShown = (sent: Sent): Shown =>
      sent.kind === "answer"
        ? { kind: "rows", rows: previewRows(start, sent.bytes, { spec, labels, columns, dialect }), columns, level }
        : sent;
    sendSlice({ ask: fetch, url, key: apiKey, locale }, bodyOf(start), controller.signal).then(
      (sent) => setShown(toShown(sent)),
      () => undefined,
    );
    return () => controller.abort();
  }, [url, start, spec, labels, columns, dialect, level, apiKey, locale, attempt, lacksKey]);

  if (lacksKey) return <KeyField keys={keys} onKey={onKey} />;
  if (!shown) return <p className="text-quiet">{words.waiting}</p>;
  if (shown.kind === "rows") {
    return (
      <>
        <PreviewTable spec={spec} labels={labels} {...shown} />
        {children}
      </>
    );
  }
  return (
    <div role="alert" className="max-w-[38rem] border-l-2 border-rust pl-5">
      <p>
        <TroubleText trouble={shown.trouble} />
      </p>
      {shown.kind === "key" ? (
        <KeyField keys={keys} onKey={onKey} />
      ) : (
        <button type="button" className="link min-h-11 cursor-pointer" onClick={() => setAttempt(attempt + 1)}>
          {words.again}
        </button>
      )}
    </div>
  );
}
