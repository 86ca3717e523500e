"use client";

import { useState } from "react";
import { makeCaller } from "../api";
import { Drafts } from "./drafts";
import { MakeDraft } from "./make-draft";

/** The first page of the studio: a field for a file, and the drafts. */
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
