// The first page of every form in data/ as a PNG beside this file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../src/base/index.ts';
import { nodeWorld } from '../../src/cli/disk/world.ts';
import { openPress } from '../../src/press.ts';
import { pagePicture } from './picture.ts';
import { greyPng } from './png.ts';

const pictures = {
  大朗: '大朗镇/公共服务办公室-2024',
  增城: '增城区/民政局',
  小谷围: '番禺区/小谷围街道办事处',
  渚源: '渚源县/民政局-2024',
  福田: '福田区/民政局-2024',
  项目支出: '云澜区/城乡供水管网改造-2025',
};
/** Pixels: 145 to the inch. */
const WIDTH = 1200;

// The bundle runs in .built/.
const gallery = join(import.meta.dirname, '..');
const root = join(gallery, '..', '..');
const press = expectValue(
  openPress(nodeWorld(), { templates: [join(root, 'templates')], fonts: [join(root, 'fonts')] }),
);
for (const [name, record] of Object.entries(pictures)) {
  const { files } = expectValue(await press.render(join(root, 'data', `${record}.yaml`), ['pdf']));
  const png = greyPng(await pagePicture(files.get('pdf') ?? new Uint8Array(0), { page: 1, width: WIDTH }));
  writeFileSync(join(gallery, `${name}.png`), png);
  process.stdout.write(`docs/gallery/${name}.png ${(png.length / 1000).toFixed(0)} KB\n`);
}

/** The records are our own: a problem with one is our bug. */
function expectValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const [{ code, message, at }] = outcome.problems;
  throw new Error(`${at.file}:${at.start} [${code}] ${message}`);
}
