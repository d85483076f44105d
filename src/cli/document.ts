/** Larger than any form with its fonts and pictures; a scan of a book is not read. */
export const DOCUMENT_LIMIT = 200 * 1024 * 1024;

/** Whether a document is read as a PDF, by its first bytes or its name. */
export const isPdf = (bytes: Uint8Array, file: string): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') || /\.pdf$/iu.test(file);
