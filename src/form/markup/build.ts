import {
  type AlignWish,
  type Diagnostic,
  type Direction,
  diagnostic,
  type Span,
  type VerticalAlign,
} from '../../base/index.ts';
import type { BandSpec, CellSpec, GroupSpec, Heading, Lines, Paragraph, RowSpec, Run, TableSpec } from '../types.ts';
import { CLOSE, OPEN } from '../view.ts';
import { literalText, scan, type Token } from './scan.ts';

/** The blocks of an expanded template. Its markup has been checked, so that only what data decides can be wrong. */
export function buildBlocks(
  markup: string,
  runs: readonly Run[],
  places: readonly Span[],
): { readonly blocks: readonly (Heading | Lines | TableSpec)[]; readonly problems: readonly Diagnostic[] } {
  const tokens = scan(markup);
  const problems: Diagnostic[] = [];
  const placeholder = new RegExp(`${OPEN}(\\d+)${CLOSE}`);
  let next = 0;

  const [form] = elementsUntilEnd();
  return { blocks: (form?.inner() ?? []).flatMap(block), problems };

  type Element = {
    readonly name: string;
    readonly at: Span;
    readonly attribute: (name: string) => string | undefined;
    /** Child elements; to be called once, before the next sibling is asked for. */
    readonly inner: () => Element[];
    readonly paragraphs: readonly Paragraph[];
  };

  function elementsUntilEnd(): Element[] {
    const found: Element[] = [];
    while (next < tokens.length) {
      const token = tokens[next] as Token;
      next += 1;
      if (token.kind === 'close') break;
      if (token.kind === 'open') found.push(element(token));
    }
    return found;
  }

  function element(token: Extract<Token, { kind: 'open' }>): Element {
    const attribute = (name: string) => token.attributes.find((one) => one.name === name)?.value;
    const at = places[Number(attribute('at'))] as Span;
    const holdsText = textElements.has(token.name);
    const paragraphs = holdsText && !token.closed ? readParagraphs(at) : [];
    const children = holdsText || token.closed ? [] : elementsUntilEnd();
    return { name: token.name, at, attribute, inner: () => children, paragraphs };
  }

  /** Text and values up to the end of the element; `<p>` and the line breaks of a value start paragraphs. */
  function readParagraphs(at: Span): Paragraph[] {
    const paragraphs: Run[][] = [[]];
    const broken = (): boolean => (paragraphs.at(-1) as Run[]).length > 0;
    let depth = 1;
    while (next < tokens.length && depth > 0) {
      const token = tokens[next] as Token;
      next += 1;
      if (token.kind === 'text') addText(token.text, at, paragraphs);
      else if (broken()) paragraphs.push([]);
      if (token.kind === 'open' && !token.closed) depth += 1;
      if (token.kind === 'close') depth -= 1;
    }
    if (paragraphs.length > 1 && !broken()) paragraphs.pop();
    return paragraphs.map((list) => ({ runs: trimLiterals(list) }));
  }

  function addText(text: string, at: Span, paragraphs: Run[][]): void {
    text.split(placeholder).forEach((part, i) => {
      const add = (run: Run) => (paragraphs.at(-1) as Run[]).push(run);
      if (i % 2 === 0) {
        const literal = literalText(part);
        if (literal !== '') add({ text: literal, origin: { kind: 'template', span: at } });
        return;
      }
      const run = runs[Number(part)] as Run;
      const origin = run.origin.kind === 'generated' ? { ...run.origin, span: at } : run.origin;
      run.text.split('\n').forEach((line, n) => {
        if (n > 0) paragraphs.push([]);
        add({ text: line, origin });
      });
    });
  }

  function block(from: Element): Heading | Lines | TableSpec {
    const { name, at, paragraphs } = from;
    if (name === 'table') return { kind: 'table', bands: from.inner().map(band), at };
    if (name === 'lines') return { kind: 'lines', columns: percents(from), cells: from.inner().map(cell), at };
    return { kind: 'heading', role: name === 'title' ? 'title' : 'subtitle', paragraphs, at };
  }

  function band(from: Element): BandSpec {
    return { columns: percents(from), children: from.inner().flatMap(rowOrGroup), at: from.at };
  }

  function rowOrGroup(from: Element): (GroupSpec | RowSpec)[] {
    const header = from.attribute('kind') === 'header';
    const [first, ...rest] = from.inner();
    if (from.name === 'row') return [{ kind: 'row', header, cells: from.inner().map(cell), at: from.at }];
    const stray = rest.find(({ name }) => name === 'label');
    if (first?.name !== 'label' || stray) {
      const message = stray ? '一个组只能有一个 <label>' : '组的第一个元素应是 <label>';
      problems.push(
        diagnostic({
          code: 'F006',
          at: (stray ?? from).at,
          message,
          advice: '写成 <group><label>…</label><row>…</row></group>。',
        }),
      );
      return [];
    }
    const children = rest.flatMap(rowOrGroup);
    if (children.length > 0) return [{ kind: 'group', header, label: cell(first), children, at: from.at }];
    if (rest.length === 0) {
      const message = `组“${first.paragraphs.flatMap(({ runs: list }) => list.map(({ text }) => text)).join('')}”里一行也没有`;
      const advice = '给这一项填上内容，或在模板里用 {{#if}} 把空的组略去。';
      problems.push(diagnostic({ code: 'F009', at: from.at, message, advice }));
    }
    return [];
  }
}

const textElements = new Set(['title', 'subtitle', 'label', 'cell', 'p']);

type HasAttributes = {
  readonly name: string;
  readonly at: Span;
  readonly attribute: (name: string) => string | undefined;
};

const percents = (from: HasAttributes): number[] => (from.attribute('columns') ?? '').trim().split(/\s+/).map(Number);

function cell(from: HasAttributes & { readonly paragraphs: readonly Paragraph[] }): CellSpec {
  const role = from.name === 'label' ? 'label' : 'cell';
  return {
    kind: 'cell',
    role,
    span: Number(from.attribute('span') ?? 1),
    rows: Number(from.attribute('rows') ?? 1),
    align: (from.attribute('align') ?? (role === 'label' ? 'center' : 'justify')) as AlignWish,
    valign: (from.attribute('valign') ?? 'middle') as VerticalAlign,
    direction: (from.attribute('direction') ?? 'horizontal') as Direction,
    paragraphs: from.paragraphs,
    at: from.at,
  };
}

/** Blanks of the template at either end of a paragraph are layout of the source; authors' blanks stay. */
function trimLiterals(runs: readonly Run[]): Run[] {
  return runs
    .map((run, i) => {
      if (run.origin.kind !== 'template') return run;
      const text = i === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: i === runs.length - 1 ? text.trimEnd() : text };
    })
    .filter(({ text, origin }) => text !== '' || origin.kind === 'blank');
}
