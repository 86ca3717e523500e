import { asSentence } from "@/components/words";
import type { ReactNode } from "react";

interface LineProps {
  id: string;
  label: string;
  hint?: ReactNode;
  fault?: string;
  /** The language of the fault, where it is not that of the page. */
  faultLang?: string;
  /** Whether the control takes all the room below its label. */
  wide?: boolean;
  /** The control, with what ties it to its hint and its fault. */
  children: (described: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean }) => ReactNode;
}

/** A line of a form: label and hint, the control, and what is wrong with it. */
export function Line({ id, label, hint, fault, faultLang, wide = false, children }: LineProps) {
  const describedBy = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <div
      className={`grid gap-x-10 gap-y-2 border-t border-rule py-4 sm:items-center ${wide ? "" : "sm:grid-cols-[minmax(0,1fr)_17rem]"}`}
    >
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium wrap-anywhere">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-quiet">
            {hint}
          </p>
        )}
      </div>
      <div className="min-w-0">
        {children({ id, "aria-describedby": describedBy, "aria-invalid": fault !== undefined })}
        {fault && (
          <p id={`${id}-fault`} role="alert" lang={faultLang} className="mt-2 text-small text-rust">
            {asSentence(fault)}
          </p>
        )}
      </div>
    </div>
  );
}

interface TextLineProps extends Omit<LineProps, "children"> {
  value: string;
  onChange: (text: string) => void;
  onPaste?: (text: string) => boolean;
  /** Beside the field: what to do with the text. */
  action?: ReactNode;
}

/** A line of text. What is pasted can be taken elsewhere: `onPaste` says whether it was. */
export function TextLine({ value, onChange, onPaste, action, ...line }: TextLineProps) {
  return (
    <Line {...line}>
      {(described) => (
        <span className="flex items-center gap-4">
          <span className="field block min-w-0 flex-1" data-invalid={line.fault ? true : undefined}>
            <input
              {...described}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={value}
              maxLength={200}
              onChange={(event) => onChange(event.target.value)}
              onPaste={(event) => {
                if (onPaste?.(event.clipboardData.getData("text"))) event.preventDefault();
              }}
              className="min-h-13 w-full min-w-0 bg-transparent px-4 outline-none"
            />
          </span>
          {action}
        </span>
      )}
    </Line>
  );
}
