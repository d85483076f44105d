import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPdf, textOf } from '../../../src/read/index.ts';
import { folderWith, runCli, soundValue } from './support.ts';

const record = 'data/大朗镇/公共服务办公室-2024.yaml';
const name = '大朗镇/公共服务办公室-2024.pdf';

/** How many font programs of a PDF are compressed, and how many are not. */
function programs(pdf: Uint8Array): { packed: number; stored: number } {
  const text = Buffer.from(pdf).toString('latin1');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return { packed: count(/\/Length1 \d+\/Filter\/FlateDecode\//g), stored: count(/\/Length1 \d+\/Length/g) };
}

describe('--small', () => {
  it('compresses the face of the text as well: the file is a fifth smaller at least, and says the same', async () => {
    const folder = folderWith();
    await runCli('render', record, '-f', 'pdf', '-o', `${folder}/usual`);
    await runCli('render', record, '-f', 'pdf', '-o', `${folder}/small`, '--small');
    const [usual, small] = [readFileSync(`${folder}/usual/${name}`), readFileSync(`${folder}/small/${name}`)];
    expect(programs(usual)).toEqual({ packed: 2, stored: 1 });
    expect(programs(small)).toEqual({ packed: 3, stored: 0 });
    expect(small.length).toBeLessThan(0.8 * usual.length);
    const [told, toldSmall] = [await readPdf(usual, 'a.pdf'), await readPdf(small, 'a.pdf')];
    expect(textOf(soundValue(toldSmall))).toBe(textOf(soundValue(told)));
  });

  it('has to be said again where files are compared with what they should be', async () => {
    const folder = folderWith();
    const args = ['render', record, '-f', 'pdf', '-o', `${folder}/out`];
    await runCli(...args, '--small');
    expect((await runCli(...args, '--verify', '--small')).code).toBe(0);
    expect((await runCli(...args, '--verify')).code).toBe(1);
  });

  it('holds for what is packed in an archive, and a volume needs no asking', async () => {
    const folder = folderWith();
    const packed = async (...args: string[]): Promise<Uint8Array> => {
      await runCli('pack', record, '-o', `${folder}/包.zip`, ...args);
      return unzipSync(readFileSync(`${folder}/包.zip`))[name] ?? new Uint8Array();
    };
    expect(programs(await packed('--small'))).toEqual({ packed: 3, stored: 0 });
    expect(programs(await packed())).toEqual({ packed: 2, stored: 1 });
    await runCli('pack', record, '-o', `${folder}/册.pdf`);
    expect(programs(readFileSync(`${folder}/册.pdf`))).toEqual({ packed: 3, stored: 0 });
  });
});
