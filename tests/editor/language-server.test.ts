import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyFormSchemaText, writeSkeleton } from '../../src/author/index.ts';
import { andThen, codes, placeAt } from '../../src/base/index.ts';
import { readRecord } from '../../src/record/index.ts';
import { parseSource } from '../../src/source/index.ts';
import { root } from '../support/bundle.ts';
import { mustBeFilled } from '../support/fill-in.ts';
import { realPress } from '../support/real-world.ts';
import { type Editor, type Mark, openEditor, type Position } from './editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor();
});
afterAll(() => editor.close());

const form = '大朗镇部门整体预算绩效目标表';
const daLang = 'data/大朗镇/公共服务办公室-2024.yaml';
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A record with the line that leads an editor to the schema of its form, as `biaoli new` writes it. */
const withSchema = (text: string): string => {
  const id = /^表: (.*)$/m.exec(text)?.[1] ?? '';
  return `# yaml-language-server: $schema=../../templates/${id}/schema.json\n${text}`;
};

let opened = 0;
/** Opens a text beside the real records; gives back its path and what is marked in it. */
async function open(text: string): Promise<{ readonly file: string; readonly marks: readonly Mark[] }> {
  opened += 1;
  const file = join(root, `data/大朗镇/未保存${opened}.yaml`);
  return { file, marks: await editor.open(file, text) };
}

/** The text without its `|`, and where that stood. */
function cut(text: string): { readonly text: string; readonly at: Position } {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return {
    text: text.replace('|', ''),
    at: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

const head = `表: ${form}\n年度: 2024\n`;
const proposalsAt = async (body: string) => {
  const { text, at } = cut(withSchema(head + body));
  const { file } = await open(text);
  return editor.complete(file, at);
};
const hoverAt = async (body: string) => {
  const { text, at } = cut(withSchema(head + body));
  const { file } = await open(text);
  return editor.hover(file, at);
};

/** Marks as `line: message`, lines counted as in the record without its first line. */
const told = (marks: readonly Mark[]): string[] => marks.map(({ range, message }) => `${range.start.line}: ${message}`);

const { shelf } = realPress();
const forms = shelf.editions().flatMap(({ blueprint }) => (blueprint.ok ? [blueprint.value] : []));

const byPlace = ({ range: { start: a } }: Mark, { range: { start: b } }: Mark): number =>
  a.line - b.line || a.character - b.character;

describe.concurrent('the language server, with the schema of a form', () => {
  test('marks nothing in the real records', async () => {
    const files = readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' });
    const records = files.filter((file) => file.endsWith('.yaml')).map((file) => `data/${file}`);
    expect(records.length).toBeGreaterThanOrEqual(5);
    const found = await Promise.all(records.map(async (file) => [file, (await open(withSchema(textOf(file)))).marks]));
    expect(found).toEqual(records.map((file) => [file, []]));
  });

  test('marks in a new record only what must be filled in', async () => {
    for (const blueprint of forms) {
      const skeleton = writeSkeleton(blueprint, `../../templates/${blueprint.id}/schema.json`);
      const { marks } = await open(skeleton);
      expect(marks.map(({ message }) => message)).toEqual(mustBeFilled(blueprint).map((name) => `“${name}”不能空着。`));
    }
  });

  test('proposes the keys that are missing, with what is to be written, and not those that are there', async () => {
    const found = await proposalsAt('部门名称: 某局\n|');
    expect(found.map(({ label }) => label)).toEqual([
      '基本信息',
      '预算整体情况',
      '总体绩效目标',
      '年度重点工作任务',
      '其他需完成的任务',
      '绩效指标',
      '接受',
      '排版',
    ]);
    expect(found.find(({ label }) => label === '总体绩效目标')).toMatchObject({
      documentation: expect.stringMatching(/^一段或几段文字；可留空；例：/u) as string,
      textEdit: { newText: '总体绩效目标: ' },
    });
    expect(found.find(({ label }) => label === '预算整体情况')?.textEdit?.newText).toBe('预算整体情况:\n  ');
  });

  test('proposes the members of a group, one by one and all at once', async () => {
    const found = await proposalsAt('预算整体情况:\n  收入来源:\n    |\n');
    expect(found.map(({ label, textEdit }) => [label, textEdit?.newText])).toEqual([
      ['收入来源：各项一起写', '财政拨款: $1\n其他资金: $2'],
      ['财政拨款', '财政拨款: '],
      ['其他资金', '其他资金: '],
      ['接受', '接受:\n  '],
    ]);
  });

  test('proposes the names of the taxonomy, and a whole row below them', async () => {
    const names = await proposalsAt('绩效指标:\n  产出指标:\n    数量指标: []\n    |\n');
    expect(names.map(({ label }) => label)).toEqual(expect.arrayContaining(['质量指标', '时效指标', '成本指标']));
    expect(names.map(({ label }) => label)).not.toContain('社会效益指标');
    const rows = await proposalsAt('绩效指标:\n  产出指标:\n    数量指标:\n      - |\n');
    expect(rows[0]).toMatchObject({
      label: '绩效指标的一条：各项一起写',
      textEdit: { newText: '三级指标: $1\n  实施周期指标值: $2\n  年度指标值: $3' },
    });
  });

  test('proposes an example as a value, and neither true nor null', async () => {
    const found = await proposalsAt('基本信息:\n  财政供养人员数: |\n');
    expect(found.map(({ label }) => label)).toEqual(['43']);
    expect((await proposalsAt('部门名称: |\n')).map(({ label }) => label)).toEqual(['某某区民政局']);
  });

  test('proposes the rules whose warnings may be accepted, and wants a reason', async () => {
    const rules = await proposalsAt('接受:\n  |\n');
    expect(rules.find(({ label }) => label === 'V5')).toMatchObject({
      documentation: `${codes.V5}。`,
      textEdit: { newText: 'V5: ' },
    });
    const { marks } = await open(
      withSchema(textOf(daLang).replace('年度: 2024\n', '年度: 2024\n接受: { 年度 I1: }\n')),
    );
    expect(told(marks)).toEqual([expect.stringContaining('写上原因。') as string]);
  });

  test('shows what a key is beside it', async () => {
    const shown = await hoverAt('预算整体情况:\n  收入来源: { 财政拨|款: 12 }\n');
    expect(shown).toContain('#### 财政拨款');
    expect(shown).toContain('金额（万元）；可留空；例：5300.5。');
  });

  test('marks wrong keys, wrong values and what is missing, each at its line and in Chinese', async () => {
    const { marks } = await open(
      withSchema(
        `${head}部门名称:
基本信息:
  财政供养人员数: 4.5
  下属二级单位数: 三
预算整体情况:
  部门预算支出: { 基本支出: 840万, 项目支出: -1, 其它: 1 }
  收入来源:
    财政拨款: 1,2
  事业发展性支出: 无
  按预算级次划分: { 市本级使用资金: , 拟用于对下转移支付资金: 3,109.75 }
总体绩效目标: [甲]
年度重点工作任务: 甲
绩效指标:
  产出指标:
    社会效益指标: []
    数量指标: 甲
    质量指标:
      - { 三级指标: 甲, 年度指标值: ≥90% }
`,
      ),
    );
    expect(told(marks.toSorted(byPlace))).toEqual([
      '3: “部门名称”不能空着。',
      '5: “财政供养人员数”应是不小于 0 的整数，只写数字，例如 43。',
      '6: “下属二级单位数”应是不小于 0 的整数，只写数字，例如 0。',
      '8: “基本支出”应是数字（万元），只写数字，例如 320.5。',
      '8: “项目支出”不能是负数。',
      '8: “部门预算支出”里写“名称: 内容”，可以写的有：基本支出、项目支出。',
      '9: 缺“其他资金”：加上“其他资金:”。',
      '10: “财政拨款”应是数字（万元），只写数字，例如 5300.5。',
      '11: “事业发展性支出”里写“名称: 内容”，可以写的有：财政专项资金、其他事业发展性支出。',
      '13: “总体绩效目标”应是一段文字，写在冒号后面；有几段就写“|”，下面每行一段。',
      '14: “年度重点工作任务”是一列：下面每项另起一行，以“- ”开头。',
      '17: 这里可以写的名称：数量指标、质量指标、时效指标、成本指标。',
      '18: “数量指标”下面每条另起一行，以“- ”开头；一条也没有就写 []。',
      '20: 缺“实施周期指标值”：加上“实施周期指标值:”。',
    ]);
  });

  test('marks a year that the form does not serve, and a record of another form', async () => {
    const year = await open(withSchema(textOf(daLang).replace('年度: 2024', '年度: 2023')));
    expect(told(year.marks)).toEqual([expect.stringContaining('“年度”应是这张表适用的年度：2024。') as string]);
    const other = await open(withSchema(textOf(daLang)).replace(`表: ${form}`, '表: 大朗表'));
    expect(told(other.marks)).toEqual([expect.stringContaining(`“表”后面写表的名称：${form}。`) as string]);
  });

  /** The lines at which reading finds a fault of a record. */
  const checkedLines = (text: string): number[] => {
    const read = andThen(parseSource('a.yaml', text), (source) => readRecord(source, shelf));
    return read.ok ? [] : read.problems.map(({ at }) => placeAt(text, at.start).line);
  };
  test('marks every line that check names', async () => {
    const slips = [
      ['基本支出: 81.5', '基本支出: 81.5万元'],
      ['基本支出: 81.5', '基本支出: 是'],
      ['基本支出: 81.5', '基本支岀: 81.5'],
      ['    项目支出: 142\n', ''],
      ['下属二级单位数: 0', '下属二级单位数: 0.5'],
      ['部门名称: 东莞市大朗镇公共服务办公室', '部门名称: ""'],
      ['年度: 2024\n', ''],
      ['    经济效益指标: []', '    经济效益指标: 无'],
      ['    成本指标:', '    经济成本指标:'],
      ['  效益指标:', '  成效指标:'],
      ['    拟投入的资金: 7900000\n', ''],
      ['其他需完成的任务:', '其他任务:'],
    ] as const;
    const tried = slips.map(async ([right, wrong]) => {
      const text = textOf(daLang).replace(right, wrong);
      const lines = checkedLines(text);
      expect(lines).not.toEqual([]);
      const { marks } = await open(withSchema(text));
      // The server counts from 0, and the line with the schema stands above.
      const marked = new Set(marks.map(({ range }) => range.start.line));
      return { wrong, unmarked: lines.filter((line) => !marked.has(line)) };
    });
    expect(await Promise.all(tried)).toEqual(slips.map(([, wrong]) => ({ wrong, unmarked: [] })));
  });

  test('finds the schema from any folder, by a path or a URL', async () => {
    const schema = join(root, `templates/${form}/schema.json`);
    for (const reference of [relative(join(root, 'tests/editor'), schema), pathToFileURL(schema).href]) {
      const file = join(root, `tests/editor/未保存${reference.length}.yaml`);
      const text = `# yaml-language-server: $schema=${reference}\n表: ${form}\n年度: 二〇二四\n`;
      expect(told(await editor.open(file, text))).toContain('2: “年度”应是这张表适用的年度：2024。');
    }
  });

  test('chooses the form by 表 where one schema serves all', async ({ onTestFinished }) => {
    const folder = mkdtempSync(join(tmpdir(), 'biaoli-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'schema.json');
    writeFileSync(file, anyFormSchemaText(forms));
    const line = `# yaml-language-server: $schema=${pathToFileURL(file).href}\n`;
    expect((await open(line + textOf(daLang))).marks).toEqual([]);
    expect((await open(line + textOf('data/渚源县/民政局-2024.yaml'))).marks).toEqual([]);
    const { text, at } = cut(`${line}表: 福田区部门整体支出绩效目标表\n|\n`);
    const proposed = await editor.complete((await open(text)).file, at);
    expect(proposed.map(({ label }) => label)).toEqual(expect.arrayContaining(['年度主要任务', '金额合计']));
    expect(proposed.map(({ label }) => label)).not.toContain('预算整体情况');
  });
});
