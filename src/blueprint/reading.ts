import { type Code, type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { entry, type Mapping, type Node, type Scalar, startOf } from '../source/index.ts';
import { adviseWord, nearestWord } from './nearest.ts';
import { words } from './vocabulary.ts';

/** Reads words out of a source tree and gathers every problem on the way. */
export type Reading = {
  readonly problems: Diagnostic[];
  /** Names of fields that are written with a fault: a path to one leads somewhere, if not to what can be read. */
  readonly unread: Set<string>;
  /** Reports a problem. */
  readonly report: (code: Code, at: Span, message: string, advice: string) => void;
  /** Reports every key that is not among the known ones. */
  readonly onlyKeys: (map: Mapping, known: readonly string[], where: string) => void;
  /** The map under a key; null where the key is missing or holds something else (reported). */
  readonly group: (map: Mapping, key: string) => Mapping | null;
  /** {@link group}, with every key reported that is not among the known ones; an empty one instead of null. */
  readonly section: (map: Mapping, key: string, known: readonly string[]) => Mapping;
  /** The scalar under a key; null where the key is missing, blank, or holds something else (reported). */
  readonly scalar: (map: Mapping, key: string) => Scalar | null;
  /** The scalars listed under a key: none where the key is missing, null where something else stands there (reported). */
  readonly listed: (map: Mapping, key: string) => Scalar[] | null;
  /** The scalar under a key, or those of a list; what else the list has should be `each`, as in `such` (reported). */
  readonly oneOrMore: (map: Mapping, key: string, said: { readonly each: string; readonly such: string }) => Scalar[];
  /** One of the given words, or the fallback. */
  readonly choice: <T>(map: Mapping, key: string, choices: Readonly<Record<string, T>>, fallback: T) => T;
  /** 是 or 否, or the fallback. */
  readonly flag: (map: Mapping, key: string, fallback: boolean) => boolean;
};

export function startReading(): Reading {
  const problems: Diagnostic[] = [];
  const told = new Set<string>();
  const report: Reading['report'] = (code, at, message, advice) => {
    // What a field says is read again for each field that is the same.
    const key = JSON.stringify([code, at, message]);
    if (told.has(key)) return;
    told.add(key);
    problems.push(diagnostic({ code, at, message, advice }));
  };
  const under = (from: Mapping, key: string): Node | undefined => entry(from, key)?.value;

  const reading: Reading = {
    problems,
    unread: new Set(),
    report,
    onlyKeys: (map, known, where) => {
      for (const { key } of map.entries) {
        if (known.includes(key.text)) continue;
        // A word that is there already is seldom the one that was meant.
        const free = known.filter((word) => entry(map, word) === undefined);
        const candidates = nearestWord(key.text, free) === null ? known : free;
        report('B003', key.span, `${where}里没有“${key.text}”这一项`, adviseWord(key.text, candidates));
      }
    },
    group: (map, key) => {
      const value = under(map, key);
      if (value === undefined || value.kind === 'map') return value ?? null;
      report('B004', seenAt(map, key), `“${key}”下面应是一组“名称: 内容”`, '在下一行缩进两格，写“名称: 内容”。');
      return null;
    },
    section: (map, key, known) => {
      const found = reading.group(map, key) ?? { kind: 'map', entries: [], span: map.span };
      reading.onlyKeys(found, known, `“${key}”`);
      return found;
    },
    scalar: (map, key) => {
      const value = under(map, key);
      if (value === undefined) return null;
      if (value.kind === 'scalar') return value.blank ? null : value;
      report('B004', value.span, `“${key}”应是一个词或一个数`, `写成“${key}: 内容”。`);
      return null;
    },
    listed: (map, key) => {
      const value = under(map, key);
      if (value === undefined) return [];
      const items = value.kind === 'list' ? value.items.filter((item) => item.kind === 'scalar' && !item.blank) : [];
      if (value.kind === 'list' && items.length === value.items.length) return items as Scalar[];
      report('B004', seenAt(map, key), `“${key}”应是一列词`, `写成“${key}: [甲, 乙]”这样。`);
      return null;
    },
    oneOrMore: (map, key, { each, such }) => {
      const value = under(map, key);
      if (value?.kind !== 'list') return [reading.scalar(map, key)].filter((single) => single !== null);
      return value.items.flatMap((item) => {
        if (item.kind === 'scalar' && !item.blank) return [item];
        report('B004', item.span, `“${key}”的每一项应是${each}`, `写成“${key}: ${such}”这样。`);
        return [];
      });
    },
    choice: (map, key, choices, fallback) => {
      const value = reading.scalar(map, key);
      if (value === null) return fallback;
      if (Object.hasOwn(choices, value.text)) return choices[value.text] as typeof fallback;
      report('B004', value.span, `“${key}”不认识“${value.text}”`, adviseWord(value.text, Object.keys(choices)));
      return fallback;
    },
    flag: (map, key, fallback) => reading.choice(map, key, { [words.yes]: true, [words.no]: false }, fallback),
  };
  return reading;
}

/** Where a reader sees what stands under a key: the value, or the key itself where nothing was typed or it is missing. */
export function seenAt(map: Mapping, name: string): Span {
  const found = entry(map, name);
  if (found === undefined) return startOf(map.span);
  const { key, value } = found;
  return value.kind === 'scalar' && value.blank ? key.span : value.span;
}
