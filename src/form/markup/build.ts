import { type Diagnostic, type DiagnosticInit, diagnostic, flatMap, type Span } from '../../base/index.ts';
import type { BandSpec, CellSpec, ColumnWish, GroupSpec, Heading, Lines, RowSpec, Run, TableSpec } from '../types.ts';
import { isWithinBounds } from './bounds.ts';
import { type BoxElement, type Element, type Legend, readElements } from './elements.ts';
import { emptyGroup } from './empty-group.ts';
import { MOST_COLUMNS, TOP } from './vocabulary.ts';
import { freeColumn } from './widths.ts';

export type Block = Heading | Lines | TableSpec<ColumnWish>;

/** What begins a page and all that follows it up to the next beginning. */
export type Part = { readonly cover: boolean; readonly blocks: readonly Block[] };

/**
 * The blocks of an expanded template: those of the cover, and those that stand between two `<page/>` together; parts
 * without any are left out. Its markup has been checked, so that only what data decides can be wrong.
 */
export function buildBlocks(
  markup: string,
  runs: readonly Run[],
  { tags, calls, loops, at }: Omit<Legend, 'runs'> & { readonly at: Span },
): { readonly parts: readonly Part[]; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const report = (fault: DiagnosticInit): void => {
    problems.push(diagnostic(fault));
  };
  const [form, second] = readElements(markup, { runs, tags, calls, loops });
  if (form === undefined || second !== undefined) {
    const message = second ? `<${TOP}> 只能有一个` : `模板里没有 <${TOP}>`;
    report({ code: 'F006', at: second?.at ?? at, message, advice: `整张表写在一对 <${TOP}> … </${TOP}> 里。` });
  }
  if (form?.kind === 'box' && !isWithinBounds(form, at, report)) return { parts: [], problems };
  const parts: { readonly cover: boolean; readonly blocks: Block[] }[] = [{ cover: false, blocks: [] }];
  for (const child of form?.kind === 'box' ? form.children : []) {
    if (child.kind === 'box' && child.name === 'cover') {
      if (parts.some(({ blocks }) => blocks.length > 0)) report(lateCover(child.at));
      const blocks = flatMap(child.children, (one) => block(one, report));
      parts.push({ cover: true, blocks }, { cover: false, blocks: [] });
    } else if (child.kind === 'box' && child.name === 'page') parts.push({ cover: false, blocks: [] });
    else parts.at(-1)?.blocks.push(...block(child, report));
  }
  return { parts: parts.filter(({ blocks }) => blocks.length > 0), problems };
}

type Report = (fault: DiagnosticInit) => void;

const lateCover = (at: Span): DiagnosticInit => ({
  code: 'F006',
  at,
  message: '<cover> 前面还有别的内容',
  advice: `封面只有一个，紧跟在 <${TOP}> 后面；别处另起一页写 <page/>。`,
});

const isBox = (element: Element): element is BoxElement => element.kind === 'box';
const isCell = (element: Element): element is CellSpec => element.kind === 'cell';

function block(element: Element, report: Report): Block[] {
  if (element.kind === 'text') {
    const role = element.name === 'title' ? 'title' : 'subtitle';
    return [{ kind: 'heading', role, style: element.style, paragraphs: element.paragraphs, at: element.at }];
  }
  if (element.kind === 'cell') return [];
  if (element.name === 'lines') return [lines(element, report)];
  const bands = element.children.filter(isBox).map((one) => band(one, report));
  return [{ kind: 'table', bands, at: element.at }];
}

function lines({ style, seal, keep, columns: wishes, children, at }: BoxElement, report: Report): Lines {
  const columns = wishes?.filter((wish) => typeof wish === 'number') ?? [];
  const cells = children.filter(isCell);
  if (cells.length !== columns.length) {
    const message = `<lines> 有 ${columns.length} 栏，里面有 ${cells.length} 个 <cell>`;
    report({ code: 'F007', at, message, advice: '每栏写一个 <cell>，空着的也写。' });
  }
  return { kind: 'lines', style, seal, keep: keep === 'next' ? keep : 'none', columns, cells, at };
}

function band({ columns, children, at }: BoxElement, report: Report): BandSpec<ColumnWish> {
  const rows = flatMap(children.filter(isBox), (child) => rowOrGroup(child, report));
  return {
    columns: columns ?? new Array<ColumnWish>(Math.min(columnsOf(rows[0]), MOST_COLUMNS)).fill(freeColumn),
    children: rows,
    at,
  };
}

/** How many columns the first row of a band takes, with the labels of the groups that begin there. */
function columnsOf(first: GroupSpec | RowSpec | undefined): number {
  if (first === undefined) return 1;
  if (first.kind === 'group') return first.label.span + columnsOf(first.children[0]);
  return first.cells.reduce((sum, { span }) => sum + span, 0);
}

function rowOrGroup(
  { name, header, keep, children, call, empty, at }: BoxElement,
  report: Report,
): (GroupSpec | RowSpec)[] {
  if (name === 'row') return [{ kind: 'row', header, keep, cells: children.filter(isCell), call, at }];
  const [label, ...rest] = children;
  const stray = rest.find(isCell);
  if (label?.kind !== 'cell' || stray) {
    const message = stray ? '一个组只能有一个 <label>' : '组的第一个元素应是 <label>';
    const advice = '写成 <group><label>…</label><row>…</row></group>。';
    report({ code: 'F006', at: stray?.at ?? at, message, advice });
    return [];
  }
  const below = flatMap(rest.filter(isBox), (child) => rowOrGroup(child, report));
  if (below.length > 0) return [{ kind: 'group', header, keep, label, children: below, call, at }];
  if (rest.length === 0) report(emptyGroup(label, empty, at));
  return [];
}
