import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A cell as a workbook holds it; a formula with what the file says it comes to. */
export type ReadCell = {
  readonly text?: string;
  readonly number?: number;
  readonly formula?: string;
  /** How numbers are shown. */
  readonly format?: string;
};

/** The cells of a sheet by their places, such as B2. */
export type ReadSheet = { readonly name: string; readonly cells: ReadonlyMap<string, ReadCell> };

/** An element as it is written: its name, attributes, and the text right in it. */
type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string };

function elementsOf(xml: string): readonly Element[] {
  const parser = new SaxesParser();
  const all: Element[] = [];
  const open: Element[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return all;
}

/** Reads a workbook back: texts, numbers, formulas and the formats of numbers. */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] {
  const parts = unzipSync(bytes);
  const partOf = (name: string): readonly Element[] => {
    const part = parts[name];
    if (part === undefined) throw new Error(`the workbook lacks ${name}`);
    return elementsOf(strFromU8(part));
  };
  const shared = partOf('xl/sharedStrings.xml').flatMap(({ name, text }) => (name === 't' ? [text] : []));
  const formats = formatsOf(partOf('xl/styles.xml'));
  const names = partOf('xl/workbook.xml').filter(({ name }) => name === 'sheet');
  return names.map(({ attributes: { name = '', sheetId } }) => {
    const cells = new Map<string, ReadCell>();
    let place = '';
    for (const element of partOf(`xl/worksheets/sheet${sheetId}.xml`)) {
      const cell = cells.get(place) ?? {};
      if (element.name === 'c') {
        place = element.attributes.r ?? '';
        const format = formats[Number(element.attributes.s ?? 0)];
        cells.set(place, { ...(element.attributes.t === 's' && { text: '' }), ...(format && { format }) });
      } else if (element.name === 'f') cells.set(place, { ...cell, formula: element.text });
      else if (element.name === 'v') {
        const isText = cell.text !== undefined;
        cells.set(place, {
          ...cell,
          ...(isText ? { text: shared[Number(element.text)] ?? '' } : { number: Number(element.text) }),
        });
      }
    }
    return { name, cells };
  });
}

/** The formats of numbers by the numbers of styles. */
function formatsOf(styles: readonly Element[]): readonly (string | undefined)[] {
  const named = new Map<string, string>();
  for (const { name, attributes } of styles)
    if (name === 'numFmt') named.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
  const first = styles.findIndex(({ name }) => name === 'cellXfs');
  return styles
    .slice(first)
    .filter(({ name }) => name === 'xf')
    .map(({ attributes }) => named.get(attributes.numFmtId ?? ''));
}

/** What `SUM(C2:C41)` comes to in a sheet, added up here and not by whoever wrote it. */
export function computed({ cells }: ReadSheet, formula: string): number {
  const { column, first, last } =
    /^SUM\((?<column>[A-Z]+)(?<first>\d+):\k<column>(?<last>\d+)\)$/u.exec(formula)?.groups ?? {};
  if (column === undefined) throw new Error(`not a sum of a column: ${formula}`);
  let sum = 0;
  for (let row = Number(first); row <= Number(last); row += 1) sum += cells.get(`${column}${row}`)?.number ?? 0;
  return sum;
}
