import { isMap, isPair, isScalar, isSeq, type ParsedNode, Scalar as YamlScalar } from 'yaml';
import { type Diagnostic, diagnostic, type Span } from '../base/index.ts';
import { refusedInCooked } from './characters.ts';
import { dashSlip } from './dashes.ts';
import { type Again, duplicates } from './duplicates.ts';
import { keyBeforeBraces } from './flow-keys.ts';
import { flowSlip } from './flow-slips.ts';
import { keyLineSlip, looksLikeKeyLine } from './key-line-slips.ts';
import { lineBlankSlip } from './line-blanks.ts';
import type { Line } from './lines.ts';
import type { Mend } from './mends.ts';
import type { Fault } from './slip.ts';
import { MOST_FAULTS, quotedLiteral, shortened } from './telling.ts';
import type { Entry, Mapping, Node, Scalar, Sequence } from './types.ts';

/** What composing a file gives: its tree, and what the house rules say against it. */
export type Tree = { readonly root: Node; readonly problems: readonly Fault[] };

type Collection = { readonly items: readonly unknown[]; readonly flow?: boolean };

type Grove = { readonly file: string; readonly text: string; readonly problems: Fault[] };

/** Turns a composed YAML document into texts with places. */
export function growTree(file: string, text: string, contents: ParsedNode): Tree {
  const grove: Grove = { file, text, problems: [] };
  const root = isScalar(contents) ? scalar(grove, contents) : node(grove, contents);
  return { root, problems: grove.problems };
}

function report(grove: Grove, told: Diagnostic, mends?: readonly Mend[]): void {
  if (grove.problems.length < MOST_FAULTS) grove.problems.push({ told, mends, isSure: mends !== undefined });
}

function node(grove: Grove, from: unknown): Node {
  if (isScalar(from)) {
    const leaf = scalar(grove, from);
    if (leaf.style !== 'block') refuseWrapped(grove, leaf);
    const slip =
      leaf.style === 'plain' && leaf.text.startsWith('｛')
        ? flowSlip(grove.file, leaf.text, leaf.span.start)?.told
        : undefined;
    if (slip !== undefined) report(grove, slip);
    return leaf;
  }
  if (isMap(from)) return mapping(grove, from);
  if (isSeq(from)) return sequence(grove, from);
  // An alias: refused when the file was scanned, so nobody sees this tree.
  return { kind: 'scalar', text: '', blank: true, style: 'plain', span: spanOf(grove, from) };
}

function scalar(grove: Grove, from: YamlScalar): Scalar {
  const span = spanOf(grove, from);
  const cooked = String(from.value ?? '');
  if (from.type === YamlScalar.BLOCK_LITERAL || from.type === YamlScalar.BLOCK_FOLDED)
    return block(grove, { span, cooked, folded: from.type === YamlScalar.BLOCK_FOLDED });
  const quoted = from.type !== YamlScalar.PLAIN;
  const escaped = from.type === YamlScalar.QUOTE_DOUBLE && grove.text.slice(span.start, span.end).includes('\\');
  const refused = refusedInCooked(cooked, escaped, tabOr(grove, span));
  if (refused !== undefined) report(grove, refused);
  const style = quoted ? 'quoted' : 'plain';
  return { kind: 'scalar', text: cooked, blank: cooked.trim() === '', style, span };
}

/** The first tab of a scalar as it was typed; the whole scalar where it has none. */
function tabOr({ text }: Grove, span: Span): Span {
  const tab = text.slice(span.start, span.end).indexOf('\t');
  return tab === -1 ? span : { ...span, start: span.start + tab, end: span.start + tab + 1 };
}

function block(grove: Grove, from: { span: Span; cooked: string; folded: boolean }): Scalar {
  const text = from.cooked.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd();
  const kept = grove.text.slice(from.span.start, from.span.end).trimEnd().length;
  const span = { ...from.span, end: from.span.start + kept };
  if (from.folded) report(grove, folded(span, text));
  const refused = refusedInCooked(text, false, tabOr(grove, span));
  if (refused !== undefined) report(grove, refused);
  return { kind: 'scalar', text, blank: text.trim() === '', style: 'block', span };
}

function folded(span: Span, text: string): Diagnostic {
  if (text === '')
    return diagnostic({
      code: 'S002',
      at: span,
      message: '以 > 开头，YAML 当作多行文字的记号',
      advice: "如果是文字，加单引号，例如 '>5%'（或者用 ≥、“大于”）；什么都不填就删掉 >。",
    });
  return diagnostic({
    code: 'S006',
    at: { ...span, end: span.start + 1 },
    message: '不用“>”折行写文字，汉字中间会多出空格',
    advice: '把“>”改成“|”，一段写成一行。',
  });
}

/** S006: a plain or quoted text over several lines would get spaces between its Han characters. */
function refuseWrapped(grove: Grove, leaf: Scalar): void {
  const { span } = leaf;
  const source = grove.text.slice(span.start, span.end);
  if (!source.includes('\n')) return;
  const [first = '', ...others] = source.split('\n').map((line) => line.trim());
  const hint = leaf.style === 'plain' ? lostLineHint(others, lineBefore(grove.text, span.start)) : '';
  const told = diagnostic({
    code: 'S006',
    at: { ...span, end: span.start + first.length },
    message: '这段文字折了行，汉字中间会多出空格',
    advice: `一段写成一行；有几段就用“|”，一行一段。${hint}`,
  });
  const isSure = hint === '' && !source.includes('\\');
  report(grove, told, isSure ? joined(source, span.start) : undefined);
}

/** What makes one line of a text that begins at an offset. */
const joined = (text: string, offset: number): Mend[] =>
  [...text.matchAll(/\s*\n\s*/gu)].map(({ index, 0: { length } }) => ({
    start: offset + index,
    end: offset + index + length,
    put: /[A-Za-z]$/u.test(text.slice(0, index)) && /^[A-Za-z]/u.test(text.slice(index + length)) ? ' ' : '',
  }));

const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);

/** What to do if one of the swallowed lines was meant as a line of its own; `before` stands before the first of them. */
function lostLineHint(lines: readonly string[], before: string): string {
  const item = lines.find((line) => line.startsWith('- '));
  const dash = /^(?<indent>(?: |- )*)- +$/u.exec(before)?.groups?.indent;
  if (item !== undefined && dash !== undefined)
    return `如果“${shortened(item)}”是一条，和上一条的“-”对齐，前面空 ${dash.length} 格。`;
  if (before.trim() === '' && !lines.some(looksLikeKeyLine)) return '如果每行是一条，每条都以“- ”开头。';
  if (item !== undefined) return `如果“${shortened(item)}”是下一级的一条，上一行冒号后面不要写字。`;
  const keyLine = lines.find(looksLikeKeyLine);
  if (keyLine === undefined) return '';
  return `如果“${shortened(keyLine)}”是另一项，冒号改成半角、后面空一格，并和同组的键对齐。`;
}

function sequence(grove: Grove, from: Collection): Sequence {
  const items = from.items.map((item) => (isMap(item) ? mapping(grove, item, true) : node(grove, item)));
  return { kind: 'list', items, span: around(grove, from, items) };
}

function mapping(grove: Grove, from: Collection, isItem = false): Mapping {
  const entries: Entry[] = [];
  const seen = new Map<string, Scalar>();
  /** Keys one after the other that all stood above. */
  let again: Again[] = [];
  const tell = (): void => {
    const fault = duplicates(again, { head: isItem ? entries[0]?.key : undefined, inBraces: from.flow === true });
    if (fault !== undefined) report(grove, fault);
    again = [];
  };
  for (const pair of from.items) {
    if (!isPair(pair)) continue;
    const key = keyOf(grove, pair.key);
    if (key === undefined) continue;
    const amount = pair.value === null ? cutAmount(grove.text, key.span) : undefined;
    const value = pair.value === null ? valueless(grove, key, amount) : node(grove, pair.value);
    const first = seen.get(key.text);
    if (first === undefined) {
      seen.set(key.text, key);
      tell();
    } else if (amount === undefined) again.push({ key, first });
    entries.push({ key, value, span: { ...key.span, end: Math.max(key.span.end, value.span.end) } });
  }
  tell();
  return { kind: 'map', entries, span: around(grove, from, entries) };
}

function keyOf(grove: Grove, from: unknown): Scalar | undefined {
  const key = isScalar(from) ? scalar(grove, from) : undefined;
  if (key === undefined || key.blank || key.style === 'block') {
    const at = key?.span ?? spanOf(grove, from);
    const advice = '写成“键: 值”，键是一个词；如果括号是文字的一部分，整个加单引号。';
    report(grove, diagnostic({ code: 'S002', at, message: '冒号前面要有一个词作键', advice }));
    return undefined;
  }
  const slip =
    key.style === 'plain'
      ? (braceSlip(grove, key) ?? dashInKey(key) ?? lineBlankSlip(key.span.file, key.text, key.span.start))
      : undefined;
  if (slip !== undefined) report(grove, slip);
  if (key.text === '<<' && key.style === 'plain')
    report(
      grove,
      diagnostic({ code: 'S005', at: key.span, message: '不用“<<”并入别处的内容', advice: '把那几项照写一遍。' }),
    );
  return key;
}

/** A key that begins with what was meant as a dash: `-名称: 甲` is a sound line to YAML. */
function dashInKey({ text, span }: Scalar): Diagnostic | undefined {
  const line: Line = { at: 0, start: span.start, text, depth: 0 };
  return dashSlip({ file: span.file, lines: [line], line })?.told;
}

/** A key that holds a brace: `键:{ 类型: 文字 }` is a sound line to YAML. */
function braceSlip({ file, text }: Grove, { text: key, span }: Scalar): Diagnostic | undefined {
  if (!/[{｛]/u.test(key)) return undefined;
  const lineEnd = text.indexOf('\n', span.start);
  return keyBeforeBraces(file, text.slice(span.start, lineEnd === -1 ? text.length : lineEnd), span.start)?.told;
}

/** A key of a flow mapping with no colon at all; elsewhere the composer reports it. */
function valueless(grove: Grove, key: Scalar, amount: readonly Diagnostic[] | undefined): Scalar {
  if (amount !== undefined) for (const fault of amount) report(grove, fault);
  if (amount === undefined) report(grove, lacksColon(key));
  return { ...key, text: '', blank: true, style: 'plain', span: { ...key.span, start: key.span.end } };
}

function lacksColon(key: Scalar): Diagnostic {
  if (key.style === 'plain' && looksLikeKeyLine(key.text)) {
    const { told } = keyLineSlip(key.span, key.text);
    return { ...told, advice: `${told.advice}如果逗号是文字的一部分，整个值加单引号。` };
  }
  const isWhole = key.style === 'quoted' && key.text.includes(':');
  return diagnostic({
    code: 'S002',
    at: key.span,
    message: isWhole
      ? `“${shortened(key.text)}”整个加了引号，冒号也成了文字`
      : `“${shortened(key.text)}”没有冒号，看不出是哪一项的值`,
    advice: isWhole
      ? '引号只括值，不括前面的键和冒号。'
      : `写成“${shortened(key.text)}: 值”；如果括号或者逗号是文字的一部分，整个值加单引号。`,
  });
}

/**
 * S002 for an amount with separators between braces, where a comma ends the entry: `{ 金额: 3,109.75 }`. Its further
 * parts give an empty list; undefined for all that is no part of an amount.
 */
function cutAmount(text: string, at: Span): Diagnostic[] | undefined {
  const behind = /^\d{3}(?:,\d{3})*(?:\.\d+)?/.exec(text.slice(at.start, at.start + 40))?.[0];
  const before = /(?<![\d,.])\d{1,3}(?:,\d{3})*,$/.exec(text.slice(Math.max(0, at.start - 40), at.start))?.[0];
  if (behind === undefined || before === undefined) return undefined;
  if (before.indexOf(',') !== before.length - 1) return [];
  const amount = before + behind;
  const [start, end] = [at.start - before.length, at.start + behind.length];
  const lead = /[^\s,{[:]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const rest = /^[^\s,}\]]*/.exec(text.slice(end, end + 40))?.[0] ?? '';
  return [
    diagnostic({
      code: 'S002',
      at: { ...at, start, end },
      message: `{ } 里的逗号把“${amount}”分成了几项`,
      advice: `写成 ${lead}${amount.replaceAll(',', '')}${rest}，或者加单引号写成 ${quotedLiteral(lead + amount + rest)}。`,
    }),
  ];
}

/** A flow collection has its brackets; a block collection reaches from its first child to its last. */
function around(grove: Grove, from: Collection, children: readonly { readonly span: Span }[]): Span {
  const own = spanOf(grove, from);
  const last = children.at(-1);
  return from.flow || last === undefined ? own : { ...own, end: last.span.end };
}

function spanOf(grove: Grove, from: unknown): Span {
  const range = (from as { range?: readonly [number, number, number] | null } | null)?.range;
  if (range === undefined || range === null) throw new Error('a composed YAML node has no range');
  let [start, end] = range;
  if (start === end) while (grove.text[start - 1] === ' ' || grove.text[start - 1] === '\t') start = end = start - 1;
  return { file: grove.file, start, end };
}
