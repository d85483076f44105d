// Page 2 of a real form as Typst sets it and as we do: two pictures in docs/side-by-side/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { pagePicture } from '../docs/gallery/picture.ts';
import { greyPng } from '../docs/gallery/png.ts';
import { openBench } from './contestants/biaoli.ts';
import { root } from './folders.ts';
import { expectValue } from './outcome.ts';
import { fontFiles } from './records/table.ts';
import { type SideBySideForm, sideBySideForm } from './side-by-side-form.ts';

const RECORD = 'data/大朗镇/公共服务办公室-2024.yaml';
const WISH = { page: 2, width: 1200 };

const press = openBench();
const record = join(root, RECORD);
const { files } = expectValue(await press.render(record, ['pdf']));
const { measured } = expectValue(await press.check(record));
const pdfs = {
  biaoli: files.get('pdf') ?? new Uint8Array(0),
  typst: setByTypst(sideBySideForm(measured, press.shelf.commons.faces)),
};
const folder = join(root, 'docs', 'side-by-side');
mkdirSync(folder, { recursive: true });
for (const [name, pdf] of Object.entries(pdfs)) {
  const png = greyPng(await pagePicture(pdf, WISH));
  writeFileSync(join(folder, `${name}.png`), png);
  process.stdout.write(`docs/side-by-side/${name}.png ${(png.length / 1000).toFixed(0)} KB\n`);
}

function setByTypst(form: SideBySideForm): Uint8Array {
  const bench = join(root, 'bench');
  const fontBlobs = fontFiles.map((file) => readFileSync(join(root, 'fonts', file)));
  const compiler = NodeCompiler.create({ workspace: bench, fontArgs: [{ fontBlobs }] });
  const mainFileContent = readFileSync(join(bench, 'side-by-side.typ'), 'utf8');
  const outcome = compiler.compile({ mainFileContent, inputs: { form: JSON.stringify(form) } });
  const { result } = outcome;
  if (outcome.hasError() || result === null) {
    outcome.printErrors();
    throw new Error('Typst could not set the form');
  }
  return compiler.pdf(result);
}
