import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findInstall } from '../src/cli/install.ts';
import { doEdit, stepsOf } from './support/tutorial.ts';
import { folderWith, runCli } from './unit/cli/support.ts';

const home = process.cwd();
const steps = stepsOf(readFileSync('docs/adding-a-form.md', 'utf8'));
const FORM = '项目支出绩效目标表';

/** Follows the page up to a step, in a folder of its own outside the package. */
async function followed(until = steps.length): Promise<{ readonly folder: string; readonly differing: string[] }> {
  const folder = folderWith();
  process.chdir(folder);
  const differing: string[] = [];
  for (const step of steps.slice(0, until)) {
    if (step.kind === 'shown') continue;
    if (step.kind !== 'run') doEdit(folder, step);
    else {
      const { code, out, err } = await runCli(...step.args);
      if (code !== 0 || err !== '' || out !== step.prints) differing.push(`${step.args.join(' ')}\n${out}${err}`);
    }
  }
  return { folder, differing };
}

describe('docs/adding-a-form.md', { timeout: 120_000 }, () => {
  beforeAll(() => expect(steps.length).toBeGreaterThan(25));
  afterAll(() => process.chdir(home));

  test('followed word by word in a fresh folder, prints what it says at every step', async () => {
    expect((await followed()).differing).toEqual([]);
  });

  test('comes to the sixth form of the package: the same template, and the same bytes of the same record', async () => {
    const { folder } = await followed();
    const { templates } = findInstall();
    const text = (file: string) => readFileSync(file, 'utf8');
    expect(text(`${folder}/templates/${FORM}/form.hbs`)).toBe(text(`${templates}/${FORM}/form.hbs`));
    await runCli('render', `${home}/data/云澜区`, '-o', 'mine', '--templates', 'templates');
    process.chdir(home);
    await runCli('render', 'data/云澜区', '-o', `${folder}/theirs`);
    for (const format of ['pdf', 'docx']) {
      const bytes = (whose: string) => readFileSync(`${folder}/${whose}/云澜区/城乡供水管网改造-2025.${format}`);
      expect(bytes('mine').equals(bytes('theirs'))).toBe(true);
    }
  });

  test('gives the second example a header that Word prints again, in a table of its own', async () => {
    const { folder } = await followed();
    const parts = unzipSync(readFileSync(`${folder}/out/自评.docx`));
    const body = strFromU8(parts['word/document.xml'] as Uint8Array);
    const tables = body.split('<w:tbl>').slice(1);
    expect(tables.map((table) => table.split('<w:tblHeader').length - 1)).toEqual([0, 1]);
  });

  test('shows the faults of its first step as they are told', async () => {
    const index = steps.findIndex(({ kind }) => kind === 'shown');
    const shown = steps[index];
    const { folder } = await followed(index);
    const file = `${folder}/templates/${FORM}/form.hbs`;
    const wrong = readFileSync(file, 'utf8').replace('{{项目名称}}', '{{项目名秤}}').replace('12 88', '12 80');
    writeFileSync(file, wrong);
    const { code, err } = await runCli('forms', '--check');
    expect(code).toBe(1);
    expect(shown?.kind === 'shown' && err.startsWith(shown.text)).toBe(true);
  });
});
