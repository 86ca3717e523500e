"use client";

import { withBase } from "@/lib/base-path";
import { useEffect } from "react";

/** Takes what became of an outcome out of the address, so that the link that a person copies is that of the estimate. */
export function CleanAddress({ path }: { path: string }) {
  useEffect(() => window.history.replaceState(null, "", withBase(path)), [path]);
  return null;
}
