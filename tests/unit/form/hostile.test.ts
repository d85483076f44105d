import { describe, expect, test } from 'vitest';
import { findMustaches, isCutShort } from '../../../src/form/template/mustaches.ts';
import { startExpansion } from '../../../src/form/view.ts';
import { blueprintOf, formWith, successOf } from '../blueprint/support.ts';
import { expanded, faultsIn, type Given, printed, table, textsOf } from './support.ts';

/** The codes and messages of what is wrong, each once; a test that takes long without its bound fails by its timeout. */
const messages = (given: Given, outcomeOf?: typeof expanded): string[] =>
  faultsIn(given, outcomeOf).map((fault) => (/([FG]\d{3} [^→]*) →/.exec(fault)?.[1] ?? fault).slice(0, 60));

const times = (text: string, count: number): string => text.repeat(count);

describe('a template from a stranger ends soon, with its place told', { timeout: 20_000 }, () => {
  test('partials that call the next one twice, thirty deep', () => {
    const names = Array.from({ length: 30 }, (_, i) => `部${i}`);
    const partials = Object.fromEntries(
      names.map((name, i) => [name, i + 1 < names.length ? times(`{{> ${names[i + 1]}}}`, 2) : '']),
    );
    expect(messages({ template: table('«{{> 部0}}»'), partials })).toEqual(['F010 部件里又用部件，展开后的模板太大']);
  });

  test('a partial of many characters that is called many times', () => {
    const partials = { 长: `{{!-- 参数: --}}<row><cell>${times('字', 19_000)}</cell><cell/></row>` };
    expect(messages({ template: table(times('{{> 长}}', 200)), partials }).at(-1)).toContain('F010 部件里又用部件');
  });

  test('loops in loops that print too much, before they have turned too often', () => {
    const names = (key: string, count: number) => `${key}:\n${times('  - 甲\n', count)}`;
    const record = `列:\n${times('  - { 名称: 甲 }\n', 250)}${names('词', 250)}`;
    const row = `<row><cell>${times('字', 900)}</cell><cell/></row>`;
    const template = table(`{{#each 列}}{{#each ../词}}${row}{{/each}}{{/each}}`);
    expect(messages({ template, record }, expanded)).toEqual([expect.stringContaining('F010 这份数据展开后的表太大')]);
  });

  test('a long value printed again and again, before its repeats are copied or cut into lines', () => {
    const record = `名称: ${times('字', 1000)}\n词:\n${times('  - 甲\n', 200)}`;
    const template = table('{{#each 词}}<row><cell>{{../名称}}</cell><cell>{{../名称}}</cell></row>{{/each}}');
    const told = expect.stringContaining('F010 这份数据展开后要印的字超过 300000 个的上限');
    expect(messages({ template, record }, expanded)).toEqual([told]);
    const outside = table(`<row><cell>${times('{{名称}}', 301)}</cell><cell/></row>`);
    expect(messages({ template: outside, record }, expanded)).toEqual([told]);
    const within = table(`<row><cell>${times('{{名称}}', 300)}</cell><cell/></row>`);
    expect(messages({ template: within, record }, expanded)).toEqual([]);
  });

  test('a loop stops as soon as too much is printed', () => {
    let turns = 0;
    const expansion = startExpansion();
    const value = expansion.add(times('字', 1000), { kind: 'value', path: [], span: { file: '', start: 0, end: 0 } });
    while (turns < 1000 && expansion.turn()) {
      turns += 1;
      String(value);
    }
    expect([turns, expansion.tooMuch()]).toEqual([301, 'values']);
  });

  test('values that are blank count, for each has its place', () => {
    const expansion = startExpansion();
    const value = expansion.add('', { kind: 'blank', path: [], span: { file: '', start: 0, end: 0 } });
    for (let i = 0; i <= 300_000; i += 1) String(value);
    expect(expansion.tooMuch()).toBe('values');
  });

  test('texts of the template that loops repeat', () => {
    const record = `词:\n${times('  - 甲\n', 60)}`;
    const template = table(`{{#each 词}}<row><cell>${times('字', 6000)}</cell><cell/></row>{{/each}}`);
    expect(messages({ template, record }, expanded)).toEqual([expect.stringContaining('展开后要印的字超过')]);
  });

  test('more cells than any form has', () => {
    const record = `列:\n${times('  - { 名称: 甲 }\n', 180)}词:\n${times('  - 甲\n', 180)}`;
    const template = table('{{#each 列}}{{#each ../词}}<row><cell/><cell/></row>{{/each}}{{/each}}');
    expect(messages({ template, record }, expanded)).toEqual([expect.stringContaining('F010 这份数据展开后有')]);
  });

  test.each([
    ['blocks', times('{{#if 名称}}', 10_000) + times('{{/if}}', 10_000), 'F010 {{#…}} 套了 40 层以上'],
    ['arms', `{{#if 名称}}${times('{{else if 名称}}', 10_000)}{{/if}}`, 'F010 {{#…}} 套了 40 层以上'],
  ])('ten thousand %s, one in the other', (_, content, message) => {
    expect(messages({ template: table(content) })).toEqual([message]);
  });

  test('five thousand elements, one in the other', () => {
    const template = table(times('<group><label>甲</label>', 5000) + times('</group>', 5000));
    expect(messages({ template })).toContain('F010 元素套了 40 层以上');
  });

  test('as many blocks and elements as are allowed are no fault', () => {
    const inside = `${times('{{#if 名称}}', 40)}<row><cell>甲</cell><cell/></row>${times('{{/if}}', 40)}`;
    expect(printed(inside, '名称: 局')).toEqual([['甲'], ['']]);
    const groups = `${times('<group><label>甲</label>', 30)}<row/>${times('</group>', 30)}`;
    expect(faultsIn({ template: table(groups) })).toEqual([]);
  });

  test('a file of more than two hundred thousand characters', () => {
    const template = table('').padEnd(200_001, ' ');
    expect(messages({ template })).toEqual(['F010 这个模板有 200001 个字符，超过 200000 个的上限']);
    expect(faultsIn({ template: template.slice(0, -1) })).toEqual([]);
  });

  test.each([
    ['comments without an end', times('<!--', 40_000)],
    ['blanks without a line break', `<row><cell>甲${times(' ', 150_000)}乙</cell><cell/></row>`],
    ['line breaks', `<row><cell>甲${times('\n', 150_000)}乙</cell><cell/></row>`],
    ['attributes', `<row><cell ${times('a="" ', 30_000)}/></row>`],
    ['open quotes', times('<cell a="', 15_000)],
    ['stray brackets', times('<', 150_000)],
    ['mustaches without an end', times('{{', 60_000)],
    ['brackets without an end', times('{{[', 60_000)],
    ['brackets and blanks without an end', times('{{[ ', 40_000)],
    ['comments of Handlebars without an end', times('{{!--', 39_000)],
    ['ends of elements that are not open', times('<row>', 18_000) + times('</x>', 20_000)],
    ['faulty mustaches', times('{{甲(}}', 20_000)],
    ['fields that there are not', times('{{甲}}', 20_000)],
    ['closed blocks', times('{{/if}}', 15_000)],
    ['steps of a path', `{{名称${times('.甲', 70_000)}}}`],
    ['steps up', `{{${times('../', 50_000)}名称}}`],
  ])('%s: tens of thousands of them', (_, content) => {
    const began = messages({ template: table(content) });
    expect(began.length).toBeLessThanOrEqual(101);
  });

  test('mustaches without an end are looked for up to a hundred, and ends only once', () => {
    const found = findMustaches(times('{{[', 60_000));
    expect([found.length, isCutShort(found)]).toEqual([100, true]);
    const remarks = findMustaches(times('{{!--甲}}', 22_000));
    expect([remarks.length, remarks.every(({ ended }) => ended), isCutShort(remarks)]).toEqual([22_000, true, false]);
  });

  test('faults are told up to a hundred', () => {
    expect(messages({ template: table(Array.from({ length: 300 }, (_, i) => `{{甲${i}}}`).join('')) })).toHaveLength(
      100,
    );
  });

  test('labels and titles of endless length, and texts that are no data', () => {
    const long = (element: string, length: number): string =>
      table(`<row><${element}>${times('字', length)}</${element}><cell/></row>`);
    expect(messages({ template: long('label', 2001) }, expanded)).toEqual([
      expect.stringContaining('F010 这里的文字有 2001 个字符'),
    ]);
    expect(faultsIn({ template: long('label', 2000) }, expanded)).toEqual([]);
    expect(messages({ template: long('cell', 20_001) }, expanded)).toHaveLength(1);
    expect(faultsIn({ template: long('cell', 20_000) }, expanded)).toEqual([]);
    const title = `<form><title>${times('字', 2001)}</title></form>`;
    expect(messages({ template: title }, expanded)).toHaveLength(1);
  });

  test('a label that the data make endless, but not a cell', () => {
    const record = `名称: ${times('字', 30_000)}`;
    const row = (element: string): string => table(`<row><${element}>{{名称}}</${element}><cell/></row>`);
    expect(messages({ template: row('label'), record }, expanded)).toHaveLength(1);
    expect(faultsIn({ template: row('cell'), record }, expanded)).toEqual([]);
  });

  test('open columns without number', () => {
    const template = `<form><table><band columns="auto"><row>${times('<cell span="60"/>', 1000)}</row></band></table></form>`;
    const [first] = successOf(expanded({ template })).sections[0]?.blocks ?? [];
    expect(first?.kind === 'table' && first.bands[0]?.columns.length).toBe(60);
  });
});

describe('a form.yaml from a stranger', { timeout: 20_000 }, () => {
  test('whose fields double at each level is refused', () => {
    const doubled = (depth: number): string =>
      depth === 0 ? '文字' : `{ 类型: 组, 字段: { 甲: ${doubled(depth - 1)}, 乙: { 同: 甲 } } }`;
    const outcome = blueprintOf(formWith(`根: ${doubled(13)}`));
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'B004', message: '字段超过 2000 个' }] });
  });
});

describe('names that mean something to JavaScript', () => {
  const names = ['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];

  test.each(names)('%s is no field of a form that does not have it', (name) => {
    const inCell = (content: string): string => table(`<row><cell>${content}</cell><cell/></row>`);
    for (const content of [
      `{{${name}}}`,
      `{{#with ${name}}}{{/with}}`,
      `{{#each ${name}}}{{/each}}`,
      `{{#if ${name}}}{{/if}}`,
    ])
      expect(messages({ template: inCell(content) })).toEqual([
        expect.stringContaining(`F008 这里没有“${name}”这个字段`),
      ]);
    expect(messages({ template: inCell(`{{组.${name}}}`) })).toEqual([expect.stringContaining('F008')]);
    expect(messages({ template: inCell(`{{名称.${name}}}`) })).toEqual([expect.stringContaining('F008')]);
  });

  test.each(names)('%s is a field like others of a form that has it', (name) => {
    const form = formWith(`${name}: 文字`, `组: { 类型: 组, 字段: { ${name}: 文字 } }`);
    const template = table(`<row><cell>{{${name}}}</cell><cell>{{组.${name}}}</cell></row>`);
    const document = successOf(expanded({ template, form, record: `${name}: 甲\n组: { ${name}: 乙 }` }));
    expect(textsOf(document)).toEqual([['甲'], ['乙']]);
  });

  test.each(['constructor', 'toString'])('a partial may be called %s, and only its own file is meant', (name) => {
    const partials = { [`templates/共用/部件/${name}.hbs`]: '<row><cell>部</cell><cell/></row>' };
    expect(printed(`{{> ${name}}}`, '', { partials })).toEqual([['部'], ['']]);
    expect(messages({ template: table(`{{> ${name}}}`) })).toEqual([expect.stringContaining('F003')]);
  });

  test('no partial is called __proto__', () => {
    const partials = { 'templates/共用/部件/__proto__.hbs': '<row><cell>部</cell><cell/></row>' };
    expect(messages({ template: table('{{> __proto__}}'), partials })).toEqual([
      expect.stringContaining('F003 没有“__proto__”这个部件'),
    ]);
  });
});
