import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeFiles, codePages, type PageRun, runPages } from '../docs/generate/codes.ts';
import { codes } from '../src/base/index.ts';

let runs: readonly PageRun[] = [];
beforeAll(async () => {
  runs = await runPages();
}, 180_000);

describe('the pages of the codes', () => {
  test('there is one for each code, and none besides', () => {
    expect(codePages.map(({ code }) => code).toSorted()).toEqual(Object.keys(codes).toSorted());
  });

  test.each(codePages.map(({ code }) => code))(
    '%s: its wrong example gives the code, its right one does not',
    (code) => {
      const run = runs.find(({ page }) => page.code === code);
      expect(run?.wrong.codes).toContain(code);
      expect(run?.wrong.text).toContain(`[${code}]`);
      expect(run?.right?.codes ?? []).not.toContain(code);
      // What no file can show is said in words.
      expect(run?.right === null && run.page.how === '').toBe(false);
    },
  );

  test('what must be mended is an error, and what may stay is none', () => {
    const levels = runs.flatMap(({ page, wrong }) =>
      page.handling === 'rule' ? [] : [[page.code, wrong.severity === 'error']],
    );
    expect(levels).toEqual(
      runs.flatMap(({ page }) => (page.handling === 'rule' ? [] : [[page.code, page.handling !== 'stays']])),
    );
  });

  test('are as `npm run docs` writes them', () => {
    const files = codeFiles(runs);
    expect(
      readdirSync('docs/codes')
        .map((name) => `docs/codes/${name}`)
        .toSorted(),
    ).toEqual([...files.keys()].toSorted());
    for (const [file, text] of files) expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
