import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { Meta } from '../../../base/index.ts';
import type { FaceCodes } from './codes.ts';
import type { PageDrawing } from './content.ts';
import { crossReferences, type PackedObjects } from './cross-references.ts';
import { deflated } from './deflated.ts';
import { PRODUCER } from './metadata.ts';

/** An indirect object; as a text it is a reference to it. */
export type Reference = { readonly id: number; readonly toString: () => string };

/** An entry of the outline; `page` counts the pages of the file from 0. */
export type Bookmark = { readonly title: string; readonly page: number; readonly below: readonly Bookmark[] };

/** An object that pdfkit has not made. To pdfkit it is a value that prints itself. */
class Numbered implements Reference {
  readonly id: number;
  readonly [Symbol.toStringTag] = 'Numbered';

  constructor(id: number) {
    this.id = id;
  }

  toString(): string {
    return `${this.id} 0 R`;
  }
}

/** How many objects one stream of objects holds at most: who looks for one reads them all. */
const PACKED = 500;

/**
 * The PDF file as a sequence of objects: pdfkit makes those of pages, outline and catalog and numbers all. Everything by
 * which pdfkit would tell the hour or paint on its own is switched off here, and nowhere else.
 */
export class Container extends PDFDocument {
  declare _id: Uint8Array;
  declare _root: {
    readonly id: number;
    readonly data: Record<string, unknown> & {
      AF?: Reference[];
      readonly Names: { readonly data: { EmbeddedFiles?: Reference } };
    };
  };
  /** The places of the objects in the file, by their numbers from 1. */
  declare _offsets: (number | null)[];
  declare _offset: number;
  declare _info: Reference;
  /** What is written, in order. pdfkit writes before our own fields are there. */
  declare _written: Uint8Array[];
  /** Of each page, in points. */
  readonly #widths: number[] = [];
  /** Of all that was written, for the file's name. */
  readonly #digest = createHash('sha256');
  /** Objects without streams, which are written last. */
  readonly #objects: { readonly id: number; readonly text: string }[] = [];
  readonly #packed: PackedObjects[] = [];
  #isWhole = false;

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

  /** pdfkit would hand each piece through a stream of Node's. */
  _write(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this._written ??= [];
    this._written.push(bytes);
    this._offset += bytes.length;
  }

  /** pdfkit's XMP packet needs a date and leaves `&` and `<` of a title as they are. */
  override endMetadata(): void {}

  /** pdfkit's structure tree has no attributes, and an object of its own for each number; ours is written in one piece. */
  override endMarkings(): void {}

  /** pdfkit's table of places knows no objects within streams; this one does (ISO 32000-1, 7.5.8). */
  _finalize(): void {
    const start = this._offset;
    const places = crossReferences([...this._offsets, start], this.#packed);
    const table = deflated(places);
    const id = Buffer.from(this._id).toString('hex');
    this._write(
      `${this._offsets.length + 1} 0 obj\n<</Type/XRef/Size ${this._offsets.length + 2}/W[1 4 2]` +
        `/Root ${this._root.id} 0 R/Info ${this._info}/ID[<${id}><${id}>]` +
        `/Filter/FlateDecode/Length ${table.length}>>\nstream`,
    );
    this._write(table);
    this._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
    this.#isWhole = true;
  }

  /** pdfkit turns each new page upside down; our content has PDF's own axes. */
  override transform(): this {
    return this;
  }

  /** Keeps numbers for `count` objects that refer to one another; yields the first. */
  reserve(count: number): Reference {
    const first = new Numbered(this._offsets.length + 1);
    for (let i = 0; i < count; i += 1) this._offsets.push(null);
    return first;
  }

  /** Adds an object, as it is and in ASCII, to those that are packed in compressed streams; `id` is a reserved number. */
  object(text: string, id = this.reserve(1).id): Reference {
    this.#objects.push({ id, text });
    return new Numbered(id);
  }

  /**
   * Writes a stream as it is; `entries` are further ones of its dictionary. The file's name is made from `named`, which
   * stands for the bytes.
   */
  stream(entries: string, bytes: Uint8Array, named = bytes): Reference {
    const reference = this.reserve(1);
    this._offsets[reference.id - 1] = this._offset;
    this._write(`${reference.id} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream`);
    this._write(bytes);
    this._write('\nendstream\nendobj');
    this.#digest.update(named);
    return reference;
  }

  /** Sets entries of the catalog, such as the structure tree. */
  declareAll(entries: Readonly<Record<string, unknown>>): void {
    Object.assign(this._root.data, entries);
  }

  /**
   * Adds files that go with the whole document (ISO 19005-3, 6.8); the keys, in ASCII, are their places among the names of
   * such. pdfkit would sort them as people do, for which Node loads the customs of all languages.
   */
  associate(files: readonly { readonly key: string; readonly specification: string }[]): void {
    const written = files.map(({ key, specification }) => ({ key, file: this.object(specification) }));
    const names = written.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    const tree = this.object(`<</Names[${names.map(({ key, file }) => `(${key})${file}`).join('')}]>>`);
    this._root.data.Names.data.EmbeddedFiles = tree;
    this._root.data.AF = written.map(({ file }) => file);
  }

  /** Adds a page with its finished content; `entries` are further ones of its dictionary. */
  sheet(
    { size, operators, fonts }: PageDrawing,
    references: ReadonlyMap<FaceCodes, Reference>,
    entries: Readonly<Record<string, unknown>>,
  ): Reference {
    this.addPage({ size: [size[0] / 1000, size[1] / 1000], margin: 0 });
    this.#widths.push(size[0] / 1000);
    const drawn = deflated(operators);
    this.#digest.update(drawn);
    const { content, dictionary } = this.page;
    Object.assign(dictionary.data, entries);
    content.compress = false;
    Object.assign(content.data, { Filter: 'FlateDecode' });
    content.write(drawn);
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

  /** Closes the file and yields its bytes. Its name is made from what it holds, however packed: one content, one name. */
  finish(): Uint8Array {
    this.#pack();
    this._id = this.#digest.digest().subarray(0, 16);
    this.end();
    if (!this.#isWhole) throw new Error('pdfkit left an object of the file unwritten');
    const { buffer, byteOffset, length } = Buffer.concat(this._written);
    return new Uint8Array(buffer, byteOffset, length);
  }

  #pack(): void {
    for (let start = 0; start < this.#objects.length; start += PACKED) {
      const some = this.#objects.slice(start, start + PACKED);
      const places: number[] = [];
      let texts = '';
      for (const { id, text } of some) {
        places.push(id, texts.length);
        texts += `${text}\n`;
      }
      const head = `${places.join(' ')}\n`;
      const bytes = deflated(head + texts);
      const entries = `/Type/ObjStm/N ${some.length}/First ${head.length}/Filter/FlateDecode`;
      this.#packed.push({ stream: this.stream(entries, bytes).id, numbers: some.map(({ id }) => id) });
    }
  }
}
