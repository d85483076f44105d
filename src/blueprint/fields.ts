import type { Span } from '../base/index.ts';
import { entry, type Mapping, type Node, type Scalar } from '../source/index.ts';
import { inherit } from './inherit.ts';
import { adviseWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import type { AmountPrint, Field, GroupField, Taxonomy } from './types.ts';
import { words } from './vocabulary.ts';

const w = words.field;
const kindOf = new Map(Object.entries(words.fieldTypes).map(([kind, word]) => [word as string, kind as Field['kind']]));
const common = [w.type, w.required, w.mayBeBlank, w.example, w.note, w.same];
const keysOf: Readonly<Record<Field['kind'], readonly string[]>> = {
  text: [],
  prose: [],
  year: [],
  count: [],
  target: [],
  amount: [w.unit, w.print, w.mayBeNegative, w.sumOf],
  group: [w.fields, w.unit, w.print, w.sumOf],
  list: [w.fields, w.item, w.unit, w.print, w.whenEmpty],
  tree: [w.taxonomy, w.columns],
};

/** What a field inherits from the fields around it. */
type Inherited = {
  readonly unit: string;
  readonly print: AmountPrint | null;
  readonly sumOf: readonly string[] | null;
};

/** Reads 字段 of a form.yaml into fields. */
export function readFields(form: Mapping, taxonomies: ReadonlyMap<string, Taxonomy>, reading: Reading): GroupField {
  const map = reading.group(form, words.form.fields);
  if (map === null) reading.report('B002', form.span, '没有“字段”', '写上“字段:”，下面列出各个字段。');
  const top: Inherited = { unit: '', print: null, sumOf: null };
  const fields = map ? readMembers(map, top) : [];
  return { ...blankBase('', map?.span ?? form.span), required: true, kind: 'group', fields };

  function readMembers(members: Mapping, inherited: Inherited): Field[] {
    return members.entries.flatMap(({ key, value }) => {
      const field = readField(key, resolveSame(value, members), inherited);
      return field ? [field] : [];
    });
  }

  function resolveSame(value: Node, siblings: Mapping): Node {
    if (value.kind !== 'map') return value;
    const same = reading.scalar(value, w.same);
    if (same === null) return value;
    const sibling = entry(siblings, same.text)?.value;
    if (sibling?.kind === 'map' && entry(sibling, w.same) === undefined) {
      const own = value.entries.filter(({ key }) => key.text !== w.same);
      return inherit(sibling, { ...value, entries: own });
    }
    const names = siblings.entries.filter(({ value: other }) => other !== value).map(({ key }) => key.text);
    reading.report('B005', same.span, `旁边没有可以照用的字段“${same.text}”`, adviseWord(same.text, names));
    return value;
  }

  function readField(key: Scalar, value: Node, inherited: Inherited): Field | null {
    if (value.kind === 'list') {
      reading.report('B004', value.span, `字段“${key.text}”应写类型，不能是一列`, '写成“类型: 文字”这样。');
      return null;
    }
    const map = value.kind === 'map' ? value : null;
    const typed = map ? reading.scalar(map, w.type) : (value as Scalar);
    if (typed === null || typed.blank) {
      reading.report('B002', key.span, `字段“${key.text}”没有写类型`, adviseWord('', [...kindOf.keys()]));
      return null;
    }
    const kind = kindOf.get(typed.text);
    if (kind === undefined) {
      reading.report('B004', typed.span, `没有“${typed.text}”这种类型`, adviseWord(typed.text, [...kindOf.keys()]));
      return null;
    }
    const own = map ?? { kind: 'map' as const, entries: [], span: value.span };
    reading.onlyKeys(own, [...common, ...keysOf[kind]], `类型为“${typed.text}”的字段`);
    const base = {
      name: key.text,
      required: reading.flag(own, w.required, false),
      mayBeBlank: reading.flag(own, w.mayBeBlank, true),
      example: reading.scalar(own, w.example)?.text ?? '',
      note: reading.scalar(own, w.note)?.text ?? '',
      at: key.span,
    };
    const passed: Inherited = {
      unit: reading.scalar(own, w.unit)?.text ?? inherited.unit,
      print: readPrint(own) ?? inherited.print,
      sumOf: reading.scalar(own, w.sumOf)?.text.split('.') ?? inherited.sumOf?.concat(key.text) ?? null,
    };
    switch (kind) {
      case 'amount':
        return { ...base, kind, ...passed, mayBeNegative: reading.flag(own, w.mayBeNegative, false) };
      case 'group':
        return { ...base, kind, fields: membersOf(own, w.fields, base.at, passed) };
      case 'list': {
        const choices = { [words.whenEmpty.row]: 'row', [words.whenEmpty.nothing]: 'nothing' } as const;
        const whenEmpty = reading.choice<'row' | 'nothing'>(own, w.whenEmpty, choices, 'nothing');
        const item = readItem(own, base.at, passed);
        return item && { ...base, kind, item, whenEmpty };
      }
      case 'tree': {
        const taxonomy = readTaxonomyName(own, base.at);
        const row = {
          ...blankBase('', base.at),
          kind: 'group' as const,
          fields: membersOf(own, w.columns, base.at, passed),
        };
        return taxonomy && { ...base, kind, taxonomy, row };
      }
      default:
        return { ...base, kind };
    }
  }

  function membersOf(own: Mapping, key: string, at: Span, inherited: Inherited): Field[] {
    const members = reading.group(own, key);
    if (members !== null && members.entries.length > 0) return readMembers(members, inherited);
    reading.report('B002', at, `缺“${key}”，或它下面是空的`, `在“${key}:”下面列出至少一个字段。`);
    return [];
  }

  function readItem(own: Mapping, at: Span, inherited: Inherited): Field | null {
    const each = entry(own, w.item);
    if (each) return readField({ ...each.key, text: '' }, each.value, inherited);
    return { ...blankBase('', at), kind: 'group', fields: membersOf(own, w.fields, at, inherited) };
  }

  function readPrint(own: Mapping): AmountPrint | null {
    const map = reading.group(own, w.print);
    if (map === null) return null;
    reading.onlyKeys(map, Object.values(words.print), `“${w.print}”`);
    const decimals = reading.scalar(map, words.print.decimals);
    if (decimals !== null && !/^[0-9]$/.test(decimals.text)) {
      reading.report('B004', decimals.span, '小数位数应是 0 到 9 的整数', '写成“小数: 2”这样。');
    }
    return { decimals: Number(decimals?.text ?? 0), group: reading.flag(map, words.print.group, false) };
  }

  function readTaxonomyName(own: Mapping, at: Span): Taxonomy | null {
    const name = reading.scalar(own, w.taxonomy);
    const taxonomy = name && taxonomies.get(name.text);
    if (taxonomy) return taxonomy;
    const message = name ? `没有“${name.text}”这个体系` : `缺“${w.taxonomy}”`;
    reading.report(
      name ? 'B004' : 'B002',
      name?.span ?? at,
      message,
      adviseWord(name?.text ?? '', [...taxonomies.keys()]),
    );
    return null;
  }
}

const blankBase = (name: string, at: Span) => ({ name, required: false, mayBeBlank: true, example: '', note: '', at });
