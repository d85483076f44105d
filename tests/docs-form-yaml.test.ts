import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openShelf, words } from '../src/blueprint/index.ts';
import { defaultType, sizeNames } from '../src/blueprint/vocabulary.ts';
import { realWorld } from './support/real-world.ts';
import { successOf } from './support/set-form.ts';

const page = readFileSync('docs/form-yaml.md', 'utf8');
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

/** All words in a part of the vocabulary, however deep. */
const wordsIn = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(wordsIn)
      : [];

describe('docs/form-yaml.md', () => {
  const parts = ['form', 'paper', 'orientation', 'binding', 'margins', 'folio', 'type', 'table', 'paragraph', 'indent'];
  const more = [
    'level',
    'field',
    'print',
    'whenEmpty',
    'fieldTypes',
    'taxonomy',
    'grades',
    'shared',
    'labelWords',
    'summary',
    'volumeColumns',
  ];

  test.each([...parts, ...more])('has every word of %s in code or in a table', (part) => {
    const missing = wordsIn(words[part as keyof typeof words]).filter(
      (word) => !new RegExp(`\`[^\`\n]*${word.replaceAll('/', '\\/')}[^\`\n]*\``).test(page),
    );
    expect(missing).toEqual([]);
  });

  test('has the sizes of sheets, the names of sizes and what is taken where a form is silent', () => {
    const all = [...Object.keys(words.sizes), ...sizeNames.keys(), ...Object.values(defaultType)];
    expect(all.filter((word) => !page.includes(word))).toEqual([]);
  });

  test.each(blocks.map((text) => [text.split('\n')[0], text]))('the example %s can be read', (_, text) => {
    const identity = /^表:/m.test(text) ? '' : '表: 表一\n';
    const fields = /^字段:/m.test(text) ? '' : '字段: { 名称: 文字 }\n';
    const world = realWorld(new Map([['own/表一/form.yaml', identity + text + fields]]));
    const own = {
      ...world,
      listFolders: (folder: string) => (folder === 'own' ? ['表一'] : world.listFolders(folder)),
      listFiles: (folder: string) => (folder === 'own/表一' ? ['form.yaml'] : world.listFiles(folder)),
    };
    const shelf = successOf(openShelf(own, ['own', 'templates'], ['fonts']));
    expect(shelf.find('表一', () => null, { file: '', start: 0, end: 0 })).toMatchObject({ ok: true, warnings: [] });
  });
});
