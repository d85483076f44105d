import { type Diagnostic, diagnostic, flatMap, shortened } from '../../base/index.ts';
import { saysNone } from '../target/parse.ts';
import type { TreeNode } from '../types.ts';
import { listed } from './places.ts';
import { type Branch, type Forest, type Indicator, isGiven, type Survey } from './survey.ts';

/** T3: indicators of each kind that the taxonomy expects; for a tree without any indicator it is said once. */
export const lackingLevels = ({ forests }: Survey): Diagnostic[] =>
  flatMap(forests, ({ tree, branches }) => {
    const { expected } = tree.field.taxonomy;
    const given = namesWithIndicators(branches);
    const lacking = expected.levels.filter((name) => !given.has(name));
    if (lacking.length === 0 || tree.nodes.length === 0) return [];
    return diagnostic({
      code: 'T3',
      severity: 'warning',
      at: tree.at,
      message:
        given.size === 0 ? `“${tree.field.name}”里还没有指标` : `“${tree.field.name}”里没有${lacking.join('、')}`,
      advice: `至少各写一条：${lacking.map((name) => `“${name}:”`).join('')}下面写二级名称，再往下每条以“- ”开头。`,
    });
  });

/** T4: names of level two that are not even written; an empty list under a name is legal (T6). */
export const lackingNames = ({ forests }: Survey): Diagnostic[] =>
  flatMap(forests, ({ tree, branches }) => {
    const { expected, aliases } = tree.field.taxonomy;
    if (!hasIndicators(branches)) return [];
    return flatMap(tree.nodes, (node) => {
      const wanted = expected.below.get(aliases.get(node.name) ?? node.name) ?? [];
      const there = new Set(node.below.map(({ name }) => aliases.get(name) ?? name));
      const lacking = wanted.filter((name) => !there.has(name));
      return node.below.length === 0 || lacking.length === 0 ? [] : lacksNames(node, lacking);
    });
  });

const lacksNames = (node: TreeNode, lacking: readonly string[]): Diagnostic =>
  diagnostic({
    code: 'T4',
    severity: 'warning',
    at: node.origin.span,
    message: `“${node.name}”下面没有${lacking.join('、')}`,
    advice: `补上${listed(lacking.map((name) => `${name}:`))}和它的指标；没有这类指标就写${listed(lacking.map((name) => `${name}: []`))}，表上印一空行。`,
  });

/** T5: no indicator of satisfaction at all. */
export const lackingSatisfaction = ({ forests }: Survey): Diagnostic[] =>
  flatMap(forests, ({ tree, branches }) => {
    const wanted = tree.field.taxonomy.expected.satisfaction;
    const given = namesWithIndicators(branches);
    if (wanted.length === 0 || given.size === 0 || wanted.some((name) => given.has(name))) return [];
    return diagnostic({
      code: 'T5',
      severity: 'warning',
      at: tree.at,
      message: `“${tree.field.name}”里没有满意度的指标`,
      advice: `在“${wanted[0]}:”下面至少写一条，值写 ≥90% 这样。`,
    });
  });

/** T8: one name twice under a name of level two; the later one is told. */
export const repeatedNames = ({ forests }: Survey): Diagnostic[] =>
  flatMap(forests, ({ branches }) => flatMap(branches, repeatedOn));

function repeatedOn({ node, indicators }: Branch): Diagnostic[] {
  const first = new Map<string, NonNullable<Indicator['name']>>();
  return flatMap(indicators, ({ name }) => {
    const text = name?.text.replaceAll(/\s/g, '') ?? '';
    if (name === null || text === '' || saysNone(text)) return [];
    const before = first.get(text);
    if (before === undefined) first.set(text, name);
    return before === undefined
      ? []
      : diagnostic({
          code: 'T8',
          severity: 'hint',
          at: name.origin.span,
          message: `“${node.name}”下面有两条“${shortened(name.text)}”`,
          advice: '如果是两件事，名称里写出不同；如果重复了，删去一条。',
          related: [{ at: before.origin.span, message: '前一条在这里' }],
        });
  });
}

const hasIndicators = (branches: Forest['branches']): boolean =>
  branches.some(({ indicators }) => indicators.some(isGiven));

/** The names of both levels that have an indicator below them. */
const namesWithIndicators = (branches: Forest['branches']): ReadonlySet<string> =>
  new Set(flatMap(branches, ({ indicators }) => indicators.find(isGiven)?.levels ?? []));
