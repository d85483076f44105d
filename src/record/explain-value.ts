import {
  type Code,
  type Diagnostic,
  diagnostic,
  type Path,
  shortened,
  type Unseen,
  unseenIn,
  withoutUnseen,
} from '../base/index.ts';
import { type Field, type GroupField, yearPattern } from '../blueprint/index.ts';
import { type Node, placeOfPart, type Scalar } from '../source/index.ts';
import { amountDigits, explainAmount } from './explain-amount.ts';
import type { Found } from './field-at.ts';
import { fold } from './target/fold.ts';
import { saysNone } from './target/parse.ts';

type Wanted = { readonly code: Code; readonly wanted: string; readonly advice: string };

/** A text, a list or a group where the field wants another of them, or nothing where it wants something. */
export function explainKind(path: Path, found: Found, node: Node): Diagnostic {
  const name = nameOf(path);
  const blank = node.kind === 'scalar' && node.blank;
  const at = node.kind === 'scalar' && !blank ? node.span : found.at;
  const { code, wanted, advice: how } = wantedKind(path, found);
  const mayBeEmpty = found.field?.mayBeBlank !== false;
  const advice = code === 'R009' && mayBeEmpty && isNone(node) ? `没有就写“${lastKey(path)}: []”；有就${how}` : how;
  if (blank && found.field?.kind !== 'group') {
    return diagnostic({ code: 'R010', at, message: `${name}不能空着`, advice: fillIn(path, found) });
  }
  const seen = blank ? '这里空着' : { scalar: '这里是一段文字', list: '这里是一列', map: '这里是一组' }[node.kind];
  return diagnostic({ code, at, message: `${name}应是${wanted}，${seen}`, advice });
}

/** Whether an author says that there is nothing: 无, a dash, a nought, or empty braces. */
const isNone = (node: Node): boolean =>
  node.kind === 'map'
    ? node.entries.length === 0
    : node.kind === 'scalar' && (node.text === '0' || saysNone(fold(node.text)));

/** A text that does not mean what the field wants, or a list without items. */
export function explainValue(path: Path, found: Found, node: Node): Diagnostic {
  const { field, at } = found;
  if (node.kind !== 'scalar') {
    return diagnostic({ code: 'R010', at, message: `${nameOf(path)}不能空着`, advice: fillIn(path, found) });
  }
  const unseen = unseenIn(node.text);
  if (unseen !== null) return explainUnseen(nameOf(path), { node, unseen, field });
  const { code, wanted, advice } = wantedValue(node.text, field);
  const message = `${nameOf(path)}应是${wanted}，这里写的是“${shortened(node.text, 24)}”`;
  return diagnostic({ code, at: node.span, message, advice });
}

/** A number with a character in it that nobody sees, told at that character. */
function explainUnseen(
  name: string,
  { node, unseen, field }: { readonly node: Scalar; readonly unseen: Unseen; readonly field: Field | null },
): Diagnostic {
  const seen = withoutUnseen(node.text);
  const { code, wanted, advice } = wantedValue(seen, field);
  return diagnostic({
    code,
    at: placeOfPart(node, unseen),
    message: `${name}应是${wanted}，这里的“${shortened(seen, 24)}”里有看不见的字符 ${unseen.name}`,
    advice: `删掉它，整个值重新打一遍：${advice}`,
  });
}

function wantedKind(path: Path, { field, level, names }: Found): Wanted {
  const key = lastKey(path);
  const oneText = `写在“${key}:”的同一行`;
  switch (field?.kind) {
    case 'group':
      return { code: 'R008', wanted: '一组“名称: 内容”', advice: adviseGroup(path, field) };
    case 'tree':
      if (level > 0 && (level > 1 || names.length === 0)) return wantedList(key, field.row);
      return {
        code: 'R008',
        wanted: level === 0 ? '各个一级名称' : '各个二级名称，或一列',
        advice: `在“${key}:”下面缩进写名称，例如“${names[0]}:”，再往下每条以“- ”开头。`,
      };
    case 'list':
      return wantedList(key, field.item);
    case 'amount':
      return { code: 'R004', wanted: '一个数字', advice: `${oneText}，只写数字。` };
    case 'count':
      return { code: 'I2', wanted: '一个整数', advice: `${oneText}，只写数字。` };
    case 'year':
      return { code: 'R006', wanted: '一个年份', advice: `${oneText}，例如 2024。` };
    default:
      return { code: 'R007', wanted: '一段文字', advice: `${oneText}；有几段时用“|”，下面每行一段。` };
  }
}

const wantedList = (key: string, item: Field): Wanted => {
  const [first] = item.kind === 'group' ? membersOf(item) : [];
  const example = first === undefined ? '' : `，例如“- ${first}: ……”`;
  return { code: 'R009', wanted: '一列', advice: `在“${key}:”下面每项以“- ”开头${example}。` };
};

/** How to write a group, or an item of a list that is a group, with the members it must have. */
function adviseGroup(path: Path, group: GroupField): string {
  const [first, ...others] = membersOf(group).map((name) => `${name}: ……`);
  const rest = others.map((line) => `“${line}”`).join('');
  if (typeof path.at(-1) === 'number')
    return `写成“- ${first}”${rest && `，下面对齐写${rest}`}；没有这一项就删去这一行。`;
  const or = group.required ? '' : `；没有这一项就删去“${group.name}:”`;
  return `在下面缩进两格，逐行写“${first}”${rest}${or}。`;
}

/** The first few members of a group, those it must have if there are such. */
function membersOf({ fields }: GroupField): string[] {
  const required = fields.filter((field) => field.required);
  return (required.length > 0 ? required : fields).slice(0, 4).map(({ name }) => name);
}

/** The digits that a text means where a field wants a number; null where they cannot be known. */
export function digitsMeant(text: string, field: Field | null): string | null {
  if (field?.kind === 'amount') return amountDigits(text, field);
  const [first = '', ...more] = text.normalize('NFKC').match(/[\d.,-]+/g) ?? [];
  const digits = first.replace(/[.,]+$/, '');
  const pattern = field?.kind === 'year' ? yearPattern : /^\d+$/;
  return pattern.test(digits) && more.length === 0 ? digits : null;
}

function wantedValue(text: string, field: Field | null): Wanted {
  if (field?.kind === 'amount') return explainAmount(text, field);
  const digits = digitsMeant(text, field);
  if (field?.kind === 'year') {
    const advice = digits === null ? '写成 2024 这样，只写四位数字。' : `写成 ${digits}。`;
    return { code: 'R006', wanted: '四位年份', advice };
  }
  const advice = digits === null ? '只写数字，例如 43。' : `写成 ${digits}。`;
  return { code: 'I2', wanted: '不小于 0 的整数', advice };
}

const fillIn = (path: Path, { field }: Found): string => {
  if (field?.kind === 'list' || field?.kind === 'tree') return '至少写一项。';
  return typeof path.at(-1) === 'number' ? '在“- ”后面写上内容，或删去这一行。' : `在“${lastKey(path)}:”后面写上内容。`;
};

/** A value's name for people: its key, and for items of a list their number. */
function nameOf(path: Path): string {
  const key = path.findLastIndex((part) => typeof part === 'string');
  const numbers = path.slice(key + 1).map((part) => `第 ${Number(part) + 1} 项`);
  return `“${path[key] ?? ''}”${numbers.join('')}`;
}

const lastKey = (path: Path): string => String(path.findLast((part) => typeof part === 'string') ?? '');
