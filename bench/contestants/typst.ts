import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { root, tableFile, work } from '../folders.ts';
import { fontFiles } from '../records/table.ts';
import type { Contestant } from './contestant.ts';

/**
 * The same table in Typst: same sheet, margins, faces, sizes, line pitch, column widths and settled alignments. Typst
 * repeats no header rows in the middle of a table and no labels after a page turn: it has a little less to do.
 */
const source = `
#let d = json(bytes(sys.inputs.d))
#let p = d.page
#let face(l) = (font: l.family, weight: l.weight, size: l.size * 1pt)
#set document(title: d.title)
#set page(width: p.width * 1pt, height: p.height * 1pt,
  margin: (top: p.top * 1pt, bottom: p.bottom * 1pt, left: p.left * 1pt, right: p.right * 1pt),
  footer: context align(
    if calc.odd(counter(page).get().first()) { right } else { left },
    text(..face(d.lettering.folio))[— #counter(page).display() —]))
#let leading = d.lettering.cell.pitch - d.lettering.cell.size
#set text(lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, ..face(d.lettering.cell))
#set par(leading: leading * 1pt, spacing: leading * 1pt)
#for h in d.headings {
  let l = d.lettering.at(h.role)
  block(above: 0pt, below: h.after * 1pt, height: l.pitch * 1pt, width: 100%,
    align(center + horizon, text(..face(l), h.text)))
}
#let sides = ("left": left, "center": center, "right": right, "justify": left)
#let inner(c) = {
  let body = if c.label { text(..face(d.lettering.label), c.text) } else { c.text }
  if c.align == "justify" { par(justify: true, body) } else { body }
}
#table(columns: d.widths.map(w => w * 1pt), stroke: d.rule * 1pt,
  inset: (x: d.padX * 1pt, y: (d.padY + leading / 2) * 1pt),
  ..d.cells.map(c => table.cell(x: c.x, y: c.y, colspan: c.w, rowspan: c.h, align: sides.at(c.align) + horizon, inner(c))))
`;

/** Caches live for the ten next documents, as in Typst's own watching mode. */
const CACHE_AGE = 10;

export type TypstPress = (tableText: string) => { readonly pdf: Uint8Array; readonly pages: number };

export function openTypst(): TypstPress {
  const fontBlobs = fontFiles.map((file) => readFileSync(join(root, 'fonts', file)));
  const compiler = NodeCompiler.create({ workspace: work, fontArgs: [{ fontBlobs }] });
  return (d) => {
    const outcome = compiler.compile({ mainFileContent: source, inputs: { d } });
    const { result } = outcome;
    if (outcome.hasError() || result === null) {
      outcome.printErrors();
      throw new Error('Typst could not set the table');
    }
    const pdf = compiler.pdf(result);
    compiler.evictCache(CACHE_AGE);
    return { pdf, pages: result.numOfPages };
  };
}

export const typst: Contestant = {
  open: async () => {
    const set = openTypst();
    return async (index) => {
      const { pdf, pages } = set(readFileSync(tableFile(index), 'utf8'));
      return { bytes: pdf.length, pages };
    };
  },
};
