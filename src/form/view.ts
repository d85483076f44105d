import { Bare, type Origin } from '../base/index.ts';
import { words } from '../blueprint/index.ts';
import type { CheckedRecord, GroupValue, TreeNode, Value } from '../record/index.ts';
import { valueMark } from './markup/marks.ts';
import { limits } from './template/limits.ts';
import type { Run } from './types.ts';

/** A printed value as a template sees it; what Handlebars prints of it is the mark of its run. */
export class Printed {
  readonly text: string;
  readonly #run: number;
  readonly #count: (characters: number) => void;

  constructor(text: string, run: number, count: (characters: number) => void) {
    this.text = text;
    this.#run = run;
    this.#count = count;
  }

  /** A blank counts as one, since a place is set for it. */
  toString(): string {
    this.#count(Math.max(1, this.text.length));
    return valueMark(this.#run);
  }
}

/** Tells of a group whether the author gave it. */
export const GIVEN = Symbol('given');

export type ViewGroup = { readonly [member: string]: View; readonly [GIVEN]: boolean };
export type View = Printed | ViewGroup | readonly View[];

/** Collects the runs that the marks of one expansion stand for, and counts what is printed and the turns of its loops. */
export type Expansion = {
  readonly runs: readonly Run[];
  readonly add: (text: string, origin: Origin) => Printed;
  /** Counts one turn of a loop; false once there were more, or more was made or printed, than any form has. */
  readonly turn: () => boolean;
  /** Counts the characters of marks and texts that a turn has made. */
  readonly print: (characters: number) => void;
  /** Whether one of the bounds of an expansion was passed; told of by its kind. */
  readonly tooMuch: () => 'turns' | 'values' | null;
};

export function startExpansion(): Expansion {
  const runs: Run[] = [];
  let turns = 0;
  let markup = 0;
  let values = 0;
  const count = (characters: number): void => {
    values += characters;
  };
  const tooMuch: Expansion['tooMuch'] = () => {
    if (values > limits.printed) return 'values';
    return turns > limits.turns || markup > limits.markup ? 'turns' : null;
  };
  return {
    runs,
    add: (text, origin) => new Printed(text, runs.push({ text, origin }) - 1, count),
    turn: () => {
      turns += 1;
      return tooMuch() === null;
    },
    print: (characters) => {
      markup += characters;
    },
    tooMuch,
  };
}

/** What a template sees of a record: scalars as {@link Printed}, trees and lists as arrays, groups as objects. */
export const viewOf = (record: CheckedRecord, { add }: Expansion): ViewGroup => viewGroup(record.root, add);

type Add = Expansion['add'];
type OpenGroup = { [member: string]: View; [GIVEN]: boolean };

function viewValue(value: Value, add: Add): View {
  switch (value.kind) {
    case 'scalar':
      return add(value.text, value.origin);
    case 'group':
      return viewGroup(value, add);
    case 'list':
      return value.items.map((item) => viewValue(item, add));
    case 'tree':
      return value.nodes.map((node) => viewNode(node, add));
  }
}

function emptyView(given: boolean): OpenGroup {
  const view = new Bare() as OpenGroup;
  view[GIVEN] = given;
  return view;
}

function viewGroup({ given, members }: GroupValue, add: Add): OpenGroup {
  const view = emptyView(given);
  for (const [name, member] of members) view[name] = viewValue(member, add);
  return view;
}

function viewNode({ name, origin, below, rows }: TreeNode, add: Add): ViewGroup {
  const view = emptyView(true);
  view[words.view.name] = add(name, origin);
  view[words.view.below] = below.map((node) => viewNode(node, add));
  view[words.view.rows] = rows.map((row) => viewRow(row, add));
  return view;
}

/** A row of indicators has its columns by name, and besides all but the first, the values, as a list. */
function viewRow(row: GroupValue, add: Add): ViewGroup {
  const view = viewGroup(row, add);
  view[words.view.values] = Array.from(row.members.keys(), (name) => view[name] as View).slice(1);
  return view;
}
