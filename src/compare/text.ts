import { changeLines } from './lines.ts';
import { countText, type Word } from './sentences.ts';
import type { ComparedRecord, RecordChanges } from './types.ts';

/** How the pieces of a sentence are made visible, such as with the colours of a terminal. */
export type Show = (kind: Word['kind'], text: string) => string;

/** Shows what is gone from a text and what is new in it without colours. */
export const showPlainly: Show = (kind, text) =>
  kind === 'removed' ? `〔删：${text}〕` : kind === 'added' ? `〔加：${text}〕` : text;

/** A compared record as lines of text: its file and counts, then a line for each change. */
export function textOfRecord(compared: ComparedRecord, show: Show): string {
  const { file, renamedFrom, form } = compared;
  const named = renamedFrom === null ? file : `${file}（原来叫 ${renamedFrom}）`;
  switch (compared.kind) {
    case 'added':
      return `${named}：新增的一份（${form}）\n`;
    case 'removed':
      return `${named}：删去的一份（${form}）\n`;
    case 'faulty':
      return `${named}：有错误，没有比\n`;
    case 'both': {
      const { changes, notes } = compared.changes;
      const head = verdict(compared.changes);
      const lines = changeLines({ changes }).map(({ words }) =>
        words.map(({ kind, text }) => show(kind, text)).join(''),
      );
      return [`${named}：${head}`, ...[...notes, ...lines].map((line) => `  ${line}`)]
        .map((line) => `${line}\n`)
        .join('');
    }
  }
}

/** What differs in a word: how many changes there are, or what else there is where the values are all the same. */
export function verdict({ changes, notes, unseen }: RecordChanges): string {
  if (changes.length > 0) return countText(changes);
  if (unseen) return '只改了不印出来的地方';
  return notes.length > 0 ? '内容没有改' : '没有改动';
}

/** Whether a reader of the form sees a difference. */
export const isSame = ({ changes, notes }: RecordChanges): boolean => changes.length === 0 && notes.length === 0;
