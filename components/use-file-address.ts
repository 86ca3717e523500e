import { useCallback } from "react";

/** Gives a link the address of a file that the browser keeps, as long as the link is there. */
export function useFileAddress(file: Blob) {
  return useCallback(
    (link: HTMLAnchorElement) => {
      link.href = URL.createObjectURL(file);
      return () => URL.revokeObjectURL(link.href);
    },
    [file],
  );
}
