import { blockText, columnsOf, isPlain, ROW_WIDTH, scalarText } from '../../author/format/index.ts';
import type { Fresh } from '../wishes/types.ts';
import { spaces } from './splice.ts';

/** How the rows beside a new one are written, and the names of the groups in them that stand between braces. */
export type RowStyle = { readonly rows: 'braces' | 'lines'; readonly bracedGroups: ReadonlySet<string> };

/** The lines of a new entry: its key at a column, and what stands there. */
export function entryLines(name: string, content: Fresh, column: number, style: RowStyle): readonly string[] {
  const start = `${spaces(column)}${scalarText(name, 'block')}:`;
  const isBraced = content.kind === 'map' && style.bracedGroups.has(name);
  const line = isBraced ? bracesLine(start, content) : null;
  return line === null ? valueLines(start, content, column + 2, style) : [line];
}

/** The lines of a new item: its dash at a column. */
export function itemLines(content: Fresh, column: number, style: RowStyle): readonly string[] {
  const start = `${spaces(column)}-`;
  if (content.kind === 'map' && content.entries.length > 0) {
    const line = style.rows === 'braces' ? bracesLine(start, content) : null;
    if (line !== null) return [line];
    const [first = '', ...others] = content.entries.flatMap(([name, held]) =>
      entryLines(name, held, column + 2, style),
    );
    return [`${start} ${first.slice(column + 2)}`, ...others];
  }
  return valueLines(start, content, column + 2, style);
}

/** The lines of a value behind a colon or a dash; `column` is where lines below it begin. */
export function valueLines(start: string, content: Fresh, column: number, style: RowStyle): readonly string[] {
  switch (content.kind) {
    case 'text': {
      if (content.text === '') return [start];
      if (!content.text.includes('\n')) return [`${start} ${scalarText(content.text, 'block')}`];
      const { header, lines } = blockText(content.text);
      return [`${start} ${header}`, ...lines.map((line) => (line === '' ? '' : spaces(column) + line))];
    }
    case 'list':
      if (content.items.length === 0) return [`${start} []`];
      return [start, ...content.items.flatMap((item) => itemLines(item, column, style))];
    case 'map':
      if (content.entries.length === 0) return [`${start} {}`];
      return [start, ...content.entries.flatMap(([name, held]) => entryLines(name, held, column, style))];
  }
}

/** A row of short texts on one line; null where one of them needs more, or nothing stands there. */
function bracesLine(start: string, content: Fresh): string | null {
  const text = bracedText(content);
  const line = `${start} ${text}`;
  return text === null || columnsOf(line) > ROW_WIDTH ? null : line;
}

function bracedText(content: Fresh): string | null {
  if (content.kind === 'text') return isPlain(content.text, 'flow') ? content.text : null;
  if (content.kind === 'list') return null;
  const texts = content.entries.map(([name, held]) => {
    const text = isPlain(name, 'flow') ? bracedText(held) : null;
    return text === null ? null : `${name}: ${text}`;
  });
  return texts.includes(null) ? null : `{ ${texts.join(', ')} }`;
}

/** Something new between brackets; null where a text has several lines, which no bracket holds. */
export function flowText(content: Fresh): string | null {
  switch (content.kind) {
    case 'text':
      if (content.text.includes('\n')) return null;
      return content.text === '' ? "''" : scalarText(content.text, 'flow');
    case 'list': {
      const items = content.items.map(flowText);
      return items.includes(null) ? null : `[${items.join(', ')}]`;
    }
    case 'map': {
      const entries = content.entries.map(([name, held]) => flowEntry(name, held));
      if (entries.includes(null)) return null;
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
  }
}

/** A key with {@link flowText}. */
export function flowEntry(name: string, content: Fresh): string | null {
  const text = flowText(content);
  return text === null ? null : `${scalarText(name, 'flow')}: ${text}`;
}
