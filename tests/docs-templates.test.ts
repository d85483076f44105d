import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { words } from '../src/blueprint/index.ts';
import { elements } from '../src/form/markup/vocabulary.ts';
import { folderWith, runCli } from './unit/cli/support.ts';

const page = readFileSync('docs/templates.md', 'utf8');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
const [fields = ''] = blocks.flatMap(([, language, text = '']) => (language === 'yaml' ? [text] : []));
const examples = blocks.flatMap(([, language, text = '']) => (language === 'hbs' ? [text] : []));

describe('docs/templates.md', () => {
  test('has every element, every attribute and all that an attribute may say', () => {
    const inCode = (word: string): boolean => new RegExp(`\`[^\`\n]*${word}[^\`\n]*\``).test(page);
    const missing = [...elements].flatMap(([name, { attributes }]) => [
      ...(page.includes(`| \`<${name}>\` |`) ? [] : [name]),
      ...[...attributes].flatMap(([attribute, rule]) => [
        ...(inCode(attribute) ? [] : [attribute]),
        ...(typeof rule === 'object' && 'words' in rule ? rule.words.filter((word) => !inCode(word)) : []),
        ...(typeof rule === 'object' && 'to' in rule && !page.includes(`到 ${rule.to}`) ? [`${rule.to}`] : []),
      ]),
    ]);
    expect(missing).toEqual([]);
  });

  test('has the words of views, helpers and partials', () => {
    const all = [...Object.values(words.view), ...Object.values(words.helpers), words.parameters];
    expect(all.filter((word) => !page.includes(word))).toEqual([]);
  });

  test('has loops over rows of indicators that print their first column', () => {
    const loops = examples.flatMap((text) => [...text.matchAll(/\{\{#each 行\}\}(.*?)\{\{\/each\}\}/g)]);
    expect(loops.length).toBeGreaterThan(1);
    expect(loops.filter(([, inside = '']) => !inside.includes('{{三级指标}}'))).toEqual([]);
  });

  test('has examples that set without a fault, whatever the data', { timeout: 60_000 }, async () => {
    const [partial = ''] = examples.filter((text) => text.startsWith('{{!-- 参数'));
    const shown = examples.filter((text) => text !== partial);
    expect(shown.length).toBeGreaterThan(8);
    const forms = shown.flatMap((text, i) => {
      const whole = text.startsWith('<form>') ? text : `<form><table>${text}</table></form>`;
      const form = `表: 例${i}\n沿用: 共用/例\n`;
      return [
        [`templates/例${i}/form.yaml`, form],
        [`templates/例${i}/form.hbs`, whole],
      ];
    });
    const folder = folderWith({
      'templates/共用/例/form.yaml': fields,
      'templates/共用/部件/任务两栏.hbs': partial,
      ...Object.fromEntries(forms),
    });
    const { code, out, err } = await runCli('forms', '--check', '--templates', `${folder}/templates`);
    // Each example shows a part of the form, and leaves fields unprinted.
    expect(err.match(/(?:错误|警告)\[(?!F011).*/g)).toBeNull();
    expect(out).toContain(`${shown.length} 张表没有错误（${shown.length} 张表有警告）。`);
    expect(code).toBe(0);
  });
});
