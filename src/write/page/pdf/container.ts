import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Meta } from '../../../base/index.ts';
import type { FaceCodes } from './codes.ts';
import type { PageDrawing } from './content.ts';

/** A dictionary as pdfkit writes it: a string is a name, and {@link literal} makes a text. */
type Dictionary = Readonly<Record<string, unknown>>;

/** An indirect object; its place in a dictionary is a reference to it. */
export type Reference = { readonly id: number };

/** An entry of the outline; `page` counts the pages of the file from 0. */
export type Bookmark = { readonly title: string; readonly page: number; readonly below: readonly Bookmark[] };

/** A text as a value of a {@link Dictionary}. */
export const literal = (text: string): object => new String(text);

/**
 * The PDF file as a sequence of objects: pdfkit numbers them, writes them and adds the table of their places.
 * Everything by which pdfkit would tell the hour or paint on its own is switched off here, and nowhere else.
 */
export class Container extends PDFDocument {
  declare _id: Uint8Array;
  declare _root: { readonly data: { AF?: Reference[] } };
  /** Of each page, in points. */
  readonly #widths: number[] = [];

  constructor(meta: Meta) {
    super({
      // An empty name: pdfkit then loads no font of its own.
      font: '',
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: meta.language,
      displayTitle: true,
      info: { Title: meta.title, Author: meta.author, Creator: 'Biaoli', Producer: 'Biaoli' },
    });
    // The hour at which pdfkit was called; the ID made from it is replaced in `finish`.
    delete this.info.CreationDate;
  }

  /** pdfkit's XMP packet needs a date and leaves `&` and `<` of a title as they are. */
  override endMetadata(): void {}

  /** pdfkit turns each new page upside down; our content has PDF's own axes. */
  override transform(): this {
    return this;
  }

  /** Writes an object without a stream. */
  object(dictionary: Dictionary): Reference {
    const reference = this.ref(dictionary);
    reference.end(undefined);
    return reference;
  }

  /** Writes a stream as it is. */
  stored(dictionary: Dictionary, bytes: Uint8Array): Reference {
    const reference = this.ref({ ...dictionary });
    reference.compress = false;
    reference.end(bytes);
    return reference;
  }

  /** Writes a stream of ASCII text, compressed. */
  deflated(text: string): Reference {
    return this.stored({ Filter: 'FlateDecode' }, deflate(text));
  }

  /** Adds a file that goes with the whole document (ISO 19005-3, 6.8); `key` is its place among the names of such. */
  associate(key: string, specification: Dictionary): void {
    const file = this.ref(specification);
    file.end(undefined);
    this.addNamedEmbeddedFile(key, file);
    this._root.data.AF = [...(this._root.data.AF ?? []), file];
  }

  /** Adds a page with its finished content. */
  sheet({ size, operators, fonts }: PageDrawing, references: ReadonlyMap<FaceCodes, Reference>): void {
    this.addPage({ size: [size[0] / 1000, size[1] / 1000], margin: 0 });
    this.#widths.push(size[0] / 1000);
    const { content } = this.page;
    content.compress = false;
    Object.assign(content.data, { Filter: 'FlateDecode' });
    content.write(deflate(operators));
    for (const codes of fonts) Object.assign(this.page.fonts, { [codes.name]: references.get(codes) });
  }

  /** Adds the outline, closed below its first level; the pages must be there. */
  bookmarks(entries: readonly Bookmark[], under = this.outline): void {
    for (const { title, page, below } of entries) {
      // pdfkit counts `left` from the right edge; its types do not know that it takes the number of a page.
      const place = { pageNumber: page, left: this.#widths[page] ?? 0, expanded: false };
      this.bookmarks(below, under.addItem(title, place));
    }
  }

  /** Closes the file and yields its bytes; `id` names the file for good. */
  finish(id: Uint8Array): Uint8Array {
    this._id = id;
    this.end();
    const bytes: unknown = this.read();
    if (!(bytes instanceof Uint8Array)) throw new Error('pdfkit left an object of the file unwritten');
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

/** Level 1: half the time of the usual 6 for 7 % more bytes. */
const deflate = (text: string): Uint8Array => deflateSync(Buffer.from(text, 'latin1'), { level: 1 });
