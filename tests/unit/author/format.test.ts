import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../../src/author/format/index.ts';
import { type Blueprint, findForm, openShelf } from '../../../src/blueprint/index.ts';
import { nodeWorld } from '../../../src/cli/disk/world.ts';
import { parseSource, type SourceFile } from '../../../src/source/index.ts';

const parsed = (text: string): SourceFile => {
  const outcome = parseSource('某.yaml', text);
  if (!outcome.ok) throw new Error(`${outcome.problems[0].message}\n${text}`);
  return outcome.value;
};

/** A text in the layout, without a form. */
const formatted = (text: string): string => formatSource(parsed(text), null);

const shelf = openShelf(nodeWorld(), ['templates'], ['fonts']);
if (!shelf.ok) throw new Error(shelf.problems[0].message);
const known = (text: string): Blueprint => {
  const form = findForm(parsed(text).root, shelf.value);
  if (!form?.ok) throw new Error('no form');
  return form.value;
};
const NAME = '大朗镇部门整体预算绩效目标表';
const ordered = (text: string): string => formatSource(parsed(text), known(text));

describe('layout', () => {
  it('indents each level by two columns, and list items below their key', () => {
    expect(formatted('甲:\n     乙: 1\n     丙:\n     - 一\n     -   丁: |\n            1\n            2\n')).toBe(
      '甲:\n  乙: 1\n  丙:\n    - 一\n    - 丁: |\n        1\n        2\n',
    );
  });

  it('ends lines with LF, drops blanks at their ends and the mark of a document, and ends with one line end', () => {
    expect(formatted('---\r\n甲: 1  \r\n\r\n\r\n\r\n乙:   二\r\n\r\n')).toBe('甲: 1\n\n乙: 二\n');
  });

  it('takes the CR of line ends out of block text and comments', () => {
    expect(formatted('# 头\r\n\r\n甲: |\r\n  一\r\n\r\n  二\r\n乙: 1 # 注\r\n')).toBe(
      '# 头\n\n甲: |\n  一\n\n  二\n乙: 1  # 注\n',
    );
  });

  it('keeps one empty line of several, and none at the top, behind a key or behind a dash', () => {
    expect(formatted('\n\n甲:\n\n  -\n\n    乙:\n\n      丙: |\n       1\n       2\n\n\n  - 丁\n')).toBe(
      '甲:\n  - 乙:\n      丙: |\n        1\n        2\n\n  - 丁\n',
    );
  });

  it('writes blank values as nothing, and empty collections in brackets', () => {
    expect(formatted("甲: ''\n乙: \"\"\n丙:\n丁: [ ]\n戊: {\n  }\n己:\n  -\n  - ''\n")).toBe(
      '甲:\n乙:\n丙:\n丁: []\n戊: {}\n己:\n  -\n  -\n',
    );
  });

  it('writes a lone paragraph on the line of its key, and several as block text', () => {
    expect(formatted('甲: |\n   一段。\n乙: |-\n   一。\n\n     二。\n丙: |+\n  #三\n')).toBe(
      "甲: 一段。\n乙: |\n  一。\n\n    二。\n丙: '#三'\n",
    );
  });

  it('says the indentation of block text whose first line begins with a blank', () => {
    const text = '甲: |2\n    一\n  二\n';
    expect(formatted(text)).toBe(text);
    expect(parsed(formatted(text)).root).toMatchObject({ entries: [{ value: { text: '  一\n二' } }] });
  });

  it('formats a record that is all in brackets', () => {
    expect(formatted('{ 甲: 1, 乙: [一, { 丙: 2 }] }')).toBe('甲: 1\n乙:\n  - 一\n  - { 丙: 2 }\n');
  });
});

describe('rows', () => {
  it('a mapping of texts in a list stands on one line, elsewhere it does not', () => {
    expect(formatted('甲: { 乙: 1 }\n丙:\n  - 丁: 1\n    戊: 2\n  - 己: { 庚: 1 }\n    辛: x\n')).toBe(
      '甲:\n  乙: 1\n丙:\n  - { 丁: 1, 戊: 2 }\n  - 己: { 庚: 1 }\n    辛: x\n',
    );
  });

  it('takes a line of its own for each key where a value is blank, long, needs quotes or has a comment', () => {
    const long = '长'.repeat(53);
    expect(formatted(`甲:\n  - { 乙: ${long} }\n  - { 乙: ${long}12 }\n  - { 乙: ${long}123 }\n`)).toBe(
      `甲:\n  - { 乙: ${long} }\n  - { 乙: ${long}12 }\n  - 乙: ${long}123\n`,
    );
    const apart = '甲:\n  - 乙:\n    丙: 1\n  - 乙: a, b\n    丙: 1\n  - 乙: 1  # 注\n    丙: 1\n';
    expect(formatted(apart)).toBe(apart);
    expect(formatted("甲:\n  - { 乙: 'a, b', 丙: '' }\n")).toBe('甲:\n  - 乙: a, b\n    丙:\n');
  });

  it('settings of the record stand on one line', () => {
    expect(formatted('排版:\n  fit: 2页\n')).toBe('排版: { fit: 2页 }\n');
  });
});

describe('quotes', () => {
  it.each([
    ['"2024"', '2024'],
    ["'≥90%'", '≥90%'],
    ["'0012'", '0012'],
    ["'a:b#c'", 'a:b#c'],
    ["'-5'", '-5'],
    ["'一,二'", '一,二'],
    ["'（注）“引”：'", '（注）“引”：'],
    ['"职能1: 社会救助"', "'职能1: 社会救助'"],
    ['"末尾:"', "'末尾:'"],
    ['"东莞 #1"', "'东莞 #1'"],
    ['"#1"', "'#1'"],
    ['"- 一"', "'- 一'"],
    ['"-"', "'-'"],
    ['"?"', "'?'"],
    ['"[1]"', "'[1]'"],
    ['"{x}"', "'{x}'"],
    ['"*1"', "'*1'"],
    ['"&a"', "'&a'"],
    ['"!是"', "'!是'"],
    ['">5%"', "'>5%'"],
    ['"|"', "'|'"],
    ['"%5"', "'%5'"],
    ['"@某"', "'@某'"],
    ['"`x`"', "'`x`'"],
    ['", 一"', "', 一'"],
    ['"---"', "'---'"],
    ['"..."', "'...'"],
    ['"true"', "'true'"],
    ['"No"', "'No'"],
    ['"~"', "'~'"],
    ['" 前"', "' 前'"],
    ['"后　"', "'后　'"],
    ["'''引'''", '"\'引\'"'],
    ["'''引''\"'", "'''引''\"'"],
    ['"\\"引\\""', '\'"引"\''],
    ["it's", "it's"],
  ])('%s is written %s', (typed, wanted) => {
    expect(formatted(`甲: ${typed}\n`)).toBe(`甲: ${wanted}\n`);
  });

  it('stand around keys as around values', () => {
    expect(formatted('"甲": 1\n"a: b": 2\n"<<": 3\n')).toBe("甲: 1\n'a: b': 2\n'<<': 3\n");
  });
});

describe('comments', () => {
  it('stay where they are in the five records: above, beside, between, at the head', () => {
    const text = readFileSync('data/福田区/民政局-2024.yaml', 'utf8');
    const after = ordered(text);
    expect(after.startsWith(text.slice(0, text.indexOf('\n\n')))).toBe(true);
    expect(after).toContain('  - 任务名称:  # 原件缺\n');
    expect(after).toContain('\n# 金额合计不写，由程序按各列求和；写了就核对\n年度总体目标: |\n');
  });

  it('keep the level that their indentation names', () => {
    const text =
      '甲:\n  - 乙:\n      - 丙\n      # 乙的末尾\n    # 一项的末尾\n  # 甲的末尾\n# 丁的上面\n丁: 1\n# 全文的末尾\n';
    expect(formatted(text)).toBe(text);
    expect(formatted('甲:\n     乙: 1\n     # 末尾\n\n# 上面\n丁: 1\n')).toBe(
      '甲:\n  乙: 1\n  # 末尾\n\n# 上面\n丁: 1\n',
    );
  });

  it('stay under a key whose value is blank', () => {
    expect(formatted('甲:\n    # 以后再填\n乙: 1\n丙:\n  # 完\n')).toBe('甲:\n  # 以后再填\n乙: 1\n丙:\n  # 完\n');
  });

  it('in brackets break the brackets up', () => {
    expect(formatted('甲: { 乙: 1, # 一\n  # 二\n  丙: 2 # 三\n  # 四\n  } # 五\n丁: [ # 六\n  ]\n')).toBe(
      '甲:  # 五\n  乙: 1  # 一\n  # 二\n  丙: 2  # 三\n  # 四\n丁: []  # 六\n',
    );
  });

  it('behind a dash or above the first key of an item stand above the item', () => {
    expect(formatted('甲:\n  - # 一\n    # 二\n    乙: 1\n    丙: []\n')).toBe(
      '甲:\n  # 一\n  # 二\n  - 乙: 1\n    丙: []\n',
    );
  });

  it('behind the bar of block text stay there', () => {
    expect(formatted('甲: | # 两段\n  一\n  二\n')).toBe('甲: |  # 两段\n  一\n  二\n');
  });

  it('that look like text in block text are text', () => {
    expect(formatted('甲: |\n  一\n  # 二\n')).toBe('甲: |\n  一\n  # 二\n');
  });

  it('go with their key when it moves; the head and the line for editors stay on top, the end at the end', () => {
    expect(
      ordered(
        `# yaml-language-server: $schema=x.json\n# 头\n\n# 名称\n部门名称: 某  # 全称\n\n# 年\n年度: 2024\n表: ${NAME}\n# 完\n`,
      ),
    ).toBe(
      `# yaml-language-server: $schema=x.json\n# 头\n\n表: ${NAME}\n\n# 年\n年度: 2024\n# 名称\n部门名称: 某  # 全称\n# 完\n`,
    );
  });
});

describe('order of keys', () => {
  it('is that of the form, on every level', () => {
    const text = `绩效指标:
  效益指标: []
  产出指标:
    数量指标:
      - { 年度指标值: 2, 三级指标: 甲, 实施周期指标值: 3 }
年度重点工作任务:
  - { 拟投入的资金: 1, 名称: 乙 }
部门名称: 某
表: ${NAME}
`;
    expect(ordered(text)).toBe(`表: ${NAME}
部门名称: 某
年度重点工作任务:
  - { 名称: 乙, 拟投入的资金: 1 }
绩效指标:
  效益指标: []
  产出指标:
    数量指标:
      - { 三级指标: 甲, 实施周期指标值: 3, 年度指标值: 2 }
`);
  });

  it('leaves unknown keys behind the one they follow; accepted warnings and settings come last', () => {
    expect(
      ordered(
        `未知一: 1\n排版: { fit: 2页 }\n接受: { T4: 原表如此 }\n部门名称: 某\n未知二: 2\n未知三: 3\n年度: 2024\n表: ${NAME}\n`,
      ),
    ).toBe(
      `表: ${NAME}\n未知一: 1\n年度: 2024\n部门名称: 某\n未知二: 2\n未知三: 3\n接受: { T4: 原表如此 }\n排版: { fit: 2页 }\n`,
    );
  });

  it('is left alone where nobody knows the form, and a file without a form is no record', () => {
    expect(formatted('乙: 1\n表: 没有\n甲: 2\n')).toBe('乙: 1\n表: 没有\n甲: 2\n');
    expect(findForm(parsed('乙: 1\n表:\n').root, shelf.value)).toBeNull();
    expect(findForm(parsed('- 表: x\n').root, shelf.value)).toBeNull();
    expect(findForm(parsed('表: 没有\n').root, shelf.value)).toMatchObject({ ok: false, problems: [{ code: 'B001' }] });
  });
});

describe('real records', () => {
  const files = readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

  it.each(files)('%s keeps all its texts and is in shape after the first time', (name) => {
    const text = readFileSync(`data/${name}`, 'utf8');
    const once = ordered(text);
    expect(ordered(once)).toBe(once);
    // Whatever the layout, the same words are there: only marks of YAML, blanks and line ends differ.
    const bare = (yaml: string): string => [...yaml.replace(/[\s{},"'-]/gu, '')].sort().join('');
    expect(bare(once)).toBe(bare(text));
  });
});
