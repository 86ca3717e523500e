import { withBase } from "@/lib/base-path";
import type { ReactNode } from "react";

/** What makes a link of a text inside a sentence, for the functions of a catalogue. */
export function linkTo(path: string): (text: string) => ReactNode {
  return function TextLink(text) {
    return (
      <a href={withBase(path)} className="link">
        {text}
      </a>
    );
  };
}
