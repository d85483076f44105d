import { readFileSync } from 'node:fs';
import { type Code, type Diagnostic, placeAt } from '../../../src/base/index.ts';
import { generalFindings } from '../../../src/record/checks/general.ts';
import { readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { commons, openedShelf, successOf, worldOf } from '../blueprint/support.ts';

/** The taxonomies, grades and lists of words that the installation has. */
const shared = Object.fromEntries(
  ['体系', '等级', '词表'].map((name) => {
    const file = `templates/共用/${name}.yaml`;
    return [file, readFileSync(file, 'utf8')];
  }),
);

const form = `表: 表一
字段:
  年度: { 类型: 年份 }
  单位名称: 文字
  说明: 段落
  目标: { 类型: 列表, 编号: 目标, 每项: 段落 }
  事项: { 类型: 列表, 编号: 事项, 字段: { 名: 文字, 人数: 个数 } }
  任务: { 类型: 列表, 单位: 万元, 字段: { 内容: 段落, 备注: 文字, 资金: { 类型: 组, 字段: { 总额: 金额, 拨款: 金额 } } } }
  奖项: { 类型: 列表, 单位: 万元, 字段: { 年份: 年份, 名: { 类型: 文字, 必填: 是 }, 人: { 类型: 组, 字段: { 姓: 文字, 奖金: 金额 } } } }
  工程: { 类型: 列表, 单位: 公里, 字段: { 内容: 段落, 长度: 金额 } }
  两栏:
    类型: 指标
    体系: '2015'
    编号: 指标
    列:
      名称: { 类型: 文字, 必填: 是 }
      实施周期值: { 类型: 指标值, 必填: 是 }
      年度值: { 类型: 指标值, 必填: 是 }
  一栏: { 类型: 指标, 体系: '2021', 列: { 名称: { 类型: 文字 }, 量: { 类型: 指标值 } } }
  带单位: { 类型: 指标, 体系: '2015', 列: { 名称: 文字, 计量单位: 文字, 上年值: 指标值, 量: { 类型: 指标值, 必填: 是 } } }
`;

const shelf = openedShelf(worldOf({ ...commons, ...shared, 'templates/表一/form.yaml': form }));

/** All findings of the general rules in a record of the form above. */
export function findingsIn(
  body: string,
  file = 'data/a.yaml',
): { readonly text: string; readonly all: readonly Diagnostic[] } {
  const text = `表: 表一\n${body}\n`;
  const record = successOf(readRecord(successOf(parseSource(file, text)), shelf));
  return { text, all: generalFindings(record, shelf.commons) };
}

/** The findings of one rule as `line:column level «what stands there» message → advice`. */
export function toldBy(code: Code, body: string, file?: string): string[] {
  const { text, all } = findingsIn(body, file);
  return all.filter((one) => one.code === code).map((one) => told(one, text));
}

function told({ at, severity, message, advice }: Diagnostic, text: string): string {
  const { line, column } = placeAt(text, at.start);
  return `${line}:${column} ${severity} «${text.slice(at.start, at.end)}» ${message} → ${advice}`;
}

/** One row of the form's tree with a single column of values, on line 5 of the record. */
export const row = (name: string, value: string, level = '数量指标'): string =>
  `一栏:\n  产出指标:\n    ${level}:\n      - { 名称: ${name}, 量: ${value} }`;

/** One row with a value for the period and one for the year. */
export const rowOfTwo = (name: string, period: string, year: string): string =>
  `两栏:\n  产出指标:\n    质量指标:\n      - { 名称: ${name}, 实施周期值: ${period}, 年度值: ${year} }`;
