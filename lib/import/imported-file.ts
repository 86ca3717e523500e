export interface ImportedFile {
  name: string;
  bytes: Uint8Array;
}
