/** What a document says of itself beside its YAML. Digests are SHA-256 in hexadecimal. */
export type Facts = {
  /** The form's id and edition, as its form.yaml has them. */
  readonly form: string;
  readonly edition: string;
  /** The name and the digest of the record's file. */
  readonly source: { readonly name: string; readonly sha256: string };
  /** The digest of what is printed; see `canonicalText`. */
  readonly print: { readonly sha256: string };
  /** On how many pages at most it was to be set, whatever form and record say; null where nobody asked. */
  readonly fit: number | null;
};

const RELEASE = 1;

/** Facts as the JSON that documents carry. */
export const factsText = ({ form, edition, source, print, fit }: Facts): string =>
  `${JSON.stringify({ biaoli: RELEASE, form, edition, source, print, ...(fit !== null && { fit }) }, null, 1)}\n`;

/** The facts that a JSON text holds; null where it is damaged, foreign or of a later kind. */
export function parseFacts(text: string): Facts | null {
  try {
    const { biaoli, form, edition, source, print, fit } = JSON.parse(text) as Written;
    const facts = {
      form: form ?? '',
      edition: edition ?? '',
      source: { name: source?.name ?? '', sha256: source?.sha256 ?? '' },
      print: { sha256: print?.sha256 ?? '' },
      fit: fit ?? null,
    };
    return biaoli === RELEASE && isSound(facts) ? (facts as Facts) : null;
  } catch {
    return null;
  }
}

/** What a text of ours holds; another's may hold anything. */
type Written = {
  readonly biaoli?: unknown;
  readonly form?: unknown;
  readonly edition?: unknown;
  readonly source?: { readonly name?: unknown; readonly sha256?: unknown } | null;
  readonly print?: { readonly sha256?: unknown } | null;
  readonly fit?: unknown;
};

const isSound = ({
  form,
  edition,
  source,
  print,
  fit,
}: { [Name in keyof Facts]: unknown } & Pick<Written, 'source' | 'print'>): boolean =>
  [form, edition, source?.name].every((one) => typeof one === 'string') &&
  [source?.sha256, print?.sha256].every((one) => typeof one === 'string' && /^[0-9a-f]{64}$/u.test(one)) &&
  (fit === null || (Number.isInteger(fit) && (fit as number) > 0));
