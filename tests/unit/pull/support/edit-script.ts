import { isMap, isSeq, parseDocument, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Field, GroupField, ListField, ScalarField, TreeField } from '../../../../src/blueprint/index.ts';
import { coins } from './word-noise.ts';

/** The text of a record after random edits: another way of writing than the one under test, comments and layout lost. */
export function editedText(text: string, root: GroupField, seed: number): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  const coin = coins(seed);
  const top = document.contents;
  if (!isMap(top)) throw new Error('no record');
  const edit = editor(coin);
  for (let left = 1 + (coin() % 8); left > 0; left -= 1) edit.group(top, root);
  return document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'QUOTE_SINGLE' });
}

const pieces = [
  '甲乙',
  '丙丁戊',
  '已',
  '≥90%',
  '3.5万',
  '，',
  '、',
  '；',
  '“引”',
  ', ',
  ': ',
  ' #',
  "it's",
  '"x"',
  '{',
  '}',
  '[',
  '- ',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '<w:t>',
  '年',
  '（续）',
  'A b',
];

function editor(coin: () => number) {
  const words = (): string => {
    const text = Array.from({ length: 1 + (coin() % 4) }, () => pieces[coin() % pieces.length])
      .join('')
      .trim();
    return text === '' ? '甲' : text;
  };
  const valueFor = (field: ScalarField): string => {
    if (field.mayBeBlank && coin() % 6 === 0) return '';
    switch (field.kind) {
      case 'amount':
        return [String(coin()), `${coin() % 9000}.${coin() % 100}`, `${coin() % 900}.50`, '1,234,567.8', '0'][
          coin() % 5
        ] as string;
      case 'count':
        return String(coin() % 500);
      case 'year':
        return field.example;
      case 'prose':
        return Array.from({ length: 1 + (coin() % 3) }, words).join('\n');
      default:
        return coin() % 12 === 0 ? `${words()}\n${words()}` : words();
    }
  };
  const scalar = (text: string): Scalar => {
    const node = new Scalar(text);
    node.type = text.includes('\n') ? 'BLOCK_LITERAL' : 'QUOTE_SINGLE';
    return node;
  };
  const put = (map: YAMLMap, key: string, value: unknown): void => {
    map.flow = false;
    map.set(new Scalar(key), value);
  };
  const indexOf = (map: YAMLMap, key: string): number => map.items.findIndex((pair) => String(pair.key) === key);
  const valueAt = (map: YAMLMap, key: string): unknown => map.items[indexOf(map, key)]?.value;
  const replace = (map: YAMLMap, key: string, value: unknown): void => {
    map.flow = false;
    const pair = map.items[indexOf(map, key)];
    if (pair === undefined) put(map, key, value);
    else pair.value = value as never;
  };
  /** A sum is the program's, and so is a group of nothing but sums. */
  const isSum = (field: Field): boolean => {
    if (field.kind === 'group') return field.fields.every(isSum);
    return field.kind === 'amount' && field.sumOf !== null;
  };
  const fresh = (field: Field): unknown => {
    const { YAMLMap: Map_, YAMLSeq: Seq_ } = yaml;
    switch (field.kind) {
      case 'group': {
        const map = new Map_();
        for (const member of field.fields) if (!isSum(member)) put(map, member.name, fresh(member));
        return map;
      }
      case 'list': {
        const list = new Seq_();
        list.items = Array.from({ length: coin() % 3 }, () => fresh(field.item)) as never;
        return list;
      }
      case 'tree': {
        const map = new Map_();
        for (const [name, below] of field.taxonomy.levels) if (coin() % 2) put(map, name, freshName(field, below));
        return map;
      }
      default:
        return scalar(valueFor(field));
    }
  };
  const freshName = (field: TreeField, below: readonly string[]): unknown => {
    const { YAMLMap: Map_ } = yaml;
    if (below.length === 0 || coin() % 5 === 0) return rowsOf(field);
    const map = new Map_();
    for (const name of below) if (map.items.length === 0 || coin() % 2) put(map, name, rowsOf(field));
    return map;
  };
  const rowsOf = (field: TreeField): YAMLSeq => {
    const list = new yaml.YAMLSeq();
    list.items = Array.from({ length: coin() % 3 }, () => fresh(field.row)) as never;
    return list;
  };
  const items = (list: YAMLSeq, item: Field): void => {
    list.flow = false;
    const all = list.items;
    switch (all.length === 0 ? 0 : coin() % 5) {
      case 0:
        all.splice(coin() % (all.length + 1), 0, fresh(item) as never);
        break;
      case 1:
        all.splice(coin() % all.length, 1);
        break;
      case 2: {
        const [moved] = all.splice(coin() % all.length, 1);
        all.splice(coin() % (all.length + 1), 0, moved as never);
        break;
      }
      default: {
        const at = coin() % all.length;
        const one = all[at];
        if (item.kind === 'group' && isMap(one)) group(one, item);
        else all[at] = fresh(item) as never;
      }
    }
  };
  const group = (map: YAMLMap, { fields }: GroupField): void => {
    const field = fields[coin() % fields.length];
    if (field === undefined || isSum(field)) return;
    const value = valueAt(map, field.name);
    if (field.kind === 'group') {
      if (isMap(value)) group(value, field);
      else replace(map, field.name, fresh(field));
    } else if (field.kind === 'list') {
      if (isSeq(value)) items(value, (field as ListField).item);
      else replace(map, field.name, fresh(field));
    } else if (field.kind === 'tree') {
      if (isMap(value)) names(value, field);
      else replace(map, field.name, fresh(field));
    } else if (field.kind !== 'year') replace(map, field.name, scalar(valueFor(field)));
  };
  const names = (map: YAMLMap, field: TreeField, above: string | null = null): void => {
    map.flow = false;
    const own = (name: string): string => field.taxonomy.aliases.get(name) ?? name;
    const allowed = above === null ? [...field.taxonomy.levels.keys()] : (field.taxonomy.levels.get(own(above)) ?? []);
    const pair = map.items[coin() % Math.max(1, map.items.length)];
    const missing = allowed.filter((name) => indexOf(map, name) === -1);
    const deed = coin() % 8;
    if (pair === undefined || (deed === 0 && missing.length > 0)) {
      const name = missing[coin() % Math.max(1, missing.length)];
      if (name === undefined) return;
      const below = above === null ? (field.taxonomy.levels.get(name) ?? []) : [];
      put(map, name, above === null ? freshName(field, below) : rowsOf(field));
      return;
    }
    if (deed === 1) {
      // A name of level one without any below it would be none: it goes with the last of them.
      if (above === null || map.items.length > 1) map.items.splice(map.items.indexOf(pair), 1);
      return;
    }
    if (deed === 2) {
      map.items.splice(map.items.indexOf(pair), 1);
      map.items.splice(coin() % (map.items.length + 1), 0, pair);
      return;
    }
    if (isMap(pair.value)) names(pair.value, field, String(pair.key));
    else if (isSeq(pair.value)) items(pair.value, field.row);
    else pair.value = rowsOf(field) as never;
  };
  return { group };
}

import * as yaml from 'yaml';
