/** A reference to a numbered object. */
export type PdfReference = { readonly kind: 'reference'; readonly number: number };
export type PdfName = { readonly kind: 'name'; readonly name: string };
/** A string, a character for each byte. */
export type PdfText = { readonly kind: 'text'; readonly bytes: string };
export type PdfDictionary = { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfObject> };
/** A dictionary whose data begin at a place in the file. */
export type PdfStream = { readonly kind: 'stream'; readonly dictionary: PdfDictionary; readonly start: number };

/** An object as written in the file (ISO 32000-1, 7.3). */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfReference
  | PdfName
  | PdfText
  | PdfDictionary
  | PdfStream
  | readonly PdfObject[];

/** The items of an array; another object as an array of it alone. */
export const listOf = (object: PdfObject | undefined): readonly PdfObject[] =>
  Array.isArray(object) ? (object as readonly PdfObject[]) : object === undefined ? [] : [object];

type Kinds = Extract<PdfObject, { readonly kind: string }>;

/** Whether an object is of a kind; nulls, numbers and arrays are of none. */
export const isKind = <K extends Kinds['kind']>(
  object: PdfObject | undefined,
  kind: K,
): object is Extract<Kinds, { readonly kind: K }> =>
  object !== null && typeof object === 'object' && 'kind' in object && object.kind === kind;

/** What is wrong with the objects of a file; caught where they are asked for. */
export class ObjectFault extends Error {}
