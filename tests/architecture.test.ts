import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, test } from 'vitest';
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

type Violation = { readonly from: string; readonly rule: string };

async function cruiseSource(): Promise<{ readonly modules: number; readonly violations: readonly Violation[] }> {
  const { output } = await cruise(['src'], {
    ...configuration.options,
    baseDir: root,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
  } as Parameters<typeof cruise>[1]);
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.length,
    violations: summary.violations.map(({ from, rule }) => ({ from, rule: rule.name })),
  };
}

/** Bad imports, the stages they are seeded into and the rules that must see them. */
const bad = [
  ['grid', "import '../../layout/index.ts';", 'stage-grid'],
  ['layout', "import '../../grid/place.ts';", 'door-grid'],
  ['base', "import 'zod';", 'pure-base'],
  ['measure', "import 'yaml';", 'package-yaml'],
  ['text', "import 'node:fs';", 'files-only-in-cli'],
  ['layout', "import 'node:crypto';", 'pure-stages'],
  ['read', "import '../../write/page/pdf/index.ts';", 'stage-read'],
] as const;

describe('the table of imports', () => {
  let seeded: readonly string[] = [];
  let seen: Awaited<ReturnType<typeof cruiseSource>>;

  beforeAll(async () => {
    const folders = bad.map(([stage]) => mkdtempSync(join(root, 'src', stage, 'seeded-')));
    try {
      folders.forEach((folder, i) => {
        writeFileSync(join(folder, 'bad.ts'), `${bad[i]?.[1]}\nexport const nothing = 0;\n`);
      });
      seeded = folders.map((folder) => relative(root, join(folder, 'bad.ts')));
      seen = await cruiseSource();
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }
  });

  test('sees every module of src and finds it in order', () => {
    expect(seen.modules).toBeGreaterThanOrEqual(sources.length + bad.length);
    expect(seen.violations.filter(({ from }) => !seeded.includes(from))).toEqual([]);
  });

  test.each(bad.map(([stage, , rule], i) => [stage, rule, i] as const))(
    'catches a bad import seeded into %s: %s',
    (_, rule, i) => {
      const found = seen.violations.filter(({ from }) => from === seeded[i]);
      expect(found.map((one) => one.rule)).toContain(rule);
    },
  );
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
