import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Meta } from '../../../base/index.ts';
import type { FaceCodes } from './codes.ts';
import type { PageDrawing } from './content.ts';
import { crossReferences, type PackedObjects } from './cross-references.ts';
import { PRODUCER } from './metadata.ts';

/** A dictionary as pdfkit writes it: a string is a name, and {@link literal} makes a text. */
type Dictionary = Readonly<Record<string, unknown>>;

/** An indirect object; its place in a dictionary is a reference to it. */
export type Reference = { readonly id: number };

/** An entry of the outline; `page` counts the pages of the file from 0. */
export type Bookmark = { readonly title: string; readonly page: number; readonly below: readonly Bookmark[] };

/** The number of an object that is written later. To pdfkit it is a value that prints itself. */
export class Promised implements Reference {
  readonly id: number;
  readonly [Symbol.toStringTag] = 'Promised';

  constructor(id: number) {
    this.id = id;
  }

  toString(): string {
    return `${this.id} 0 R`;
  }
}

/** How many objects one stream of objects holds at most: who looks for one reads them all. */
const PACKED = 500;

/** A text as a value of a {@link Dictionary}. */
export const literal = (text: string): object => new String(text);

/**
 * The PDF file as a sequence of objects: pdfkit numbers them, writes them and adds the table of their places.
 * Everything by which pdfkit would tell the hour or paint on its own is switched off here, and nowhere else.
 */
export class Container extends PDFDocument {
  declare _id: Uint8Array;
  declare _root: Reference & { readonly data: Record<string, unknown> & { AF?: Reference[] } };
  /** The places of the objects in the file, by their numbers from 1. */
  declare _offsets: (number | null)[];
  declare _offset: number;
  declare _write: (data: string | Uint8Array) => void;
  declare _info: Reference;
  /** Of each page, in points. */
  readonly #widths: number[] = [];
  /** Of all that was written, for the file's name. */
  readonly #digest = createHash('sha256');
  readonly #packed: PackedObjects[] = [];

  constructor(meta: Meta) {
    super({
      // An empty name: pdfkit then loads no font of its own.
      font: '',
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: meta.language,
      displayTitle: true,
      info: { Title: meta.title, Author: meta.author, Creator: PRODUCER, Producer: PRODUCER },
    });
    // The hour at which pdfkit was called; the ID made from it is replaced in `finish`.
    delete this.info.CreationDate;
    this.#digest.update(JSON.stringify(meta));
  }

  /** pdfkit's XMP packet needs a date and leaves `&` and `<` of a title as they are. */
  override endMetadata(): void {}

  /** pdfkit's structure tree has no attributes, and an object of its own for each number; ours is written in one piece. */
  override endMarkings(): void {}

  /** pdfkit's table of places knows no objects within streams; this one does (ISO 32000-1, 7.5.8). */
  _finalize(): void {
    const start = this._offset;
    const places = crossReferences([...this._offsets, start], this.#packed);
    const table = deflateSync(places, { level: 1 });
    const id = Buffer.from(this._id).toString('hex');
    this._write(
      `${this._offsets.length + 1} 0 obj\n<</Type/XRef/Size ${this._offsets.length + 2}/W[1 4 2]` +
        `/Root ${this._root.id} 0 R/Info ${this._info.id} 0 R/ID[<${id}><${id}>]` +
        `/Filter/FlateDecode/Length ${table.length}>>\nstream`,
    );
    this._write(table);
    this._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
    this.push(null);
  }

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
    this.#digest.update(bytes);
    return reference;
  }

  /** Writes a stream of ASCII text, compressed. */
  deflated(text: string): Reference {
    return this.stored({ Filter: 'FlateDecode' }, deflate(text));
  }

  /** Sets entries of the catalog, such as the structure tree. */
  declareAll(entries: Dictionary): void {
    Object.assign(this._root.data, entries);
  }

  /** Keeps numbers for objects that refer to one another; yields the first. {@link pack} writes them. */
  reserve(count: number): Promised {
    const first = new Promised(this._offsets.length + 1);
    for (let i = 0; i < count; i += 1) this._offsets.push(null);
    return first;
  }

  /** Writes objects as they are, in ASCII, with the numbers from `first` on, into compressed streams of objects. */
  pack(first: Promised, objects: readonly string[]): void {
    for (let start = 0; start < objects.length; start += PACKED) {
      const some = objects.slice(start, start + PACKED);
      const places: number[] = [];
      let length = 0;
      some.forEach((object, i) => {
        places.push(first.id + start + i, length);
        length += object.length + 1;
      });
      const head = `${places.join(' ')}\n`;
      const filter = { Type: 'ObjStm', N: some.length, First: head.length, Filter: 'FlateDecode' };
      const stream = this.stored(filter, deflate(`${head}${some.join('\n')}\n`));
      this.#packed.push({ stream: stream.id, first: first.id + start, count: some.length });
    }
  }

  /** Adds a file that goes with the whole document (ISO 19005-3, 6.8); `key` is its place among the names of such. */
  associate(key: string, specification: Dictionary): void {
    const file = this.ref(specification);
    file.end(undefined);
    this.addNamedEmbeddedFile(key, file);
    this._root.data.AF = [...(this._root.data.AF ?? []), file];
  }

  /** Adds a page with its finished content; `entries` are further ones of its dictionary. */
  sheet(
    { size, operators, fonts }: PageDrawing,
    references: ReadonlyMap<FaceCodes, Reference>,
    entries: Dictionary,
  ): Reference {
    this.addPage({ size: [size[0] / 1000, size[1] / 1000], margin: 0 });
    this.#widths.push(size[0] / 1000);
    this.#digest.update(operators);
    const { content, dictionary } = this.page;
    Object.assign(dictionary.data, entries);
    content.compress = false;
    Object.assign(content.data, { Filter: 'FlateDecode' });
    content.write(deflate(operators));
    for (const codes of fonts) Object.assign(this.page.fonts, { [codes.name]: references.get(codes) });
    return dictionary;
  }

  /** Adds the outline, closed below its first level; the pages must be there. */
  bookmarks(entries: readonly Bookmark[], under = this.outline): void {
    for (const { title, page, below } of entries) {
      // pdfkit counts `left` from the right edge; its types do not know that it takes the number of a page.
      const place = { pageNumber: page, left: this.#widths[page] ?? 0, expanded: false };
      this.bookmarks(below, under.addItem(title, place));
    }
  }

  /** Closes the file and yields its bytes. Its name is made from what it holds: one content, one name. */
  finish(): Uint8Array {
    this._id = this.#digest.digest().subarray(0, 16);
    this.end();
    const bytes: unknown = this.read();
    if (!(bytes instanceof Uint8Array)) throw new Error('pdfkit left an object of the file unwritten');
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

/** Level 1: half the time of the usual 6 for 7 % more bytes. */
const deflate = (text: string): Uint8Array => deflateSync(Buffer.from(text, 'latin1'), { level: 1 });
