import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportFormats } from '../src/cli/report/format.ts';
import { runCli } from './unit/cli/support.ts';

const page = readFileSync('docs/ci.md', 'utf8');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] as string);
/** The ready files that docs/ci.md is the page of. */
const ready = ['github-check.yml', 'github-sarif.yml', 'gitlab-ci.yml', 'gitee-pr.yml', 'pre-commit-config.yaml'];

describe('docs/ci.md', () => {
  test('shows the ready files of docs/ci as they are, each linked, and each is YAML', () => {
    expect(blocks).toEqual(ready.map((name) => readFileSync(`docs/ci/${name}`, 'utf8')));
    for (const name of ready) expect(page).toContain(`(ci/${name})`);
    for (const block of blocks) expect(Object.keys(parse(block) as object).length).toBeGreaterThan(0);
    expect(readdirSync('docs/ci')).toEqual(expect.arrayContaining(ready));
  });

  test('uses only commands and options that there are', async () => {
    const lines = [...page.matchAll(/biaoli (check|fmt)((?: [^\s`|>;]+)*)/g)];
    expect(lines.length).toBeGreaterThan(8);
    for (const [, command = '', rest = ''] of lines) {
      const { out } = await runCli(command, '--help');
      for (const option of rest.match(/--[a-z]+/g) ?? []) expect(`${command}: ${out}`).toContain(option);
    }
    for (const format of reportFormats.filter((one) => one !== 'text')) expect(page).toContain(`--format ${format}`);
  });
});
