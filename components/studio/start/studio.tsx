"use client";

import { useState } from "react";
import { makeCaller } from "../api";
import { Drafts } from "./drafts";
import { MakeDraft } from "./make-draft";

/** What the studio begins with: a file, and the drafts that were made before. */
export function Studio({ token }: { token: string }) {
  const [caller] = useState(() => makeCaller(token));
  return (
    <>
      <MakeDraft caller={caller} />
      <div className="noscript:hidden">
        <Drafts caller={caller} />
      </div>
    </>
  );
}
