import { PostForm } from "@/components/post-form";
import { withBase } from "@/lib/base-path";
import type { ReactNode } from "react";

interface QuestionProps {
  /** What the button does, and what follows from it. */
  children: ReactNode;
  /** The field that does it, with what the button says. */
  name: string;
  value: string;
  yes: string;
  no: string;
  token: string;
}

/** Asks before a change that affects others. It has the focus when its page opens, with or without JavaScript. */
export function Question({ children, name, value, yes, no, token }: QuestionProps) {
  return (
    <div
      role="group"
      aria-labelledby="question"
      tabIndex={-1}
      autoFocus
      className="mb-10 border-l-2 border-rust pl-5 outline-none"
    >
      <div id="question">{children}</div>
      <PostForm token={token} action="/admin/keys/change" className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <button name={name} value={value} className="button">
          {yes}
        </button>
        <a href={withBase("/admin/keys")} className="link inline-flex min-h-11 items-center">
          {no}
        </a>
      </PostForm>
    </div>
  );
}
