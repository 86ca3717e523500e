import { useWords } from "@/components/language/use-words";
import { PostForm } from "@/components/post-form";
import { LONGEST_NOTE } from "@/lib/service/publishing";
import type { ReactNode } from "react";
import { VERSION_WORDS } from "./words";

interface DecisionFormProps {
  /** The id of the model. */
  id: string;
  /** What the form sends besides the reason. */
  fields: Record<string, string>;
  /** The reason in a form that was refused. */
  reason?: string;
  token: string;
  /** Above the buttons. */
  children?: ReactNode;
  buttons: ReactNode;
}

/** A decision about a version, with its reason. */
export function DecisionForm({ id, fields, reason = "", token, children, buttons }: DecisionFormProps) {
  const words = useWords(VERSION_WORDS);
  const field = `reason-${fields.proposal ?? fields.do}`;
  return (
    <PostForm token={token} action={`/models/${id}/versions/change`} className="mt-5 max-w-[34rem]">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={field} className="block pb-2 font-medium">
        {words.reason} <span className="font-normal text-quiet">{words.kept}</span>
      </label>
      <div className="field">
        <textarea
          id={field}
          name="reason"
          required
          rows={2}
          maxLength={LONGEST_NOTE}
          defaultValue={reason}
          className="block w-full min-w-0 bg-transparent px-4 py-3 outline-none"
        />
      </div>
      {children}
      <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">{buttons}</div>
    </PostForm>
  );
}
