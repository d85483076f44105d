import { describe, expect, test } from 'vitest';
import { formWith, saidBy, successOf } from '../blueprint/support.ts';
import { cellsOf, expanded, FILE, fields, type Given, paragraphText, printed, table, templateOf } from './support.ts';

const inCell = (content: string): string => `<row><cell>${content}</cell><cell/></row>`;
const firstCell = (content: string, record: string, form = fields) => {
  const [cell] = cellsOf(successOf(expanded({ template: table(inCell(content)), record, form })));
  if (!cell) throw new Error('no cell');
  return cell;
};

describe('authors’ texts come through as themselves', () => {
  test.each(['<p>', '</cell>', '{{x}}', '{{{x}}}', '&amp;', '&lt;', '"', '\\', "'", '`=', '$&', '<!-- -->', '　甲　'])(
    '%j',
    (text) => {
      const quoted = `'${text.replaceAll("'", "''")}'`;
      const { paragraphs } = firstCell('{{名称}}', `名称: ${quoted}\n`);
      expect(paragraphs).toHaveLength(1);
      expect(paragraphs[0]?.runs).toEqual([
        {
          text,
          origin: { kind: 'value', path: ['名称'], span: { file: FILE, start: 10, end: 10 + quoted.length } },
        },
      ]);
    },
  );

  test('blanks at the ends of an author’s text stay', () => {
    expect(firstCell(' {{名称}} ', "名称: ' 甲 '\n").paragraphs.map(paragraphText)).toEqual([' 甲 ']);
  });

  test('the lines of a text are paragraphs, each with the origin of the whole', () => {
    const record = '列:\n  - 段: |\n      一\n\n      <p>二\n';
    const { paragraphs } = firstCell('{{#each 列}}{{段}}{{/each}}', record);
    expect(paragraphs.map(paragraphText)).toEqual(['一', '', '<p>二']);
    const start = 4 + 1 + record.indexOf('|') + 1;
    expect(paragraphs[0]?.runs[0]?.origin).toMatchObject({ kind: 'value', path: ['列', 0, '段'], span: { start } });
    expect(paragraphs[2]?.runs[0]?.origin).toBe(paragraphs[0]?.runs[0]?.origin);
  });

  test('text before a value of several lines stands in its first paragraph, text after it in its last', () => {
    const record = '列: [{ 名称: 甲 }]\n名称: |\n  一\n  二\n';
    expect(firstCell('前{{名称}}后', record).paragraphs.map(paragraphText)).toEqual(['前一', '二后']);
  });
});

describe('blanks', () => {
  test.each([
    ['{{#if 名称}}有{{else}}无{{/if}}', '名称:', '无'],
    ['{{#if 名称}}有{{else}}无{{/if}}', '', '无'],
    ['{{#if 名称}}有{{else}}无{{/if}}', '名称: 局', '有'],
    ['{{#if 名称}}有{{else}}无{{/if}}', '名称: "0"', '有'],
    ['{{#unless 名称}}无{{else}}有{{/unless}}', '名称:', '无'],
    ['{{#unless 名称}}无{{else}}有{{/unless}}', '名称: 局', '有'],
    ['{{^if 名称}}无{{/if}}', '', '无'],
    ['{{#if 组}}有{{else}}无{{/if}}', '', '无'],
    ['{{#if 组}}有{{else}}无{{/if}}', '组: { 数: }', '有'],
    ['{{#if 列}}有{{else}}无{{/if}}', '列: []', '无'],
    ['{{#if 列}}有{{else}}无{{/if}}', '列: [{}]', '有'],
    ['{{#each 列}}有{{else}}无{{/each}}', '', '无'],
    ['{{#if 名称}}一{{else if 组}}二{{else}}三{{/if}}', '组: { 数: 1 }', '二'],
    ['{{#each 指标}}{{#if this}}有{{else}}无{{/if}}{{/each}}', '指标: { 满意: [] }', '有'],
    ['{{#each 指标}}{{#if 下级}}下{{else}}行{{/if}}{{/each}}', '指标: { 满意: [] }', '行'],
  ])('%s with %j', (content, record, text) => {
    expect(firstCell(content, record).paragraphs.map(paragraphText)).toEqual([text]);
  });

  test('a blank that is printed is a run without text that knows its field', () => {
    const { paragraphs } = firstCell('{{名称}}', '名称:\n');
    expect(paragraphs).toEqual([
      { runs: [{ text: '', origin: { kind: 'blank', path: ['名称'], span: { file: FILE, start: 9, end: 9 } } }] },
    ]);
    expect(firstCell('{{组.数}}', '').paragraphs[0]?.runs[0]?.origin).toMatchObject({
      kind: 'blank',
      path: ['组', '数'],
    });
  });

  test('a cell with nothing in it has one empty paragraph', () => {
    expect(firstCell('', '').paragraphs).toEqual([{ runs: [] }]);
  });
});

describe('lists, groups and indicators', () => {
  test('{{#each}} prints each item, {{序号 @index}} its number', () => {
    const record = '词: [甲, 乙]\n';
    expect(
      firstCell('{{#each 词}}<p>{{序号 @index}}. {{this}}</p>{{/each}}', record).paragraphs.map(paragraphText),
    ).toEqual(['1. 甲', '2. 乙']);
  });

  test('a number is generated, at the cell or paragraph where it stands', () => {
    const template = table(inCell('{{#each 词}}{{序号 @index}}{{/each}}'));
    const start = template.indexOf('<cell>');
    const [cell] = cellsOf(successOf(expanded({ template, record: '词: [甲]' })));
    expect(cell?.paragraphs[0]?.runs).toEqual([
      { text: '1', origin: { kind: 'generated', span: { file: 'templates/表一/form.hbs', start, end: start + 6 } } },
    ]);
  });

  test('../ and {{#with}} reach the right level, through conditions too', () => {
    const content =
      '{{#each 列}}{{#if 名称}}{{../名称}}{{#with ../组}}{{数}}{{../名称}}{{../../名称}}{{/with}}{{/if}}{{/each}}';
    const record = '名称: 外\n组: { 数: 5 }\n列: [{ 名称: 内 }]\n';
    expect(firstCell(content, record).paragraphs.map(paragraphText)).toEqual(['外5内外']);
  });

  test('indicators have their names, their rows and the values of a row', () => {
    const rows = '{{#each 行}}<row><cell>{{三级}}</cell>{{#each 值}}<cell>{{this}}</cell>{{/each}}</row>{{/each}}';
    const content = `{{#each 指标}}<group><label>{{级名}}</label>{{#if 下级}}{{#each 下级}}<group><label>{{级名}}</label>${rows}</group>{{/each}}{{else}}${rows}{{/if}}</group>{{/each}}`;
    const record = '指标:\n  产值: { 数量: [{ 三级: 甲, 目标: ≥1, 年目标: 2 }], 质量: [] }\n  满意: [{ 三级: 乙 }]\n';
    expect(printed(content, record)).toEqual([
      ['产值'],
      ['数量'],
      ['甲'],
      ['≥1'],
      ['2'],
      ['质量'],
      [''],
      [''],
      [''],
      ['满意'],
      ['乙'],
      [''],
      [''],
    ]);
    const keys = cellsOf(successOf(expanded({ template: table(content), record })))
      .filter(({ role }) => role === 'label')
      .map(({ paragraphs }) => paragraphs[0]?.runs[0]?.origin);
    expect(keys[1]).toEqual({ kind: 'key', path: ['指标', '产值', '数量'], span: { file: FILE, start: 18, end: 20 } });
  });

  test('a row of indicators and its values share the same runs', () => {
    const content = '{{#each 指标}}{{#each 行}}{{目标}}{{#each 值}}{{this}}{{/each}}{{/each}}{{/each}}';
    const { paragraphs } = firstCell(content, '指标: { 满意: [{ 三级: 乙, 目标: ≥1 }] }\n');
    const [first, second] = paragraphs[0]?.runs ?? [];
    expect(first?.text).toBe('≥1');
    expect(second?.origin).toBe(first?.origin);
  });
});

describe('names of fields that mean something to the template language', () => {
  const names = [
    '序号',
    'if',
    'each',
    'with',
    'lookup',
    'log',
    'this那',
    'constructor',
    'toString',
    '__proto__',
    'helperMissing',
  ];

  test.each(names)('%s is a field like others', (name) => {
    const form = formWith(`${name}: 文字`, `组: { 类型: 组, 字段: { ${name}: 文字 } }`);
    const record = `${name}: 外\n组: { ${name}: 内 }\n`;
    const content = `{{${name}}}{{./${name}}}{{组.${name}}}{{#with 组}}{{${name}}}{{../${name}}}{{/with}}{{#if ${name}}}有{{/if}}`;
    expect(firstCell(content, record, form).paragraphs.map(paragraphText)).toEqual(['外外内内外有']);
  });

  test('a dot or a slash in a name parts it, and the advice shows the brackets', () => {
    const form = formWith('单价/套: 文字', '组: { 类型: 组, 字段: { 一.二: 文字 } }');
    const advice = (content: string) =>
      saidBy(templateOf({ template: table(inCell(content)), form })).map((one) => one.advice);
    expect(advice('{{单价/套}}{{#with 组}}{{一.二}}{{../单价/套}}{{/with}}')).toEqual([
      '名称里有“.”或“/”的字段，两边加方括号：{{[单价/套]}}。',
      '名称里有“.”或“/”的字段，两边加方括号：{{[一.二]}}。',
      '名称里有“.”或“/”的字段，两边加方括号：{{../[单价/套]}}。',
    ]);
    expect(advice('{{[单价/套]}}{{#with 组}}{{[一.二]}}{{../[单价/套]}}{{/with}}')).toEqual([]);
  });

  test('a name with brackets is written in brackets', () => {
    const form = formWith('部门(单位)名称: 文字');
    expect(firstCell('{{[部门(单位)名称]}}', '部门(单位)名称: 局\n', form).paragraphs.map(paragraphText)).toEqual([
      '局',
    ]);
  });
});

describe('the document', () => {
  const given: Given = {
    template:
      '<form><title>{{年}}年表</title><subtitle>({{年}})</subtitle><lines columns="60 40"><cell>甲</cell><cell align="right">乙</cell></lines><table><band columns="100"><row kind="header"><label rows="1" valign="top" direction="vertical">甲</label></row><row><cell/></row></band></table></form>',
    form: `署名: 局\n${formWith('年: 年份', '局: 文字')}`,
    record: '年: 2024\n局: 某局\n',
  };

  test('has its title and its author in its properties', () => {
    expect(successOf(expanded(given)).meta).toEqual({ title: '2024年表', author: '某局', language: 'zh-CN' });
  });

  test('has the form’s name where there is no title, and no author where none is named', () => {
    const plain = { template: table(inCell('')), record: '' };
    expect(successOf(expanded(plain)).meta).toEqual({ title: '表一', author: '', language: 'zh-CN' });
  });

  test('has headings, lines and tables in the template’s order, with what their attributes say', () => {
    const { blocks } = successOf(expanded(given)).sections[0] ?? { blocks: [] };
    expect(blocks).toMatchObject([
      { kind: 'heading', role: 'title' },
      { kind: 'heading', role: 'subtitle' },
      { kind: 'lines', columns: [60, 40], cells: [{ align: 'justify' }, { align: 'right' }] },
      {
        kind: 'table',
        bands: [
          {
            columns: [100],
            children: [
              {
                kind: 'row',
                header: true,
                cells: [{ role: 'label', rows: 1, span: 1, align: 'center', valign: 'top', direction: 'vertical' }],
              },
              { kind: 'row', header: false, cells: [{ role: 'cell', valign: 'middle', direction: 'horizontal' }] },
            ],
          },
        ],
      },
    ]);
  });

  test('has what its attributes say of page turns, seals and spread names', () => {
    const template =
      '<form><lines columns="100" seal="yes"><cell spread="4">甲</cell></lines><table><band columns="50 50"><row keep="next"><label spread="12">甲</label><cell indent="2"/></row><group keep="whole"><label>乙</label><row keep="whole"><cell/></row></group></band></table><lines columns="100" keep="next"><cell>甲</cell></lines></form>';
    const { blocks } = successOf(expanded({ ...given, template })).sections[0] ?? { blocks: [] };
    expect(blocks).toMatchObject([
      { kind: 'lines', seal: true, cells: [{ spread: 4 }] },
      {
        bands: [
          {
            children: [
              {
                kind: 'row',
                keep: 'next',
                cells: [
                  { spread: 12, indent: 0 },
                  { spread: 0, indent: 2 },
                ],
              },
              { kind: 'group', keep: 'whole', children: [{ kind: 'row', keep: 'whole' }] },
            ],
          },
        ],
      },
      { kind: 'lines', seal: false, keep: 'next' },
    ]);
    const plain = successOf(expanded(given)).sections[0]?.blocks ?? [];
    expect(plain).toMatchObject([
      {},
      {},
      { seal: false, keep: 'none' },
      { bands: [{ children: [{ keep: 'none' }, {}] }] },
    ]);
  });

  test('begins with the number of the annex that it is, known by its place in form.yaml, and is not called so', () => {
    const { meta, sections } = successOf(expanded({ ...given, form: `附件: 附件2\n${given.form}` }));
    expect(meta.title).toBe('2024年表');
    const span = { file: 'templates/表一/form.yaml', start: 4, end: 7 };
    expect(sections[0]?.blocks[0]).toEqual({
      kind: 'heading',
      role: 'annex',
      style: null,
      paragraphs: [{ runs: [{ text: '附件2', origin: { kind: 'template', span } }] }],
      at: span,
    });
    expect(sections[0]?.blocks[1]).toMatchObject({ role: 'title' });
  });

  test('is the same for the same input', () => {
    expect(successOf(expanded(given))).toEqual(successOf(expanded(given)));
  });
});

describe('F010: a template that loops over everything for everything', () => {
  const content = '{{#each 词}}{{#each ../列}}{{#each ../../词}}<p>{{this}}</p>{{/each}}{{/each}}{{/each}}';
  const words = (count: number): string => {
    const many = Array.from({ length: count }, (_, i) => `甲${i}`);
    return `词: [${many.join(', ')}]\n列: [${many.map((name) => `{ 名称: ${name} }`).join(', ')}]\n`;
  };

  test('is stopped, at the record’s form', () => {
    expect(saidBy(expanded({ template: table(inCell(content)), record: words(100) }))).toMatchObject([
      { code: 'F010', at: { file: FILE, start: 3, end: 5 } },
    ]);
  });

  test('is let pass while it is small', () => {
    expect(saidBy(expanded({ template: table(inCell(content)), record: words(20) }))).toEqual([]);
  });
});
