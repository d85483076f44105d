import type { Origin } from '../../base/index.ts';
import type { Call, CellSpec, Paragraph, Run } from '../types.ts';
import { type Mark, readMarks } from './marks.ts';
import { type Part, paragraphsOf } from './paragraphs.ts';
import type { Tag } from './tags.ts';

type BoxTag = Extract<Tag, { kind: 'box' }>;
type TextTag = Exclude<Tag, BoxTag>;

/** An element of an expanded template; a cell is finished already. */
export type Element = CellSpec | TextElement | BoxElement;
export type TextElement = Extract<Tag, { kind: 'text' }> & { readonly paragraphs: readonly Paragraph[] };
export type BoxElement = BoxTag & {
  readonly children: readonly Element[];
  readonly call: Call | null;
  /** Loops right in it that had nothing to go through. */
  readonly empty: readonly Loop[];
};

/** A `{{#each …}}` of a template file, by what it goes through. */
export type Loop = { readonly path: string; readonly file: string };

/** What the marks of an expanded template stand for, by their numbers. */
export type Legend = {
  readonly runs: readonly Run[];
  readonly tags: readonly Tag[];
  readonly calls: readonly Call[];
  readonly loops: readonly Loop[];
};

/** The outermost elements of an expanded template with all that stands in them. */
export function readElements(markup: string, { runs, tags, calls, loops }: Legend): readonly Element[] {
  const marks = readMarks(markup);
  let next = 0;
  let call: Call | null = null;
  return elementsUntilEnd().found;

  function elementsUntilEnd(): { readonly found: readonly Element[]; readonly empty: readonly Loop[] } {
    const found: Element[] = [];
    let empty = none;
    for (let mark = marks[next++]; mark !== undefined && mark.kind !== 'close'; mark = marks[next++]) {
      if (mark.kind === 'open') found.push(element(tags[mark.index] as Tag));
      else if (mark.kind === 'call') call = calls[mark.index] as Call;
      else if (mark.kind === 'return') call = null;
      else if (mark.kind === 'empty') {
        if (empty === none) empty = [];
        empty.push(loops[mark.index] as Loop);
      }
    }
    return { found, empty };
  }

  function element(tag: Tag): Element {
    if (tag.kind === 'box') {
      const from = call;
      return boxOf(tag, from, elementsUntilEnd());
    }
    const paragraphs = paragraphsOf(partsUntilEnd(tag));
    return tag.kind === 'cell' ? cellOf(tag.cell, paragraphs) : { ...tag, paragraphs };
  }

  function partsUntilEnd(tag: TextTag): Part[] {
    const parts: Part[] = [];
    for (let depth = 1; ; ) {
      const mark = marks[next++] as Mark;
      if (mark.kind === 'text') parts.push({ text: mark.text, origin: tag.literal });
      else if (mark.kind === 'value') addLines(runs[mark.index] as Run, tag, parts);
      else if (mark.kind === 'open' || mark.kind === 'close') {
        depth += mark.kind === 'open' ? 1 : -1;
        if (depth === 0) return parts;
        parts.push('edge');
      }
    }
  }
}

/** Shared by all that have none. */
const none: Loop[] = [];

// Field by field: spreading an object costs ten times as much, and there are hundreds of cells.

function boxOf(
  { kind, name, at, header, keep, seal, style, columns }: BoxTag,
  call: Call | null,
  { found, empty }: { readonly found: readonly Element[]; readonly empty: readonly Loop[] },
): BoxElement {
  return { kind, name, at, header, keep, seal, style, columns, children: found, call, empty };
}

function cellOf(cell: Omit<CellSpec, 'paragraphs'>, paragraphs: readonly Paragraph[]): CellSpec {
  const { kind, role, span, rows, align, valign, direction, spread, indent, at } = cell;
  return { kind, role, span, rows, align, valign, direction, spread, indent, paragraphs, at };
}

/** Adds a value's lines with breaks between them; what the template makes up has its place in the template. */
function addLines(run: Run, { at }: TextTag, parts: Part[]): void {
  const { text } = run;
  const origin: Origin = run.origin.kind === 'generated' ? { kind: 'generated', span: at } : run.origin;
  if (!text.includes('\n')) {
    parts.push({ text, origin });
    return;
  }
  text.split('\n').forEach((line, i) => {
    if (i > 0) parts.push('break');
    parts.push({ text: line, origin });
  });
}
