import type { Span } from '../../base/index.ts';
import type { TreeField } from '../../blueprint/index.ts';
import type { TreeNode } from '../../record/index.ts';
import { entry, type Node } from '../../source/index.ts';
import type { Where } from '../edited/document.ts';
import { fault } from '../faults.ts';
import { itemsBelow, namesBelow } from '../printed/spots.ts';
import type { Instance } from '../reading/instances.ts';
import type { Context } from './context.ts';
import { nameOf } from './rows.ts';
import { isUnread } from './unread.ts';

/** A level of indicators as the document has it, and what of the record its names were. */
export type FoundNames = {
  readonly nodes: readonly TreeNode[];
  readonly found: readonly Instance[];
  readonly key: string;
  /** The name above; null at the top. */
  readonly above: string | null;
  /** What the names were in the record, by their number. */
  readonly matched: ReadonlyMap<number, TreeNode>;
  /** The names in the record's YAML. */
  readonly node: Node | undefined;
  /** Where a name is told that the YAML does not have. */
  readonly at: Span;
};

/**
 * P007 for names that the form does not have here, that stand here twice, or hold both names and rows. Gives those that
 * the record can have.
 */
export function checkNames(level: FoundNames, field: TreeField, context: Context): readonly Instance[] {
  const { nodes, found, key, above, matched, node, at } = level;
  // What stands below a name that the form does not have is told with that name.
  if (above !== null && !field.taxonomy.levels.has(own(above, field))) return [];
  const allowed = allowedBelow(above, field);
  const seen = new Set<string>();
  const report = (where: Where | undefined, text: string, saw: string, place: Span): void => {
    context.doubt();
    if (where === undefined) return;
    const advice = '在 Word 里改好，再写回；或者直接改 YAML。';
    context.report(fault({ code: 'P007', at: place, where, text }, saw, advice));
  };
  return found.filter((instance, j) => {
    const name = nameOf(instance, key);
    const where = instance.bounds.get(key)?.[0]?.cell.where ?? instance.row?.where;
    const isAllowed = allowed.includes(own(name, field));
    const old = matched.get(j) ?? (isAllowed ? undefined : lostName(nodes, found, key));
    const place = (old && keyOf(node, old.name)) ?? at;
    isUnread(instance.bounds.get(key) ?? [], place, context);
    if (!isAllowed)
      report(where, name, `这里没有这个名目（可以写：${allowed.join('、')}）${wasNamed(name, old?.name)}`, place);
    else if (seen.has(name)) report(where, name, `这个名目分成了两处${wasNamed(name, old?.name)}`, place);
    const isSound = isAllowed && !seen.has(name);
    seen.add(name);
    const [nameless] = instance.below.has(namesBelow(key)) ? (instance.below.get(itemsBelow(key)) ?? []) : [];
    if (nameless === undefined) return isSound;
    const lost = lostName(old?.below ?? [], instance.below.get(namesBelow(key)) ?? [], namesBelow(key))?.name;
    const below = old && node?.kind === 'map' ? entry(node, old.name)?.value : undefined;
    const wanted = `这里要有名目（可以写：${allowedBelow(name, field).join('、')}）`;
    report(blankIn(nameless), '', `${wanted}${wasNamed('', lost)}`, keyOf(below, lost) ?? place);
    return isSound;
  });
}

const own = (name: string, { taxonomy }: TreeField): string => taxonomy.aliases.get(name) ?? name;

const allowedBelow = (above: string | null, field: TreeField): readonly string[] =>
  above === null ? [...field.taxonomy.levels.keys()] : (field.taxonomy.levels.get(own(above, field)) ?? []);

const wasNamed = (name: string, was: string | undefined): string =>
  was === undefined || was === name ? '' : `，原来是“${was}”`;

const keyOf = (node: Node | undefined, name: string | undefined): Span | undefined =>
  node?.kind === 'map' && name !== undefined ? entry(node, name)?.key.span : undefined;

/** The name of the record that the document does not have any more, where it is a single one. */
function lostName(nodes: readonly TreeNode[], found: readonly Instance[], key: string): TreeNode | undefined {
  const kept = new Set(found.map((one) => nameOf(one, key)));
  const [lost, ...others] = nodes.filter(({ name }) => !kept.has(name));
  return others.length === 0 ? lost : undefined;
}

/** The cell in which the name of a row is missing. */
const blankIn = ({ row }: Instance): Where | undefined =>
  (row?.cells.find(({ cell, begins }) => begins && cell.text === '')?.cell ?? row)?.where;
