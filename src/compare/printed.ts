import type { Path } from '../base/index.ts';
import type { BandSpec, CellSpec, ColumnWish, FormDocument, Paragraph } from '../form/index.ts';

/** Whether a form prints something that comes from a path of its record, or from below it. */
export type Prints = (path: Path) => boolean;

/** The parts of paths, level by level. */
type Branch = Map<string | number, Branch>;

export function printsOf({ sections }: FormDocument<ColumnWish>): Prints {
  const top: Branch = new Map();
  const add = ({ runs }: Paragraph): void => {
    for (const { origin } of runs) if ('path' in origin) plant(top, origin.path);
  };
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'heading') block.paragraphs.forEach(add);
    else {
      const cells = block.kind === 'lines' ? block.cells : block.bands.flatMap(cellsOf);
      for (const cell of cells) cell.paragraphs.forEach(add);
    }
  }
  return (path) => {
    let here: Branch | undefined = top;
    for (const part of path) here = here?.get(part);
    return here !== undefined;
  };
}

function plant(top: Branch, path: Path): void {
  let here = top;
  for (const part of path) {
    const next: Branch = here.get(part) ?? new Map();
    here.set(part, next);
    here = next;
  }
}

type Child = BandSpec<ColumnWish>['children'][number];

const cellsOf = ({ children }: { readonly children: readonly Child[] }): readonly CellSpec[] =>
  children.flatMap((child) => (child.kind === 'row' ? child.cells : [child.label, ...cellsOf(child)]));
