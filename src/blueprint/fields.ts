import type { Span } from '../base/index.ts';
import { entry, type Mapping, type Node, type Scalar } from '../source/index.ts';
import { yearPattern } from './editions.ts';
import { withoutIndented } from './indented.ts';
import { notInherited, takesAway } from './inherit.ts';
import { withInnerSums } from './inner-sums.ts';
import { adviseOneOf, adviseWord, hasSlipOf } from './nearest.ts';
import { readPrint } from './print.ts';
import { type Reading, seenAt } from './reading.ts';
import { resolveSame } from './same.ts';
import { settingsOf } from './shorthand.ts';
import { withGroupsSpelledOut } from './sum-groups.ts';
import { handedDown, readSumPaths } from './sum-paths.ts';
import { isComputed } from './sum-scopes.ts';
import { checkSums } from './sums.ts';
import type { AmountPrint, Field, GroupField, SumPath, Taxonomy } from './types.ts';
import { words } from './vocabulary.ts';

const w = words.field;
const kindOf = new Map(Object.entries(words.fieldTypes).map(([kind, word]) => [word as string, kind as Field['kind']]));
const kindNames = [...kindOf.keys()];
const common = [w.type, w.required, w.mayBeBlank, w.example, w.note, w.same];
const keysOf: Readonly<Record<Field['kind'], readonly string[]>> = {
  text: [],
  prose: [],
  year: [],
  count: [],
  target: [],
  amount: [w.unit, w.print, w.mayBeNegative, w.sumOf, w.blankIsNought],
  group: [w.fields, w.unit, w.print, w.sumOf, w.blankIsNought],
  list: [w.fields, w.item, w.unit, w.print, w.whenEmpty, w.numbered],
  tree: [w.taxonomy, w.columns, w.numbered],
};

/** What a field inherits from the fields around it. */
type Inherited = {
  readonly unit: string;
  readonly print: AmountPrint | null;
  readonly sumOf: readonly SumPath[] | null;
  readonly blankIsNought: boolean;
};

/** The field that others stand in: where it is named, and what they inherit from it. */
type Above = { readonly key: Scalar; readonly inherited: Inherited };

/** What fields are read with; `seen` counts them. */
type FieldReading = Reading & { readonly taxonomies: ReadonlyMap<string, Taxonomy>; seen: number };

/** A field that is the same as one that holds another that is the same … doubles at each level. */
const MOST_FIELDS = 2000;

/** Reads 字段 of a form.yaml into fields. */
export function readFields(form: Mapping, taxonomies: ReadonlyMap<string, Taxonomy>, reading: Reading): GroupField {
  const map = reading.group(form, words.form.fields);
  if (entry(form, words.form.fields) === undefined) {
    // What the form prints and checks is not looked for: it would not be found.
    reading.unread.add(words.form.fields);
    if (!hasSlipOf(words.form.fields, keysIn(form), Object.values(words.form)))
      reading.report('B002', seenAt(form, words.form.fields), '没有“字段”', '写上“字段:”，下面列出各个字段。');
  }
  const below: FieldReading = { ...reading, taxonomies, seen: 0 };
  const fields = map ? readMembers(map, { unit: '', print: null, sumOf: null, blankIsNought: false }, below) : [];
  const reservedAtTop: Readonly<Record<string, string>> = {
    [words.form.id]: '写表的名称',
    [words.record.layout]: '说怎么排版',
  };
  for (const { name, at } of fields) {
    const use = Object.hasOwn(reservedAtTop, name) ? reservedAtTop[name] : undefined;
    if (use) reading.report('B004', at, `字段不能叫“${name}”`, `数据里用它${use}；换一个名称。`);
  }
  const typed: GroupField = { ...blankBase('', map?.span ?? form.span), required: true, kind: 'group', fields };
  return withInnerSums(checkSums(withGroupsSpelledOut(typed), reading));
}

const keysIn = ({ entries }: Mapping): readonly string[] => entries.map(({ key }) => key.text);

function readMembers(members: Mapping, inherited: Inherited, reading: FieldReading): Field[] {
  return withoutIndented(members, reading).flatMap((one) => {
    const { key, value } = one;
    reading.seen += 1;
    if (reading.seen === MOST_FIELDS)
      reading.report('B004', key.span, `字段超过 ${MOST_FIELDS} 个`, `减少字段；看看“${w.same}”是不是一层套一层。`);
    if (reading.seen >= MOST_FIELDS) return [];
    if (takesAway(one)) {
      const advice = '核对名称；沿用的表里没有的，不用写。';
      reading.report('B005', key.span, notInherited(key.text), advice);
      return [];
    }
    if (key.text === words.record.accept) {
      const advice = '数据里每一组都用它写接受的警告；换一个名称。';
      reading.report('B004', key.span, `字段不能叫“${key.text}”`, advice);
      return [];
    }
    const settings = settingsFor(key, value, reading);
    const resolved = settings && resolveSame(settings, members, reading);
    const field = resolved && readField(key, key.text, { settings: resolved, inherited }, reading);
    if (field === null) reading.unread.add(key.text);
    return field ?? [];
  });
}

function settingsFor(key: Scalar, value: Node, reading: Reading): Mapping | null {
  const settings = settingsOf(value);
  if (settings === null) {
    reading.report('B004', value.span, `“${key.text}”应写类型，不能是一列`, '写成“类型: 文字”这样。');
  }
  return settings;
}

/** `key` is where the field is named, `name` what records call it. */
function readField(
  key: Scalar,
  name: string,
  { settings, inherited }: { readonly settings: Mapping; readonly inherited: Inherited },
  reading: FieldReading,
): Field | null {
  const typed = reading.scalar(settings, w.type);
  if (typed === null) {
    const unreadable = (entry(settings, w.type)?.value.kind ?? 'scalar') !== 'scalar';
    if (!unreadable) reading.report('B002', key.span, `“${key.text}”没有写类型`, adviseWord('', kindNames));
    return null;
  }
  const kind = kindOf.get(typed.text);
  if (kind === undefined) {
    reading.report('B004', typed.span, `没有“${typed.text}”这种类型`, adviseOneOf(typed.text, kindNames));
    return null;
  }
  const columns = kind === 'tree' && !entry(settings, w.columns) ? entry(settings, w.fields) : undefined;
  if (columns !== undefined) {
    const advice = `把“${w.fields}:”改成“${w.columns}:”。`;
    reading.report('B003', columns.key.span, `${typed.text}的各列写在“${w.columns}”里`, advice);
    return null;
  }
  reading.onlyKeys(settings, [...common, ...keysOf[kind]], `类型为“${typed.text}”的字段`);
  const base = {
    name,
    required: reading.flag(settings, w.required, false),
    mayBeBlank: reading.flag(settings, w.mayBeBlank, true),
    example: reading.scalar(settings, w.example)?.text ?? '',
    note: reading.scalar(settings, w.note)?.text ?? '',
    at: key.span,
  };
  const passed: Inherited = {
    unit: reading.scalar(settings, w.unit)?.text ?? inherited.unit,
    print: readPrint(settings, w.print, reading) ?? inherited.print,
    sumOf: readSumPaths(settings, reading) ?? (inherited.sumOf && handedDown(inherited.sumOf, name, key.span)),
    blankIsNought: reading.flag(settings, w.blankIsNought, inherited.blankIsNought),
  };
  checkExample(kind, reading.scalar(settings, w.example), reading);
  const numbered = readNumbered(settings, reading);
  switch (kind) {
    case 'amount':
      if (passed.sumOf === null) tellIdleBlanks(settings, reading);
      return {
        ...base,
        kind,
        ...passed,
        mayBeNegative: reading.flag(settings, w.mayBeNegative, false),
        isInner: false,
        ...(passed.sumOf === null ? {} : unasked),
      };
    case 'group': {
      const group = { ...base, kind, fields: readBelow(settings, w.fields, { key, inherited: passed }, reading) };
      return isComputed(group) ? { ...group, ...unasked } : group;
    }
    case 'list': {
      const choices = { [words.whenEmpty.row]: 'row', [words.whenEmpty.nothing]: 'nothing' } as const;
      const whenEmpty = reading.choice<'row' | 'nothing'>(settings, w.whenEmpty, choices, 'nothing');
      const item = readItem(settings, { key, inherited: passed }, reading);
      return item && { ...base, kind, item, whenEmpty, numbered };
    }
    case 'tree': {
      const taxonomy = readTaxonomyName(settings, key.span, reading);
      const row = readColumns(settings, { key, inherited: passed }, reading);
      return taxonomy && { ...base, kind, taxonomy, row, numbered };
    }
    default:
      return { ...base, kind };
  }
}

/** Nobody is asked for what the program works out, whatever the form says of it. */
const unasked = { required: false, mayBeBlank: true } as const;

/** Only a sum has terms that may be blank. */
function tellIdleBlanks(settings: Mapping, reading: Reading): void {
  const idle = entry(settings, w.blankIsNought);
  if (idle === undefined) return;
  const advice = `删去“${w.blankIsNought}”，或者写上“${w.sumOf}”。`;
  reading.report('B004', idle.key.span, `“${w.blankIsNought}”只用在求和的金额上`, advice);
}

function readNumbered(settings: Mapping, reading: Reading): string | null {
  const word = reading.scalar(settings, w.numbered);
  if (word !== null && (word.text === words.yes || word.text === words.no)) {
    const advice = `写编号前面的词，例如“${w.numbered}: 目标”；表不印编号就删去这一项。`;
    reading.report('B004', word.span, `“${w.numbered}”应是一个词，这里写的是“${word.text}”`, advice);
  }
  return word?.text ?? null;
}

/** The fields listed under `word` in the settings of a field. */
function readBelow(settings: Mapping, word: string, { key, inherited }: Above, reading: FieldReading): Field[] {
  const members = reading.group(settings, word);
  if (members !== null && members.entries.length > 0) return readMembers(members, inherited, reading);
  reading.unread.add(key.text);
  const advice = `在“${word}:”下面列出至少一个字段。`;
  if (members !== null) reading.report('B002', seenAt(settings, word), `“${word}”下面是空的`, advice);
  else if (!entry(settings, word)) reading.report('B002', key.span, `“${key.text}”缺“${word}”`, advice);
  return [];
}

function readItem(settings: Mapping, above: Above, reading: FieldReading): Field | null {
  const each = entry(settings, w.item);
  if (each === undefined) {
    const fields = readBelow(settings, w.fields, above, reading);
    return { ...blankBase('', above.key.span), kind: 'group', fields };
  }
  const both = entry(settings, w.fields);
  if (both) {
    const advice = `每项是一组就只写“${w.fields}”，是一个值就只写“${w.item}”。`;
    reading.report('B004', both.key.span, `“${w.fields}”和“${w.item}”只能写一个`, advice);
  }
  const own = settingsFor(each.key, each.value, reading);
  return own && readField(each.key, '', { settings: own, inherited: above.inherited }, reading);
}

/** A template sees the columns by name and all but the first as a list: they are single values. */
function readColumns(settings: Mapping, above: Above, reading: FieldReading): GroupField {
  const fields = readBelow(settings, w.columns, above, reading);
  for (const { kind, name, at } of fields) {
    if (kind === 'group' || kind === 'list' || kind === 'tree') {
      reading.report('B004', at, `列“${name}”只能是一个值`, `不能用类型“${words.fieldTypes[kind]}”。`);
    }
    if (name === words.view.values) reading.report('B004', at, `列不能叫“${name}”`, '模板里用它指各个值；换一个名称。');
  }
  return { ...blankBase('', above.key.span), kind: 'group', fields };
}

function readTaxonomyName(settings: Mapping, at: Span, reading: FieldReading): Taxonomy | null {
  const name = reading.scalar(settings, w.taxonomy);
  const names = [...reading.taxonomies.keys()];
  if (name === null) {
    reading.report('B002', at, `缺“${w.taxonomy}”`, `写成“${w.taxonomy}: 名称”，${adviseWord('', names)}`);
    return null;
  }
  const taxonomy = reading.taxonomies.get(name.text) ?? null;
  if (!taxonomy) {
    reading.report('B004', name.span, `没有“${name.text}”这个体系`, adviseWord(name.text, names));
  }
  return taxonomy;
}

/** What an example of a field is like that holds a number; authors copy it. */
const exampleOf: Partial<
  Record<Field['kind'], { readonly pattern: RegExp; readonly wanted: string; readonly such: string }>
> = {
  amount: { pattern: /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/, wanted: '数字，不带单位', such: "'81.5'" },
  count: { pattern: /^\d+$/, wanted: '整数，不带单位', such: "'43'" },
  year: { pattern: yearPattern, wanted: '四位年份', such: "'2025'" },
};

function checkExample(kind: Field['kind'], example: Scalar | null, reading: Reading): void {
  const rule = exampleOf[kind];
  if (rule === undefined || example === null || rule.pattern.test(example.text)) return;
  const message = `“${w.example}”应是${rule.wanted}，这里写的是“${example.text}”`;
  reading.report('B004', example.span, message, `写成“${w.example}: ${rule.such}”这样：填表的人照着它填。`);
}

const blankBase = (name: string, at: Span) => ({ name, required: false, mayBeBlank: true, example: '', note: '', at });
