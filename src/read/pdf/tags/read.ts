import { openObjects, type PdfObjects } from '../objects/file.ts';
import { textString } from '../objects/text.ts';
import { isKind, listOf, ObjectFault, type PdfDictionary, type PdfObject } from '../objects/types.ts';
import type { PdfElement, PdfMark, PdfTags } from './types.ts';

/** A tree of more elements, or deeper, is not read. */
const MOST_ELEMENTS = 1_000_000;
const DEEPEST = 100;
/** Names that a role stands for are followed so far. */
const LONGEST_CHAIN = 8;

/** Reads the structure tree of a file; `pageOf` gives the page, counted from 0, of an object's number. */
export function readTags(bytes: Uint8Array, pageOf: ReadonlyMap<number, number>): PdfTags {
  try {
    const objects = openObjects(bytes);
    const catalog = dictionaryIn(objects, objects.trailer.entries.get('Root'));
    const root = dictionaryIn(objects, catalog?.entries.get('StructTreeRoot'));
    if (root === null) return { kind: 'none' };
    // Its strings would have to be deciphered first.
    if (objects.trailer.entries.has('Encrypt')) return { kind: 'unreadable' };
    return { kind: 'tree', root: new TreeReader(objects, root, pageOf).read() };
  } catch (error) {
    if (error instanceof ObjectFault) return { kind: 'unreadable' };
    throw error;
  }
}

class TreeReader {
  readonly #objects: PdfObjects;
  readonly #root: PdfDictionary;
  readonly #roles: PdfDictionary | null;
  readonly #classes: PdfDictionary | null;
  readonly #pageOf: ReadonlyMap<number, number>;
  readonly #seen = new Set<number>();
  #count = 0;

  constructor(objects: PdfObjects, root: PdfDictionary, pageOf: ReadonlyMap<number, number>) {
    this.#objects = objects;
    this.#root = root;
    this.#pageOf = pageOf;
    this.#roles = dictionaryIn(objects, root.entries.get('RoleMap'));
    this.#classes = dictionaryIn(objects, root.entries.get('ClassMap'));
  }

  read(): PdfElement {
    return this.#element(this.#root, { page: -1, depth: 0 });
  }

  #element({ entries }: PdfDictionary, place: { readonly page: number; readonly depth: number }): PdfElement {
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS || place.depth > DEEPEST) throw new ObjectFault('too large a tree');
    const page = this.#page(entries.get('Pg')) ?? place.page;
    const spoken = this.#objects.resolve(entries.get('ActualText'));
    const kids = listOf(this.#objects.resolve(entries.get('K')));
    return {
      kind: 'element',
      role: this.#role(entries.get('S')),
      ...this.#spans(entries),
      actualText: isKind(spoken, 'text') ? textString(spoken) : null,
      kids: kids.flatMap((kid) => this.#kid(kid, { page, depth: place.depth + 1 })),
    };
  }

  #kid(kid: PdfObject, place: { readonly page: number; readonly depth: number }): (PdfElement | PdfMark)[] {
    if (isKind(kid, 'reference')) {
      // An element stands at one place of the tree.
      if (this.#seen.has(kid.number)) throw new ObjectFault('elements in a circle');
      this.#seen.add(kid.number);
    }
    const object = this.#objects.resolve(kid);
    if (typeof object === 'number') return [{ kind: 'mark', page: place.page, mark: object }];
    if (!isKind(object, 'dictionary')) return [];
    const type = object.entries.get('Type');
    if (isKind(type, 'name') && type.name === 'OBJR') return [];
    const mark = object.entries.get('MCID');
    if (typeof mark !== 'number' || object.entries.has('S')) return [this.#element(object, place)];
    // Stretches of a form that is drawn on the page have numbers of their own.
    if (object.entries.has('Stm')) return [];
    return [{ kind: 'mark', page: this.#page(object.entries.get('Pg')) ?? place.page, mark }];
  }

  #page(page: PdfObject | undefined): number | undefined {
    return isKind(page, 'reference') ? this.#pageOf.get(page.number) : undefined;
  }

  #role(role: PdfObject | undefined): string {
    let at = role;
    for (let i = 0; i < LONGEST_CHAIN && isKind(at, 'name'); i += 1) {
      const next = this.#objects.resolve(this.#roles?.entries.get(at.name));
      if (!isKind(next, 'name') || next.name === at.name) return at.name;
      at = next;
    }
    return isKind(at, 'name') ? at.name : '';
  }

  /** Attributes stand in `A`, or in classes that `C` names; a revision number may follow each. */
  #spans(entries: PdfDictionary['entries']): { readonly rows: number; readonly columns: number } {
    const named = listOf(this.#objects.resolve(entries.get('C'))).flatMap((name) =>
      isKind(name, 'name') ? listOf(this.#objects.resolve(this.#classes?.entries.get(name.name))) : [],
    );
    let [rows, columns] = [1, 1];
    for (const one of [...named, ...listOf(this.#objects.resolve(entries.get('A')))]) {
      const attributes = dictionaryIn(this.#objects, one);
      rows = this.#span(attributes?.entries.get('RowSpan')) ?? rows;
      columns = this.#span(attributes?.entries.get('ColSpan')) ?? columns;
    }
    return { rows, columns };
  }

  #span(object: PdfObject | undefined): number | undefined {
    const span = this.#objects.resolve(object);
    return typeof span === 'number' ? span : undefined;
  }
}

function dictionaryIn(objects: PdfObjects, object: PdfObject | undefined): PdfDictionary | null {
  const found = objects.resolve(object);
  return isKind(found, 'dictionary') ? found : null;
}
