import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../../src/author/format/index.ts';
import type { Blueprint, Field, GroupField } from '../../../src/blueprint/index.ts';
import { type Node, parseSource, type SourceFile } from '../../../src/source/index.ts';

/** Records as authors might type them: every style of text, layout and comment, and what the record says. */
type Typed = { readonly kind: 'text'; readonly text: string } | Typed[] | { readonly [key: string]: Typed };

const awkward = fc.constantFrom(
  '年度: 2024',
  'a #b',
  '- 一',
  '[1]',
  '{x}',
  "it's",
  '"引"',
  '`x`',
  '≥90%',
  '>5%',
  '*1',
  '&a',
  '!是',
  '%5',
  '@某',
  '? 问',
  ':',
  '，：；“”',
  '1,219.80',
  '0012',
  'true',
  '~',
  '<<',
  '  前后 ',
  '\u3000全角\u3000',
  '---',
  '... ',
  'a:b',
  'a: ',
  '# 注',
  '一,二',
  '三}',
  '\\n',
  '末尾:',
  '目标值 - 5',
);
const words = fc.oneof(awkward, fc.string({ unit: fc.constantFrom(...'甲乙丙1%,: #-\'"{}[]') }), fc.constant(''));
const oneLine = words.map((text) => text.replaceAll('\n', ' '));
const paragraphs = fc.array(oneLine, { minLength: 2, maxLength: 4 }).map((lines) =>
  lines
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd(),
);
const text = fc
  .oneof({ weight: 4, arbitrary: oneLine }, { weight: 1, arbitrary: paragraphs })
  .map((value): Typed => ({ kind: 'text', text: value }));
const keys = ['甲', '乙', '丙', '丁', '部门(单位)名称', 'a: b', '接受', '排版', "'引'", '#号', '- 项'];
const dictionary = (value: fc.Arbitrary<Typed>): fc.Arbitrary<Typed> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key, maxLength: 5 })
    .map((entries): Typed => Object.fromEntries(entries));
const tree = fc.letrec<{ node: Typed; map: Typed }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.array(tie('node'), { maxLength: 4 }) as fc.Arbitrary<Typed>,
    dictionary(tie('node')),
  ),
  map: dictionary(tie('node')),
}));

const isText = (node: Typed): node is { kind: 'text'; text: string } => 'kind' in node && node.kind === 'text';

/** Numbers that look random, always the same for one seed. */
function coins(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}

/** Types a record with all the freedom that YAML leaves; `coin` decides, and each comment is new. */
function type(node: Typed, coin: () => number, comments: 'commented' | 'bare' = 'commented'): string {
  let count = 0;
  const comment = (): string => {
    count += 1;
    return `# 注${count}。`;
  };
  const talks = comments === 'commented';
  const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const above = (indent: number): string =>
    talks && coin() % 6 === 0
      ? `${coin() % 2 ? '\n' : ''}${' '.repeat(indent)}${comment()}\n${coin() % 3 ? '' : '\n'}`
      : '';
  const beside = (): string => (talks && coin() % 5 === 0 ? ` ${comment()}` : '');
  const scalar = (value: string, indent: number): string => {
    if (value.includes('\n') || (coin() % 7 === 0 && value.trim() !== '' && value.trim() === value)) {
      const pad = ' '.repeat(indent + 1 + (coin() % 3));
      const header = value.startsWith(' ') ? `|${pad.length - indent}` : '|';
      // The parent of block text in a list is the list itself, one dash to the left.
      return ` ${header}${beside()}\n${value
        .split('\n')
        .map((line) => (line === '' ? '' : pad + line))
        .join('\n')}\n`;
    }
    return `${value === '' && coin() % 2 ? '' : ` ${quoted(value)}`}${beside()}\n`;
  };
  const flow = (value: Typed): string => {
    if (isText(value)) return quoted(value.text);
    const gap = (): string =>
      talks && coin() % 6 === 0 ? ` ${comment()}\n${' '.repeat(40)}` : coin() % 6 === 0 ? `\n${' '.repeat(40)}` : '';
    if (Array.isArray(value)) return `[${gap()}${value.map((one) => `${flow(one)}${gap()}`).join(', ')}]`;
    const entries = Object.entries(value).map(([key, held]) => `${quoted(key)}: ${flow(held)}${gap()}`);
    return `{${gap()}${entries.join(', ')}}`;
  };
  const fits = (value: Typed): boolean =>
    isText(value) ? !value.text.includes('\n') : (Array.isArray(value) ? value : Object.values(value)).every(fits);
  const collection = (value: Typed, indent: number): string => {
    if (isText(value)) throw new Error('no collection');
    if (Array.isArray(value))
      return value.map((one) => `${above(indent)}${' '.repeat(indent)}-${under(one, indent)}`).join('');
    return Object.entries(value)
      .map(([key, held]) => `${above(indent)}${' '.repeat(indent)}${quoted(key)}:${under(held, indent)}`)
      .join('');
  };
  const under = (value: Typed, indent: number): string => {
    if (isText(value)) return scalar(value.text, indent);
    const isEmpty = Object.keys(value).length === 0;
    if (isEmpty || (fits(value) && coin() % 3 === 0)) return ` ${flow(value)}${beside()}\n`;
    return `${beside()}\n${collection(value, indent + 1 + (coin() % 3))}${above(indent + (coin() % 6))}`;
  };
  const head = talks && coin() % 2 ? `${comment()}\n\n` : '';
  return `${head}${collection(node, 0)}${above(0)}`;
}

const record = fc
  .record({ top: tree.map, seed: fc.nat() })
  .filter(({ top }) => Object.keys(top).length > 0)
  .map(({ top, seed }) => type(top, coins(seed)));

const parsed = (typed: string): SourceFile => {
  const outcome = parseSource('某.yaml', typed);
  if (!outcome.ok) throw new Error(`${outcome.problems[0].message}\n${typed}`);
  return outcome.value;
};

/** A tree as plain values; keys in the order typed. */
const plain = (node: Node): unknown => {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [`_${key.text}`, plain(value)]));
};

const at = { file: 'form.yaml', start: 0, end: 0 };
const base = { required: false, mayBeBlank: true, example: '', note: '', at };
const field = (name: string, fields?: readonly Field[]): Field =>
  fields === undefined ? { ...base, name, kind: 'text' } : { ...base, name, kind: 'group', fields };
const formWith = (fields: readonly Field[]): Blueprint => {
  const root: GroupField = { ...base, name: '', kind: 'group', fields };
  return { fields: root } as Blueprint;
};
const form = formWith([field('丙'), field('甲', [field('乙'), field('甲')])]);

const orders = fc.constantFrom(null, form);

describe('formatting any record that can be read', () => {
  it('keeps every text and the order of lists', () => {
    fc.assert(
      fc.property(record, orders, (typed, blueprint) => {
        const source = parsed(typed);
        expect(plain(parsed(formatSource(source, blueprint)).root)).toEqual(plain(source.root));
      }),
    );
  });

  it('keeps every comment once', () => {
    fc.assert(
      fc.property(record, orders, (typed, blueprint) => {
        const source = parsed(typed);
        const textsOf = ({ comments }: SourceFile) => comments.map((one) => one.text).sort();
        expect(textsOf(parsed(formatSource(source, blueprint)))).toEqual(textsOf(source));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(record, orders, (typed, blueprint) => {
        const once = formatSource(parsed(typed), blueprint);
        expect(formatSource(parsed(once), blueprint)).toBe(once);
      }),
    );
  });

  it('brings a comment above the first key of a short item above the item, and leaves it there', () => {
    const once = formatSource(parsed("甲:\n  -\n    # 注\n    乙: '一'\n    丙: 二\n"), null);
    expect(once).toBe('甲:\n  # 注\n  - { 乙: 一, 丙: 二 }\n');
    expect(formatSource(parsed(once), null)).toBe(once);
  });

  it('is the same however the record was typed', () => {
    const bare = fc.tuple(tree.map, fc.nat()).filter(([top]) => Object.keys(top).length > 0);
    fc.assert(
      fc.property(bare, ([top, seed]) => {
        const typed = type(top, coins(seed), 'bare');
        const source = parsed(typed);
        const plainly = parsed(type(top, () => 4, 'bare'));
        expect(formatSource(source, null)).toBe(formatSource(plainly, null));
      }),
    );
  });

  it('leaves each comment with the key it was written for, also when keys move', () => {
    type Named = { readonly name: string; readonly below: readonly Named[] };
    const shapes = fc.letrec<{ node: readonly unknown[] }>((tie) => ({
      node: fc.array(fc.tuple(fc.boolean(), fc.oneof({ depthSize: 'small' }, fc.constant([]), tie('node'))), {
        minLength: 1,
        maxLength: 4,
      }),
    }));
    const write = ({ name, below }: Named, indent: number): string => {
      const pad = ' '.repeat(indent);
      const under = below.map((one) => write(one, indent + 2)).join('');
      return `${pad}# 上${name}。\n${pad}${name}: ${below.length === 0 ? '值' : ''} # 旁${name}。\n${under}`;
    };
    fc.assert(
      fc.property(shapes.node, fc.boolean(), (shape, moves) => {
        let count = 0;
        const name = (nodes: readonly unknown[]): Named[] =>
          (nodes as readonly (readonly [boolean, readonly unknown[]])[]).map(([, below]) => {
            count += 1;
            return { name: `键${count}号`, below: name(below) };
          });
        const named = name(shape);
        const blueprint = moves ? formWith(named.toReversed().map((one) => field(one.name))) : null;
        const after = formatSource(parsed(named.map((one) => write(one, 0)).join('')), blueprint).split('\n');
        for (let i = 1; i <= count; i += 1) {
          const line = after.findIndex((one) => one.includes(`键${i}号:`));
          expect(after[line]).toContain(`  # 旁键${i}号。`);
          expect(after[line - 1]).toContain(`# 上键${i}号。`);
        }
        if (moves) expect(after.find((one) => /^键/u.test(one))).toContain(named.at(-1)?.name);
      }),
    );
  });
});
