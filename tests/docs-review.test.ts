import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCli } from './unit/cli/support.ts';

const page = readFileSync('docs/review.md', 'utf8');
const blocksOf = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] as string);
const ready = ['github-diff.yml', 'gitlab-diff.yml', 'gitee-diff.yml'];

describe('docs/review.md', () => {
  test('shows the ready files of docs/ci as they are, each linked, and each is YAML', () => {
    expect(blocksOf('yaml')).toEqual(ready.map((name) => readFileSync(`docs/ci/${name}`, 'utf8')));
    for (const name of ready) expect(page).toContain(`(ci/${name})`);
    for (const block of blocksOf('yaml')) expect(Object.keys(parse(block) as object).length).toBeGreaterThan(0);
  });

  test('shows what the program really says of a revision', () => {
    expect(blocksOf('text')).toEqual([readFileSync('tests/cases/改动/大朗.txt', 'utf8')]);
  });

  test('uses only options that there are', async () => {
    const { out } = await runCli('diff', '--help');
    const commands = [...page.matchAll(/biaoli diff[^`\n]*/g)].join('\n');
    const options = new Set(commands.match(/--[a-z][a-z-]*/g));
    expect(options.size).toBeGreaterThan(2);
    for (const option of options) expect(out).toContain(option);
  });

  test('the comment that workflows look for begins as comments begin', () => {
    const comment = readFileSync('tests/cases/改动/评论.md', 'utf8');
    const [mark = ''] = comment.split('\n');
    for (const name of ['github-diff.yml', 'gitlab-diff.yml']) {
      expect(readFileSync(`docs/ci/${name}`, 'utf8')).toContain(
        `startsWith("${mark}")`.replace('startsWith', name.startsWith('github') ? 'startswith' : 'startsWith'),
      );
    }
  });
});
