"use client";

import { createContext, use, useState, type ReactNode } from "react";

const Changed = createContext(false);

/** Knows whether a person has changed the value of a field in it; see `Unchanged`. */
export function UntilChanged({ field, children }: { field: string; children: ReactNode }) {
  const [changed, setChanged] = useState(false);
  return (
    <Changed value={changed}>
      <div
        onInput={({ target }) => {
          if (target instanceof HTMLInputElement && target.name === field) {
            setChanged(target.value !== target.defaultValue);
          }
        }}
      >
        {children}
      </div>
    </Changed>
  );
}

/** What is about the value as it was sent, and goes when the value is another. */
export function Unchanged({ children, otherwise }: { children: ReactNode; otherwise?: ReactNode }) {
  return use(Changed) ? otherwise : children;
}

interface SentFieldProps {
  name: string;
  /** What was sent, where it has to be looked at again. */
  sent: string | undefined;
  /** The id of what says why. */
  errorId: string;
  unit: string | undefined;
}

/** A field for a number, marked as faulty until what was sent is changed. */
export function SentField({ name, sent, errorId, unit }: SentFieldProps) {
  const faulty = sent !== undefined && !use(Changed);
  return (
    <div className="field flex" data-invalid={faulty || undefined}>
      <input
        id={name}
        name={name}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={sent}
        autoFocus={sent !== undefined}
        aria-invalid={faulty}
        aria-describedby={faulty ? errorId : undefined}
        className="min-h-13 w-full min-w-0 bg-transparent px-4 text-lead outline-none"
      />
      {unit && (
        <span aria-hidden="true" className="self-center pr-4 text-small whitespace-nowrap text-quiet">
          {unit}
        </span>
      )}
    </div>
  );
}
