import { asSentence } from "@/components/words";
import { Line } from "@/components/line";
import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { createContext, useContext, type ComponentProps, type ReactNode } from "react";
import { useFormContext, type FieldPath } from "react-hook-form";
import type { Fault, Faults } from "./faults";
import type { Sheet } from "./sheet";

interface Edited {
  /** What is wrong with the description as it is now. */
  faults: Faults;
  /** Whether somebody has tried to save it. */
  tried: boolean;
  /** The language that the fields are written in. */
  locale: Locale;
}

export const FaultsContext = createContext<Edited>({ faults: {}, tried: false, locale: DEFAULT_LOCALE });

interface FieldProps {
  name: FieldPath<Sheet>;
  label: string;
  hint?: ReactNode;
}

/** What a field needs; of an empty field only once somebody has tried to save. */
export function useFault(name: string, label: string): Partial<Fault> {
  const { faults, tried } = useContext(FaultsContext);
  const { getValues } = useFormContext<Sheet>();
  const fault = faults[name];
  if (fault === undefined || (!tried && getValues(name as FieldPath<Sheet>) === "")) return {};
  const isAboutField = fault.lang === undefined && fault.detail.startsWith("must ");
  return isAboutField ? { detail: `${label} ${fault.detail}` } : fault;
}

/** A field of text, of one line unless it has rows. */
export function TextField({ name, label, hint, rows, mono }: FieldProps & { rows?: number; mono?: boolean }) {
  const { register } = useFormContext<Sheet>();
  const { detail: fault, lang } = useFault(name, label);
  const look = `${mono ? "font-mono text-small" : ""} w-full min-w-0 bg-transparent px-4 outline-none`;
  return (
    <Line id={name} label={label} hint={hint} fault={fault} faultLang={lang} wide={rows !== undefined}>
      {(described) => (
        <span className="field block" data-invalid={fault ? true : undefined}>
          {rows ? (
            <textarea {...described} {...register(name)} rows={rows} spellCheck={!mono} className={`${look} py-3`} />
          ) : (
            <input
              {...described}
              {...register(name)}
              type="text"
              autoComplete="off"
              spellCheck={false}
              className={`${look} min-h-12`}
            />
          )}
        </span>
      )}
    </Line>
  );
}

/** A formula of a list, whose place in it is its label. */
export function FormulaField({ name, label }: Omit<FieldProps, "hint">) {
  const { register } = useFormContext<Sheet>();
  const { detail: fault, lang } = useFault(name, label);
  return (
    <>
      <span className="field block" data-invalid={fault ? true : undefined}>
        <input
          {...register(name)}
          id={name}
          type="text"
          aria-label={label}
          aria-invalid={fault !== undefined}
          aria-describedby={fault && `${name}-fault`}
          autoComplete="off"
          spellCheck={false}
          className="min-h-11 w-full min-w-0 bg-transparent px-4 font-mono text-small outline-none"
        />
      </span>
      {fault && (
        <p id={`${name}-fault`} role="alert" lang={lang} className="mt-1 text-small text-rust">
          {asSentence(fault)}
        </p>
      )}
    </>
  );
}

/** One of several values, each with its words. */
export function SelectField({ name, label, hint, options }: FieldProps & { options: Record<string, string> }) {
  const { register } = useFormContext<Sheet>();
  const { detail: fault, lang } = useFault(name, label);
  return (
    <Line id={name} label={label} hint={hint} fault={fault} faultLang={lang}>
      {(described) => (
        <span className="field block" data-invalid={fault ? true : undefined}>
          <select
            {...described}
            {...register(name)}
            className="min-h-12 w-full border-r-[0.75rem] border-transparent bg-transparent pl-3 outline-none"
          >
            {Object.entries(options).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </span>
      )}
    </Line>
  );
}

export function TickField({ name, label, hint }: FieldProps) {
  const { register } = useFormContext<Sheet>();
  const hinted = hint ? `${name}-hint` : undefined;
  return (
    <div className="border-t border-rule py-3">
      <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
        <input
          {...register(name)}
          type="checkbox"
          aria-describedby={hinted}
          className="size-5 shrink-0 accent-accent"
        />
        {label}
      </label>
      {hint && (
        <p id={hinted} className="text-small text-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A plain button beside others: "Move up", "Remove". */
export function PlainButton({ className = "", ...props }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...props}
      className={`link min-h-11 min-w-11 cursor-pointer text-small disabled:cursor-default disabled:text-quiet disabled:no-underline ${className}`}
    />
  );
}
