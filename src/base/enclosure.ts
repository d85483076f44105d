/** What a document carries of what it was made from, so that it can be read back and proved. */
export type Enclosure = {
  /** The name of the record's file, without folders. */
  readonly name: string;
  /** The record's file as it is on disk, byte for byte. */
  readonly source: Uint8Array;
  /** What is known of form and print, as JSON; see `agree/facts.ts`. */
  readonly facts: string;
};
