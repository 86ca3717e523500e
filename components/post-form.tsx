import { withBase } from "@/lib/base-path";
import { TOKEN_FIELD } from "@/lib/service/form-token-names";
import type { ReactNode } from "react";

interface PostFormProps {
  /** Without the path that everything is under. */
  action: string;
  /** What proves that the form is of our own page, where no header does. */
  token: string;
  className?: string;
  children: ReactNode;
}

/** A form that changes something, with or without JavaScript. */
export function PostForm({ action, token, children, ...form }: PostFormProps) {
  return (
    <form method="post" action={withBase(action)} {...form}>
      <input type="hidden" name={TOKEN_FIELD} value={token} />
      {children}
    </form>
  );
}
