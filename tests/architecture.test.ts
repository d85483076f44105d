import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/base/index.ts';
import { root } from './support/bundle.ts';

const configuration = ((await import(join(root, '.dependency-cruiser.mjs'))) as { default: IConfiguration }).default;

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => file.endsWith(ending));
const sources = filesUnder('src', '.ts');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

async function violations(paths: string[]): Promise<{ readonly modules: number; readonly rules: string[] }> {
  const { output } = await cruise(paths, {
    ...configuration.options,
    baseDir: root,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
  } as Parameters<typeof cruise>[1]);
  const { modules, summary } = output as ICruiseResult;
  return { modules: modules.length, rules: summary.violations.map(({ rule }) => rule.name) };
}

describe('the table of imports', () => {
  test('sees every module of src and finds it in order', async () => {
    const { modules, rules } = await violations(['src']);
    expect(modules).toBeGreaterThanOrEqual(sources.length);
    expect(rules).toEqual([]);
  });

  test.each([
    ['grid', "import '../../layout/index.ts';", 'stage-grid'],
    ['layout', "import '../../grid/place.ts';", 'door-grid'],
    ['base', "import 'zod';", 'pure-base'],
    ['measure', "import 'yaml';", 'package-yaml'],
    ['text', "import 'node:fs';", 'files-only-in-cli'],
    ['layout', "import 'node:crypto';", 'pure-stages'],
    ['read', "import '../../write/page/pdf/index.ts';", 'stage-read'],
  ])('catches a bad import seeded into %s', async (stage, line, rule) => {
    const folder = mkdtempSync(join(root, 'src', stage, 'seeded-'));
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'bad.ts'), `${line}\nexport const nothing = 0;\n`);
      expect((await violations([relative(root, folder)])).rules).toContain(rule);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the source', () => {
  test('has no file of more than 300 lines', () => {
    expect(sources.filter((file) => textOf(file).split('\n').length > 301)).toEqual([]);
  });

  test('uses every diagnostic code, and none that is not in the list', () => {
    const text = sources
      // The heading of a tagged document is called H1.
      .filter((file) => file !== 'src/base/codes.ts' && !file.startsWith('src/tags/'))
      .map(textOf)
      .join('\n');
    const inSource = [...text.matchAll(/'([A-Z]\d{1,3})'/g)];
    // The sums of a form are found by the engine under the numbers that its form.yaml gives them.
    const inForms = filesUnder('templates', '/form.yaml').flatMap((file) => [
      ...textOf(file).matchAll(/^ {2}(A\d+):/gm),
    ]);
    const used = new Set([...inSource, ...inForms].map((match) => match[1]));
    expect([...used].toSorted()).toEqual(Object.keys(codes).toSorted());
  });

  test('knows no form: no label or field of a template occurs in it', () => {
    const templates = readdirSync(join(root, 'templates'), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          /\.(hbs|yaml)$/.test(entry.name) &&
          entry.name !== '词表.yaml' &&
          entry.name !== '等级.yaml',
      )
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const labels = templates.flatMap((text) => [
      ...[...text.matchAll(/<(?:label|title)[^>]*>([^<{]+)</g)].map((match) => match[1] as string),
      ...[...text.matchAll(/^\s+([\p{Script=Han}()（）]{4,}):/gmu)].map((match) => match[1] as string),
    ]);
    expect(labels.length).toBeGreaterThan(60);
    // Words of three characters and fewer (名称, 总额) are words of the language too.
    const own = new Set(labels.map((label) => label.trim()).filter((label) => [...label].length > 3));
    const engine = sources.map((file) => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')).join('\n');
    expect([...own].filter((label) => engine.includes(label))).toEqual([]);
  });
});
