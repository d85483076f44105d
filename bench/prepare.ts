// Makes all inputs: records as YAML, their cell tables, carbone's template; and proves that the stages give the press's bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GridDocument } from '../src/grid/index.ts';
import { layoutDocument } from '../src/layout/index.ts';
import { measureDocument } from '../src/measure/index.ts';
import { writeDocx } from '../src/write/flow/docx/index.ts';
import { openBench } from './contestants/biaoli.ts';
import { carboneTag } from './contestants/carbone.ts';
import { docxOf } from './contestants/docx-library.ts';
import { openWorkshop, type Worked, type Workshop, workThrough } from './contestants/stages.ts';
import { makeDistrict } from './district.ts';
import { carboneTemplates, makeFolders, recordFile, root, tableFile } from './folders.ts';
import { readOptions } from './options.ts';
import { expectValue } from './outcome.ts';
import { type CellTable, cellTable } from './records/table.ts';
import { recordMaker } from './records/vary.ts';
import type { Prepared } from './run-facts.ts';

const { records, warmUp, seed, district, many } = readOptions();
makeFolders();
const folder = join(root, 'data', '大朗镇');
const [model] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();
if (model === undefined) throw new Error(`no record in ${folder}`);
const make = recordMaker(readFileSync(join(folder, model), 'utf8'), seed);

const workshop = openWorkshop();
const press = openBench();
const all = new Set<string>();
let characters = 0;
let different = 0;
for (let index = 0; index < records + warmUp; index += 1) {
  const file = recordFile(index);
  const text = make(index);
  writeFileSync(file, text);
  const worked = await workThrough(file, workshop);
  const table = cellTable(worked.measured, workshop.shelf.commons.faces);
  if (index === 0) {
    await sameBytes(file, worked);
    writeFileSync(carboneTemplates.lean, await taggedDocx(worked, workshop));
    writeFileSync(carboneTemplates.usual, await docxOf(tagged(table)));
  }
  writeFileSync(tableFile(index), JSON.stringify(table));
  const han = table.cells.flatMap((cell) => cell.text.match(/\p{Script=Han}/gu) ?? []);
  for (const one of han) all.add(one);
  characters += han.length;
  different += new Set(han).size;
}
const count = records + warmUp;
const facts: Prepared = {
  model: `data/大朗镇/${model}`,
  han: Math.round(characters / count),
  differentHan: Math.round(different / count),
  allHan: all.size,
};
for (const size of [district, many]) if (size > 0) makeDistrict(size, make);
process.stdout.write(JSON.stringify(facts));

async function sameBytes(file: string, { pdf, docx }: Worked): Promise<void> {
  const { files } = expectValue(await press.render(file, ['pdf', 'docx']));
  const same = Buffer.from(files.get('pdf') ?? []).equals(pdf) && Buffer.from(files.get('docx') ?? []).equals(docx);
  if (!same) throw new Error('the stages called one by one give other bytes than the press');
}

/** A cell table with a tag in each cell. */
function tagged(table: CellTable): CellTable {
  return { ...table, cells: table.cells.map((cell, i) => ({ ...cell, text: carboneTag(i) })) };
}

/** The form as DOCX with a tag in each cell that has a text. */
async function taggedDocx({ grids, setup }: Worked, { shelf }: Workshop): Promise<Uint8Array> {
  const withTags: GridDocument = {
    ...grids,
    sections: grids.sections.map(({ paper, blocks }) => ({
      paper,
      blocks: blocks.map((block) =>
        block.kind !== 'grid'
          ? block
          : {
              ...block,
              cells: block.cells.map((cell, i) => ({
                ...cell,
                paragraphs: [{ runs: [{ text: carboneTag(i), origin: { kind: 'template' as const, span: cell.at } }] }],
              })),
            },
      ),
    })),
  };
  const measured = expectValue(measureDocument(withTags, setup));
  return writeDocx(measured, expectValue(layoutDocument(measured, setup.fonts)), shelf.commons.faces);
}
