import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { codes } from '../src/base/index.ts';
import { folderWith, runCli } from './unit/cli/support.ts';

const page = readFileSync('docs/district.md', 'utf8');

/** The words in backquotes in the first cells of the tables below a heading. */
function keysBelow(heading: string): string[] {
  const [, after = ''] = page.split(heading);
  const rows = after.split('\n\n').find((block) => block.startsWith('| '));
  return (rows ?? '')
    .split('\n')
    .flatMap((row) => (row.split('|')[1]?.match(/`[^`]+`/gu) ?? []).map((key) => key.slice(1, -1)));
}

describe('docs/district.md', () => {
  test('uses only commands and options that there are', async () => {
    const lines = [...page.matchAll(/biaoli (render|check)((?: [^\s`|>;]+)*)/gu)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [, command = '', rest = ''] of lines) {
      const { out } = await runCli(command, '--help');
      for (const option of rest.match(/--[a-z]+/gu) ?? []) expect(`${command}: ${out}`).toContain(option);
    }
  });

  test('its table has the options that many records are rendered with', async () => {
    const { out } = await runCli('render', '--help');
    const options = [...page.matchAll(/^\| `([^`]*--[^`]+)` \|/gmu)].map(([, option]) => option as string);
    expect(options).toHaveLength(7);
    for (const option of options) expect(out).toContain(option);
  });

  test('says what each code is called', () => {
    const named = [...page.matchAll(/^\| (E\d{3}) (\S+) \|/gmu)];
    expect(named.length).toBe(3);
    for (const [, code, name] of named) expect(codes[code as keyof typeof codes]).toBe(name);
  });

  test('names the keys of the JSON report, in their order', async () => {
    const folder = folderWith({ 'in/坏.yaml': '表: 没有的表\n' });
    await runCli('render', `${folder}/in`, '-o', `${folder}/out`, '--report', `${folder}/报告.json`);
    const report = JSON.parse(readFileSync(`${folder}/报告.json`, 'utf8'));
    expect(report.version).toBe(1);
    expect(keysBelow('### JSON 里有什么')).toEqual(Object.keys(report));
    expect(keysBelow('`records` 的每一项：')).toEqual(Object.keys(report.records[0]));
    const [, summary = ''] = /\| `summary` \| ([^|]*)/u.exec(page) ?? [];
    expect((summary.match(/`\w+`/gu) ?? []).map((key) => key.slice(1, -1))).toEqual(Object.keys(report.summary));
    const [, finding = ''] = /\| `diagnostics` \| [^：]*：([^；]*)/u.exec(page) ?? [];
    expect((finding.match(/`\w+`/gu) ?? []).map((key) => key.slice(1, -1))).toEqual(
      Object.keys(report.records[0].diagnostics[0]),
    );
  });

  test('its workflow is YAML that renders, prunes and keeps the report', () => {
    const [, workflow = ''] = /```yaml\n([\s\S]*?)```/u.exec(page) ?? [];
    const steps = parse(workflow).jobs.render.steps as readonly { readonly run?: string }[];
    expect(steps.flatMap(({ run }) => (run === undefined ? [] : [run]))).toEqual([
      'npm ci',
      'npx biaoli render data -o out --prune --report 报告.html',
    ]);
  });
});
