import type { Span } from '../base/index.ts';
import { entry, type Mapping, type Scalar } from '../source/index.ts';
import { adviseWord } from './nearest.ts';
import { type Reading, seenAt } from './reading.ts';
import { pathOf } from './sum-paths.ts';
import { membersOf } from './sum-scopes.ts';
import { hasName } from './taxonomies.ts';
import type { Field, FieldPath, GroupField, SumStep } from './types.ts';
import { words } from './vocabulary.ts';

/** A field that a path of 汇总 leads to. */
export type Found = {
  readonly path: FieldPath;
  readonly field: Field;
  /** Whether a list or indicators lie on the way, so that a record may have many of it. */
  readonly repeated: boolean;
  readonly at: Span;
};

/** The fields that the path under a key leads to, or each path of a list of them; null (B004) where one leads nowhere. */
export function findFields(
  settings: Mapping,
  key: string,
  { fields, reading }: { readonly fields: GroupField; readonly reading: Reading },
): readonly Found[] | null {
  const scalars = pathsUnder(settings, key, reading);
  if (scalars === null) return null;
  const found = scalars.map((scalar) => findField(scalar, fields, reading));
  const twice = scalars.find(({ text }, i) => scalars.findIndex((other) => other.text === text) < i);
  if (twice) reading.report('B004', twice.span, `路径“${twice.text}”写了两次，会加两次`, '删去一条。');
  return found.includes(null) ? null : found.filter((one) => one !== null);
}

function pathsUnder(settings: Mapping, key: string, reading: Reading): readonly Scalar[] | null {
  const value = entry(settings, key)?.value;
  const nodes = value?.kind === 'list' ? value.items : value ? [value] : [];
  const scalars = nodes.flatMap((node) => (node.kind === 'scalar' && !node.blank ? [node] : []));
  if (scalars.length > 0 && scalars.length === nodes.length) return scalars;
  const advice = `写字段的名称，里层的用点连，例如“${key}: 甲.乙”；几项相加写成“${key}: [甲.乙, 甲.丙]”。`;
  reading.report('B004', seenAt(settings, key), `“${key}”应是字段的路径`, advice);
  return null;
}

function findField(scalar: Scalar, root: GroupField, reading: Reading): Found | null {
  let field: Field = root;
  let repeated = false;
  const path: string[] = [];
  for (const step of pathOf(scalar)) {
    repeated ||= field.kind === 'list' || field.kind === 'tree';
    const next: Field | undefined = membersOf(field).find(({ name }) => name === step.name);
    if (next === undefined) {
      if (reading.unread.has(step.name)) return null;
      reading.report('B004', step.at, `${placeOf(path)}没有字段“${step.name}”`, adviceFor(step, field, path));
      return null;
    }
    path.push(step.name);
    field = next;
  }
  return { path, field, repeated, at: scalar.span };
}

const placeOf = (path: FieldPath): string => (path.length === 0 ? '' : `“${path.join('.')}”里`);

function adviceFor({ name }: SumStep, inside: Field, path: FieldPath): string {
  if (inside.kind === 'tree' && hasName(inside.taxonomy, name)) {
    const advice = `“${name}”是体系里的名目；写到“${path.join('.')}”为止`;
    return `${advice}，各个名目下面的行都算。`;
  }
  const names = membersOf(inside).map((member) => member.name);
  if (names.length > 0) return adviseWord(name, names);
  return path.length === 0 ? `写${words.form.fields}里有的名称。` : `写到“${path.join('.')}”为止。`;
}
