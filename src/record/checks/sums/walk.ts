import { adviseWord, type Field, type GroupField, hasName, itemOf, words } from '../../../blueprint/index.ts';
import { type Fault, halfWidth } from './fault.ts';
import type { Node } from './parse.ts';
import type { Fields } from './shape.ts';
import type { PathTitle } from './title.ts';

/** What the names of an expression may mean. */
export type Scope = {
  readonly text: string;
  readonly root: GroupField;
  /** What `$项` may be; null where the check has no 逐项. */
  readonly items: readonly Field[] | null;
  readonly report: (fault: Fault) => null;
};

const parts: ReadonlySet<string> = new Set(['type', 'value', 'position', 'steps', 'stages']);

/** Whether a node has nothing but what is read of it: JSONata hangs sorting, grouping and binding on nodes as extras. */
export const isPlain = (node: Node, known: ReadonlySet<string> = parts): boolean =>
  Object.entries(node).every(([key, value]) => value === undefined || known.has(key));

/** Where a token stands: `position` is its end. */
export function tokenAt({ value, position }: Node, text: string): { readonly start: number; readonly end: number } {
  if (position === undefined) return { start: 0, end: text.length };
  const quoted = text[position - 1] === '`' || text[position - 1] === '"';
  const length = typeof value === 'string' ? value.length + (quoted ? 2 : 0) : 1;
  return { start: Math.max(0, position - length), end: position };
}

/** The fields that a path or `$项` leads to; null (reported) where it leads nowhere. */
export function walkPath(node: Node, scope: Scope): Fields | null {
  const steps = node.type === 'path' ? (node.steps ?? []) : [node];
  const [first, ...others] = steps;
  if (first === undefined || !isPlain(node)) return refused(node, scope);
  if (first.type !== 'variable') return walkNames(steps, { ...entered([scope.root]), title: untitled }, scope);
  if (first.value !== words.item || !isPlain(first)) return wrongVariable(first, scope);
  if (scope.items === null) {
    const advice = `在这条检查里写上“${words.check.each}: 列表的名称”。`;
    const message = `“$${words.item}”只能和“${words.check.each}”一起用`;
    return scope.report({ ...variableAt(first, scope), message, advice });
  }
  const names = others.length === 0 ? [itemTitle(scope.items)] : [];
  return walkNames(others, { ...entered(scope.items), title: { ...untitled, names } }, scope);
}

/** What `$项` is called: by the one name of its fields, if they have one. */
function itemTitle(items: readonly Field[]): string {
  const [name = '', ...others] = new Set(items.map((item) => item.name));
  return others.length > 0 || name === '' ? '这一项' : name;
}

const entered = (fields: readonly Field[]) => ({ fields, named: fields, many: false });
const untitled: PathTitle = { kind: 'path', names: [], list: '' };

/** Follows names downwards from fields. */
export function walkNames(steps: readonly Node[], from: Omit<Fields, 'kind'>, scope: Scope): Fields | null {
  let { fields, named, many, title } = from;
  for (const step of steps) {
    if (step.type !== 'name' || !isPlain(step)) return refused(step, scope);
    const found = fields.map((field) => memberOf(field, step));
    if (found.includes(undefined)) return unknownName(step, { fields, named, title }, scope);
    named = found.filter((field) => field !== undefined);
    const repeated = named.some(({ kind }) => kind === 'list' || kind === 'tree');
    many ||= repeated;
    fields = named.map(itemOf);
    const name = String(step.value);
    title = { kind: 'path', names: [...title.names, name], list: repeated ? name : title.list };
    for (const { expr } of step.stages ?? []) if (!isChoice(expr, { fields, named, title }, scope)) return null;
  }
  return { kind: 'fields', fields, named, many, title };
}

const memberOf = (field: Field, { value }: Node): Field | undefined =>
  field.kind === 'group' ? field.fields.find(({ name }) => name === value) : undefined;

/** A choice among the items of a list: texts that are, or are not, a text in quotes. What else it is, is reported. */
function isChoice(node: Node, items: Pick<Fields, 'fields' | 'named' | 'title'>, scope: Scope): boolean {
  const { lhs, rhs } = node;
  const reported = (): false => {
    const advice = '只能按文字挑：写成 列表[名称 = "文字"].金额；不等于写 !=，还可以用 and 和 or 连起来。';
    refused(node, scope, { message: '方括号里不能这样写', advice });
    return false;
  };
  if (node.type !== 'binary' || lhs === undefined || rhs === undefined) return reported();
  if (node.value === 'and' || node.value === 'or') return isChoice(lhs, items, scope) && isChoice(rhs, items, scope);
  if ((node.value !== '=' && node.value !== '!=') || lhs.type !== 'path' || rhs.type !== 'string') return reported();
  const named = walkNames(lhs.steps ?? [], { ...items, many: false }, scope);
  if (named === null) return false;
  return named.fields.every(({ kind }) => kind === 'text' || kind === 'prose' || kind === 'target') || reported();
}

/** `from` is what the name was looked for in. */
function unknownName(step: Node, from: Pick<Fields, 'fields' | 'named' | 'title'>, scope: Scope): null {
  const place = tokenAt(step, scope.text);
  const inside = from.fields.find((field) => memberOf(field, step) === undefined) ?? scope.root;
  const called = inside.name || from.title.names.at(-1);
  const where = inside === scope.root ? '字段里' : called === undefined ? '这一项里' : `“${called}”里`;
  const message = `${where}没有“${step.value}”`;
  if (inside.kind !== 'group') {
    const kind = words.fieldTypes[inside.kind];
    return scope.report({ ...place, message: `${message}：它是${kind}`, advice: '删去点和它后面的名称。' });
  }
  if (from.named.some((field) => field.kind === 'tree' && hasName(field.taxonomy, String(step.value)))) {
    const [column] = inside.fields.filter(({ kind }) => kind === 'amount');
    const path = [...from.title.names, column?.name].join('.');
    const advice = column ? `不写名目，写成“${path}”：各个名目下面的行都算。` : '换成类型为“金额”的字段。';
    return scope.report({ ...place, message: `“${step.value}”是体系里的名目，不能写进算式`, advice });
  }
  const names = inside.fields.map(({ name }) => name);
  const advice = halfWidth(scope.text) ?? (inside === scope.root ? fullPath(step, scope) : null);
  return scope.report({ ...place, message, advice: advice ?? adviseWord(String(step.value), names) });
}

/** What to write for a name that stands in the item or in a group; null where it stands in neither. */
function fullPath(step: Node, { root, items }: Scope): string | null {
  const has = (field: Field): boolean => memberOf(field, step) !== undefined;
  if (items !== null && step.value === words.item) return `那一项写成“$${words.item}”。`;
  if (items?.every(has) === true) return `写成“$${words.item}.${step.value}”。`;
  const [group, ...others] = root.fields.filter((field) => field.kind === 'group' && has(field));
  return group === undefined || others.length > 0 ? null : `写成“${group.name}.${step.value}”。`;
}

/** Where a variable or the name of a function stands, with its `$`. */
export const variableAt = (node: Node, { text }: Scope): { readonly start: number; readonly end: number } => {
  const { start, end } = tokenAt(node, text);
  return { start: Math.max(0, start - 1), end };
};

function wrongVariable(node: Node, scope: Scope): null {
  const advice = `逐项检查时用“$${words.item}”指那一项；别的都写名称，从最外一层写起。`;
  return scope.report({
    ...variableAt(node, scope),
    message: `不能用“$${node.value}”`,
    advice: halfWidth(scope.text) ?? advice,
  });
}

const advices: Readonly<Record<string, string>> = {
  '+': `用 $${words.functions.sum}(甲, 乙)。`,
  '-': `用 $${words.functions.difference}(甲, 乙)；名称里有“-”就把名称用反引号括起来。`,
  '*': `用 $${words.functions.product}(甲, 1.05) 或 $${words.functions.product}(单价, 数量)。`,
  '/': `不做除法；把另一边写成 $${words.functions.product}(甲, 0.05) 这样的倍数。`,
};

/** What an expression may not have: everything of JSONata that is not names, `$项` and the functions of 检查. */
export function refused(node: Node, scope: Scope, said: Partial<Pick<Fault, 'message' | 'advice'>> = {}): null {
  const place = tokenAt(node, scope.text);
  const seen = scope.text.slice(place.start, place.end);
  const functions = Object.values(words.functions).map((name) => `$${name}`);
  const advice = `可以用的有：名称、数、$${words.item} 和 ${functions.join('、')}。`;
  return scope.report({
    ...place,
    message: said.message ?? `算式里不能用“${seen}”`,
    advice: said.advice ?? halfWidth(scope.text) ?? advices[String(node.value)] ?? advice,
  });
}
