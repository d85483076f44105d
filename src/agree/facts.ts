/** What a document says of itself beside its YAML. Digests are SHA-256 in hexadecimal. */
export type Facts = {
  /** The form's id and edition, as its form.yaml has them. */
  readonly form: string;
  readonly edition: string;
  /** The name and the digest of the record's file. */
  readonly source: { readonly name: string; readonly sha256: string };
  /** The digest of what is printed; see `canonicalText`. */
  readonly print: { readonly sha256: string };
};

const RELEASE = 1;

/** Facts as the JSON that documents carry. */
export const factsText = ({ form, edition, source, print }: Facts): string =>
  `${JSON.stringify({ biaoli: RELEASE, form, edition, source, print }, null, 1)}\n`;
