/** What holds of files that were read here. */
export function untouchedInWords(files: number): string {
  return files === 1
    ? "This file was not run and has not left your computer."
    : "These files were not run and have not left your computer.";
}
