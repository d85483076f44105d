import { codes, type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { adviseWord, looksLikeRule, words } from '../blueprint/index.ts';
import { type Entry, entry, type Mapping, type Node, type Scalar } from '../source/index.ts';
import { ownPlaces, scopeOf } from './acceptance-scope.ts';

/** One line under 接受: findings of `code` whose place is one of `scope` are accepted for `reason`. */
export type Acceptance = {
  readonly code: string;
  readonly reason: string;
  /** The key of the line itself. */
  readonly at: Span;
  readonly scope: readonly Span[];
};

/** A record without its 接受, and what they say. */
export type Accepting = {
  readonly body: Mapping;
  readonly acceptances: readonly Acceptance[];
  readonly problems: readonly Diagnostic[];
};

const word = words.record.accept;

/**
 * Warnings of other stages that a text may well have and keep: odd characters, no place on the form, a number parted, a
 * cell taller than a page.
 */
const ofOtherStages: readonly string[] = ['S011', 'F011', 'T002', 'L001'];

/** What can be accepted. All else is an error, or is told where there is no map to say it in. */
export const acceptable = [...Object.keys(codes).filter(looksLikeRule), ...ofOtherStages];

/** Whether a finding comes from the rules, and not from a stage before or after them. */
export const isRuleFinding = ({ code }: Pick<Acceptance, 'code'>): boolean => looksLikeRule(code);

/**
 * Takes every 接受 out of a record: the fields know nothing of it. `text` is the file's: where it does not have the
 * word, nothing is looked through. C003 for lines that accept nothing that there is.
 */
export function takeAcceptances(root: Mapping, text: string): Accepting {
  if (!text.includes(word)) return { body: root, acceptances: [], problems: [] };
  const acceptances: Acceptance[] = [];
  const problems: Diagnostic[] = [];

  const strip = (node: Node, key: Span | null): Node => {
    if (node.kind === 'scalar') return node;
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => strip(item, null)) };
    return stripMap(node, key);
  };
  const stripMap = (map: Mapping, key: Span | null): Mapping => {
    const own = entry(map, word);
    const entries = map.entries.filter((one) => one !== own);
    if (own) readLines(own, { ...map, entries }, key);
    return { ...map, entries: entries.map((one) => ({ ...one, value: strip(one.value, one.key.span) })) };
  };
  const readLines = ({ key, value }: Entry, map: Mapping, above: Span | null): void => {
    if (value.kind !== 'map' || value.entries.length === 0) {
      problems.push(malformed(key.span, `“${word}”下面应是一组“规则: 原因”`, `写成“${word}: { V5: …… }”。`));
      return;
    }
    for (const line of value.entries) {
      const read = readLine(line, map, above);
      if ('message' in read) problems.push(read);
      else acceptances.push(read);
    }
  };
  return { body: stripMap(root, null), acceptances, problems };
}

/** `V5: reason`, or `field V5: reason` where only one field of the map is meant. */
function readLine({ key, value }: Entry, map: Mapping, above: Span | null): Acceptance | Diagnostic {
  const { field, code } = partsOf(key);
  if (!acceptable.includes(code)) return unacceptable(code, key.span);
  const named = field === null ? undefined : entry(map, field);
  if (field !== null && named === undefined) {
    const names = map.entries.map((one) => one.key.text).filter((name) => name !== words.form.id);
    return malformed(key.span, `同一组里没有“${field}”`, adviseWord(field, names));
  }
  if (value.kind !== 'scalar' || value.blank) {
    const at = value.kind === 'scalar' ? key.span : value.span;
    return malformed(at, `接受 ${code} 要写原因`, `写成“${key.text}: ……”，原因会印在 check --verbose 里。`);
  }
  const scope = named ? ownPlaces({ ...map, entries: [named] }) : scopeOf(map, above);
  return { code, reason: value.text, at: key.span, scope };
}

function unacceptable(code: string, at: Span): Diagnostic {
  const upper = code.toUpperCase();
  if (acceptable.includes(upper)) return malformed(at, `没有“${code}”这条规则`, `写成大写的“${upper}”。`);
  if (Object.hasOwn(codes, code)) return malformed(at, `${code} 不能接受`, '照那一条的办法改，然后删去这一行。');
  const advice = adviseWord(code, acceptable, `写警告方括号里的编号，例如“${word}: { V5: …… }”。`);
  return malformed(at, `没有“${code}”这条规则`, advice);
}

function partsOf({ text }: Scalar): { readonly field: string | null; readonly code: string } {
  const gap = text.search(/\s+\S*$/u);
  if (gap === -1) return { field: null, code: text };
  return { field: text.slice(0, gap), code: text.slice(gap).trim() };
}

const malformed = (at: Span, message: string, advice: string): Diagnostic =>
  diagnostic({ code: 'C003', at, message, advice });
