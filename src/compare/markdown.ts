import { escaped } from './escape.ts';
import type { Word } from './sentences.ts';
import { type Sides, sidesOf } from './sides.ts';
import { isSame, verdict } from './text.ts';
import type { ComparedRecord } from './types.ts';

/** By this a workflow finds its own comment again. */
const MARKER = '<!-- biaoli-diff -->';
/** GitHub takes comments of at most 65,536 characters. */
const MOST_CHARACTERS = 65_000;
/** Kept free for the sentence that says what was left out. */
const RESERVE = 400;
/** Longer tables are folded. */
const FOLDED_FROM = 15;

/**
 * A comment for a pull request: what changed of each record as a table of place, old and new. Never longer than what
 * GitHub takes; what has no room is counted. Nothing a record says acts as markup, mention or link to an issue.
 */
export function markdownOf(records: readonly ComparedRecord[]): string {
  const parts = [`${MARKER}\n## 表的改动\n\n${summary(records)}\n`];
  let room = MOST_CHARACTERS - RESERVE - (parts[0] as string).length;
  let left = 0;
  for (const record of records) {
    const part = section(record, room);
    if (part === null) left += 1;
    else {
      parts.push(part);
      room -= part.length + 1;
    }
  }
  if (left > 0) parts.push(`另有 ${left} 份写不下，没有列出；用 \`biaoli diff\` 看全部。\n`);
  return parts.join('\n');
}

function summary(records: readonly ComparedRecord[]): string {
  const count = (kind: ComparedRecord['kind']): number => records.filter((record) => record.kind === kind).length;
  const same = records.filter((one) => one.kind === 'both' && isSame(one.changes)).length;
  const counts: readonly (readonly [number, string])[] = [
    [count('both') - same, '份有改动'],
    [count('added'), '份是新增的'],
    [count('removed'), '份删去了'],
    [same, '份印出来的内容没有变'],
    [count('faulty'), '份有错误，没有比'],
  ];
  const told = counts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]));
  return told.length === 0 ? '没有改动。' : `${told.join('，')}。`;
}

/** What is told of a record in at most so many characters; null where not even its heading has room. */
function section(record: ComparedRecord, room: number): string | null {
  const { file, renamedFrom, form } = record;
  const head = `### ${escaped(file)}${renamedFrom === null ? '' : `（原来叫 ${escaped(renamedFrom)}）`}\n\n`;
  const titled = (text: string): string | null => (head.length + text.length <= room ? head + text : null);
  switch (record.kind) {
    case 'added':
      return titled(`新增的一份：${escaped(form)}。\n`);
    case 'removed':
      return titled(`删去的一份：${escaped(form)}。\n`);
    case 'faulty':
      return titled(
        `有错误，没有比：\n\n${record.faults.map(({ place, message }) => `- ${escaped(place)}：${escaped(message)}\n`).join('')}`,
      );
    case 'both': {
      const { changes, notes } = record.changes;
      const start = `${escaped(form)}：${verdict(record.changes)}。\n${notes.map((note) => `\n${escaped(note)}\n`).join('')}`;
      const titledStart = titled(start);
      if (titledStart === null || changes.length === 0) return titledStart;
      return titledStart + table(changes.map(sidesOf), room - titledStart.length);
    }
  }
}

function table(rows: readonly Sides[], room: number): string {
  const folded = rows.length >= FOLDED_FROM;
  const open = folded ? `\n<details><summary>共 ${rows.length} 行，点开看</summary>\n\n` : '\n';
  const lines: string[] = [];
  let left = room - open.length - 200;
  for (const row of rows) {
    const line = `| ${escaped(row.place)} | ${cell(row.before)} | ${cell(row.after)} |\n`;
    if (line.length > left) break;
    lines.push(line);
    left -= line.length;
  }
  const cut = rows.length - lines.length;
  const rest = cut === 0 ? '' : `\n另有 ${cut} 处写不下，没有列出；用 \`biaoli diff\` 看全部。\n`;
  return `${open}| 位置 | 原 | 新 |\n| --- | --- | --- |\n${lines.join('')}${rest}${folded ? '\n</details>\n' : ''}`;
}

function cell(words: readonly Word[]): string {
  return words
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => {
      const shown = escaped(text);
      if (kind === 'removed' || kind === 'before') return `<del>${shown}</del>`;
      return kind === 'added' || kind === 'after' ? `<ins>${shown}</ins>` : shown;
    })
    .join('');
}
