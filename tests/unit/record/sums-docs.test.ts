import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/index.ts';
import { andThen } from '../../../src/base/index.ts';
import { words } from '../../../src/blueprint/index.ts';
import { checkRecord, readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { openedShelf, repository, saidBy, worldOf } from '../blueprint/support.ts';

const page = readFileSync('docs/checks.md', 'utf8');

type Example = { readonly form: string; readonly record: string; readonly said: string };

/** Each block of what the program says, with the form, the checks and the data that stand above it. */
function examples(): Example[] {
  let [form, checks, record] = ['', '', ''];
  const found: Example[] = [];
  for (const [, kind, text = ''] of page.matchAll(/^```(yaml|text)\n([\s\S]*?)^```$/gm)) {
    if (kind === 'text') found.push({ form: form + checks, record, said: text.trimEnd() });
    else if (text.startsWith('检查:')) checks = text;
    else if (text.includes('\n字段:')) form = text;
    else record = text;
  }
  return found;
}

const levels = { error: words.levels.error, warning: words.levels.warning, hint: words.levels.hint };
const told = ({ code, severity, message, advice, accepted }: Diagnostic): string =>
  `${levels[severity]}[${code}]${accepted === null ? '' : `（已接受：${accepted}）`} ${message}\n   办法：${advice}`;

const common = (name: string): string => {
  const read = repository.readText(name);
  return read.ok ? read.value : '';
};

async function saidOf({ form, record }: Example): Promise<string> {
  const names = ['体系.yaml', '词表.yaml', '等级.yaml'].map((name) => `templates/共用/${name}`);
  const files = Object.fromEntries(names.map((name) => [name, common(name)]));
  const faces = '宋体: { 文件: [a.ttf] }\n小标宋: { 文件: [a.ttf] }\n黑体: { 文件: [a.ttf] }\n';
  const world = worldOf({ ...files, 'fonts/a.ttf': '', 'fonts/faces.yaml': faces, 'templates/例表/form.yaml': form });
  const shelf = openedShelf(world);
  const read = andThen(parseSource('a.yaml', record), (source) => readRecord(source, shelf));
  const found = read.ok ? await checkRecord(read.value, shelf.commons) : [];
  return [...saidBy(read), ...found].map(told).join('\n') || '没有问题';
}

describe('docs/checks.md', () => {
  test.each(examples())('says what the program says: $said', async (example) => {
    expect(await saidOf(example)).toBe(example.said);
  });

  test('has an example of every kind', () => {
    expect(examples().length).toBeGreaterThanOrEqual(9);
  });

  test('names every key, relation, level, function and filling there is', () => {
    const fills = Object.values(words.fills).map((word) => `{${word}}`);
    const functions = Object.values(words.functions).map((word) => `$${word}(`);
    const keys = [words.check, words.relations, words.levels]
      .flatMap((some) => Object.values(some))
      .map((word) => `\`${word}\``);
    expect([...fills, ...functions, ...keys].filter((word) => !page.includes(word))).toEqual([]);
  });
});
