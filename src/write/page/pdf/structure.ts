import type { Tag, TagTree } from '../../../tags/index.ts';
import type { Container, Reference } from './container.ts';

/** A tagged document within the file; its elements are numbered through the file from `first`. */
export type TaggedPart = { readonly tree: TagTree; readonly first: number };

/** A written page and the elements of its marked stretches, by their numbers on the page. */
export type MarkedPage = { readonly page: Reference; readonly elements: readonly number[] };

/** A marked stretch: its page, counted from 0, and its number there. */
type Stretch = readonly [page: number, mark: number];

/**
 * Writes the structure tree (ISO 32000-1, 14.7): every element of every part, and from each marked stretch the way back to
 * its element. A file of several parts has a section for each.
 */
export function writeStructure(
  container: Container,
  parts: readonly TaggedPart[],
  pages: readonly MarkedPage[],
): Reference {
  const count = parts.reduce((sum, { tree }) => sum + tree.tags.length, 0);
  // The tree's root, the document, a section for each of several parts, then the elements.
  const sections = parts.length > 1 ? parts.length : 0;
  const root = container.reserve(2 + sections + count);
  const document = root.id + 1;
  const base = document + 1 + sections;
  // Names with one number of digits: their order is that of the elements, as a name tree has them.
  const named = 10 ** `${count}`.length;
  const stretches = stretchesOf(count, pages);
  const elements = new Array<string>(count);
  const tops: string[] = [];
  parts.forEach(({ tree, first }, i) => {
    const holder = sections > 0 ? document + 1 + i : document;
    const kids = kidsOf(tree);
    tree.tags.forEach((tag, n) => {
      const parent = tag.parent < 0 ? holder : base + first + tag.parent;
      const own = kids[n] ?? [];
      const content = own.length > 0 ? references(own, base + first) : contentOf(stretches[first + n] ?? [], pages);
      elements[first + n] = `<</S/${tag.role}/P ${parent} 0 R${content}${attributesOf(tag, named + first, n)}>>`;
    });
    tops.push(references(kids[tree.tags.length] ?? [], base + first));
  });
  const heads = sections > 0 ? tops.map((top) => `<</S/Sect/P ${document} 0 R${top}>>`) : [];
  const body = sections > 0 ? references(range(sections), document + 1) : (tops[0] ?? '');
  const all = [
    `<</Type/StructTreeRoot/K ${document} 0 R/ParentTree<</Nums[${parentTree(pages, base)}]>>` +
      `/ParentTreeNextKey ${pages.length}/IDTree<</Names[${idTree(parts, named, base)}]>>>>`,
    `<</S/Document/P ${root.id} 0 R${body}>>`,
    ...heads,
    ...elements,
  ];
  all.forEach((text, i) => {
    container.object(text, root.id + i);
  });
  return root;
}

/** By element: its children; the last entry is the elements at the top. */
function kidsOf({ tags }: TagTree): readonly number[][] {
  const kids = Array.from({ length: tags.length + 1 }, (): number[] => []);
  tags.forEach(({ parent }, n) => {
    kids[parent < 0 ? tags.length : parent]?.push(n);
  });
  return kids;
}

function stretchesOf(count: number, pages: readonly MarkedPage[]): Stretch[][] {
  const stretches = Array.from({ length: count }, (): Stretch[] => []);
  pages.forEach(({ elements }, page) => {
    elements.forEach((element, mark) => {
      stretches[element]?.push([page, mark]);
    });
  });
  return stretches;
}

/** The stretches of an element, those on its first page by their mere numbers. */
function contentOf(stretches: readonly Stretch[], pages: readonly MarkedPage[]): string {
  const first = stretches[0]?.[0];
  if (first === undefined) return '';
  const pageId = (page: number): number => pages[page]?.page.id ?? 0;
  const items = stretches.map(([page, mark]) =>
    page === first ? `${mark}` : `<</Type/MCR/Pg ${pageId(page)} 0 R/MCID ${mark}>>`,
  );
  return `/Pg ${pageId(first)} 0 R/K${items.length === 1 ? ` ${items[0]}` : `[${items.join(' ')}]`}`;
}

/** ISO 32000-1, table 349. Only header cells are named, by numbers from `named` on: nothing else is referred to. */
function attributesOf({ cell }: Tag, named: number, n: number): string {
  if (cell === null) return '';
  const { rows, columns, scope, headers } = cell;
  const attributes =
    (rows > 1 ? `/RowSpan ${rows}` : '') +
    (columns > 1 ? `/ColSpan ${columns}` : '') +
    (scope === null ? '' : `/Scope/${scope}`) +
    (headers.length > 0 ? `/Headers[${headers.map((header) => `(${named + header})`).join('')}]` : '');
  const name = scope === null ? '' : `/ID(${named + n})`;
  return attributes === '' ? name : `${name}/A<</O/Table${attributes}>>`;
}

const references = (numbers: readonly number[], base: number): string =>
  numbers.length === 0 ? '' : `/K[${numbers.map((n) => `${base + n} 0 R`).join(' ')}]`;

const parentTree = (pages: readonly MarkedPage[], base: number): string =>
  pages.map(({ elements }, i) => `${i}[${elements.map((element) => `${base + element} 0 R`).join(' ')}]`).join('');

function idTree(parts: readonly TaggedPart[], named: number, base: number): string {
  let entries = '';
  for (const { tree, first } of parts.toSorted((one, other) => one.first - other.first)) {
    tree.tags.forEach(({ cell }, n) => {
      if (cell !== null && cell.scope !== null) entries += `(${named + first + n})${base + first + n} 0 R`;
    });
  }
  return entries;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
