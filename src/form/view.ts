import type { Origin } from '../base/index.ts';
import { words } from '../blueprint/index.ts';
import type { CheckedRecord, GroupValue, ScalarValue, TreeNode, Value } from '../record/index.ts';
import type { Run } from './types.ts';

/** Private-use characters around the number of a run; authors' texts cannot hold them (source refuses them). */
export const OPEN = '\uE000';
export const CLOSE = '\uE001';

/** A printed value as a template sees it; Handlebars prints it as a placeholder, so there is nothing to escape. */
export class Printed {
  readonly text: string;
  readonly #placeholder: string;

  constructor(text: string, index: number) {
    this.text = text;
    this.#placeholder = `${OPEN}${index}${CLOSE}`;
  }

  toHTML(): string {
    return this.#placeholder;
  }
}

/** Tells of a group whether the author gave it. */
export const GIVEN = Symbol('given');

export type ViewGroup = { readonly [member: string]: View; readonly [GIVEN]: boolean };
export type View = Printed | ViewGroup | readonly View[];

/** Collects the runs that the placeholders of one expansion stand for. */
export type Runs = { readonly list: Run[]; readonly add: (text: string, origin: Origin) => Printed };

export function startRuns(): Runs {
  const list: Run[] = [];
  return { list, add: (text, origin) => new Printed(text, list.push({ text, origin }) - 1) };
}

/** What a template sees of a record: scalars as {@link Printed}, trees and lists as arrays, groups as objects. */
export const viewOf = (record: CheckedRecord, runs: Runs): ViewGroup => viewGroup(record.root, runs);

function viewValue(value: Value, runs: Runs): View {
  switch (value.kind) {
    case 'scalar':
      return runs.add(value.text, value.origin);
    case 'group':
      return viewGroup(value, runs);
    case 'list':
      return value.items.map((item) => viewValue(item, runs));
    case 'tree':
      return value.nodes.map((node) => viewNode(node, runs));
  }
}

function viewGroup(group: GroupValue, runs: Runs, values?: readonly View[]): ViewGroup {
  const view: { [member: string]: View; [GIVEN]: boolean } = Object.create(null);
  view[GIVEN] = group.given;
  for (const [name, member] of group.members) view[name] = viewValue(member, runs);
  if (values) view[words.view.values] = values;
  return view;
}

function viewNode(node: TreeNode, runs: Runs): ViewGroup {
  const view: { [member: string]: View; [GIVEN]: boolean } = Object.create(null);
  view[GIVEN] = true;
  view[words.view.name] = runs.add(node.name, node.origin);
  view[words.view.below] = node.below.map((below) => viewNode(below, runs));
  view[words.view.rows] = node.rows.map((row) => viewRow(row, runs));
  return view;
}

/** A row of indicators has its columns by name, and besides all but the first, the values, as a list. */
function viewRow(row: GroupValue, runs: Runs): ViewGroup {
  const view: { [member: string]: View; [GIVEN]: boolean } = Object.create(null);
  view[GIVEN] = row.given;
  const columns = [...row.members].map(
    ([name, member]) => [name, runs.add((member as ScalarValue).text, (member as ScalarValue).origin)] as const,
  );
  for (const [name, printed] of columns) view[name] = printed;
  view[words.view.values] = columns.slice(1).map(([, printed]) => printed);
  return view;
}
