import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, RecordChanges } from '../../../src/compare/index.ts';
import { type Indicator, type Model, type Task, yamlOf } from './model.ts';
import { changesOf } from './support.ts';

const runs = { numRuns: 20 };

/** Names and texts of which no two are alike. */
const syllables = [
  ...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈',
];
const nameAt = (seed: number): string =>
  [0, 1, 2, 3].map((i) => syllables[(seed * 7 + i * i * 11 + (seed >> 3) * i) % syllables.length]).join('') + seed;

const levels = ['数量指标', '质量指标', '时效指标', '成本指标'] as const;

const tasksOf = (from: number, count: number): Task[] =>
  Array.from({ length: count }, (_, i) => ({
    name: nameAt(from + i),
    content: `${nameAt(from + i + 300)}，${nameAt(from + i + 500)}。`,
    amount: from + i + 1,
  }));
const indicatorsOf = (from: number, count: number): Indicator[] =>
  Array.from({ length: count }, (_, i) => ({
    name: nameAt(from + i),
    period: `${from + i}个`,
    year: `${2 * (from + i) + 1}项`,
  }));

const models: fc.Arbitrary<Model> = fc
  .record({
    spending: fc.integer({ min: 1, max: 9999 }),
    tasks: fc.integer({ min: 0, max: 7 }),
    rows: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ spending, tasks, rows }) => ({
    spending,
    tasks: tasksOf(0, tasks),
    indicators: new Map(levels.map((level, i) => [level, indicatorsOf(20 + 20 * i, rows[i] ?? 0)])),
  }));

/** What is done to one row of a list: every row has at most one thing done to it. */
type Deed = 'keep' | 'edit' | 'remove';
type Script = {
  readonly deeds: readonly Deed[];
  /** Where a new row is put in, as a part of the length; null: nowhere. */
  readonly insert: number | null;
  /** Which of the rows that stay is moved, and how far: at least two places; null: none. */
  readonly move: readonly [number, number] | null;
};

const scripts: fc.Arbitrary<Script> = fc.record({
  deeds: fc.array(fc.constantFrom<Deed>('keep', 'keep', 'edit', 'remove'), { minLength: 7, maxLength: 7 }),
  insert: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  move: fc.option(fc.tuple(fc.nat(6), fc.integer({ min: 2, max: 5 }))),
});

/** What is expected to be told, such as `edited 天地玄黄1`. */
type Done<Row> = { readonly rows: readonly Row[]; readonly told: readonly string[] };

function carryOut<Row extends { readonly name: string }>(
  rows: readonly Row[],
  { deeds, insert, move }: Script,
  { edit, fresh }: { readonly edit: (row: Row) => Row; readonly fresh: Row },
): Done<Row> {
  const told: string[] = [];
  let all = rows.flatMap((row, i): Row[] => {
    const deed = deeds[i] ?? 'keep';
    if (deed !== 'keep') told.push(`${deed === 'edit' ? 'edited' : 'removed'} ${row.name}`);
    return deed === 'remove' ? [] : [deed === 'edit' ? edit(row) : row];
  });
  if (move !== null && all.length > 2) {
    const from = move[0] % all.length;
    const to = (from + Math.min(Math.max(move[1], 2), all.length - 2)) % all.length;
    const row = all[from] as Row;
    const others = all.filter((_, i) => i !== from);
    all = [...others.slice(0, to), row, ...others.slice(to)];
    // A row that changes places with its neighbour may be told either way.
    if (Math.abs(from - to) > 1) told.push(`moved ${row.name}`);
    else all = [...others.slice(0, from), row, ...others.slice(from)];
  }
  if (insert !== null) {
    const at = Math.round(insert * all.length);
    all = [...all.slice(0, at), fresh, ...all.slice(at)];
    told.push(`added ${fresh.name}`);
  }
  return { rows: all, told };
}

const edits = models.chain((model) =>
  fc
    .record({
      spending: fc.option(fc.integer({ min: 10_000, max: 20_000 })),
      tasks: scripts,
      rows: fc.array(scripts, { minLength: 4, maxLength: 4 }),
    })
    .map(({ spending, tasks, rows }) => {
      const work = carryOut(model.tasks, tasks, {
        edit: (task) => ({ ...task, amount: task.amount + 500 }),
        fresh: { name: nameAt(150), content: nameAt(151), amount: 77 },
      });
      const done = levels.map((level, i) =>
        carryOut(model.indicators.get(level) ?? [], rows[i] as Script, {
          edit: (row) => ({ ...row, year: `不少于${row.year}` }),
          fresh: { name: nameAt(160 + i), period: `${700 + i}次`, year: `${900 + i}场` },
        }),
      );
      const after: Model = {
        spending: spending ?? model.spending,
        tasks: work.rows,
        indicators: new Map(levels.map((level, i) => [level, done[i]?.rows ?? []])),
      };
      const told = [
        ...work.told,
        ...done.flatMap((one) => one.told),
        ...(spending === null ? [] : ['edited spending']),
      ];
      return { before: model, after, told };
    }),
);

const nameOf = (change: Change): string => {
  if ('row' in change) return change.row.name;
  return change.what === '项目支出' ? 'spending' : (change.place.at(-1) ?? '');
};
const toldOf = ({ changes }: RecordChanges): string[] => changes.map((change) => `${change.kind} ${nameOf(change)}`);

describe('a record compared', () => {
  test('with itself has no changes', async () => {
    await fc.assert(
      fc.asyncProperty(models, async (model) => {
        const text = yamlOf(model);
        expect(await changesOf(text, text)).toEqual({ changes: [], notes: [], unseen: false });
      }),
      runs,
    );
  });

  test('with what an edit script made of it tells exactly the steps of the script', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async ({ before, after, told }) => {
        expect(toldOf(await changesOf(yamlOf(before), yamlOf(after))).toSorted()).toEqual(told.toSorted());
      }),
      { numRuns: 80 },
    );
  });

  test('the other way round tells removed for added, and the old text for the new one', async () => {
    const turned: Readonly<Record<string, string>> = { added: 'removed', removed: 'added' };
    await fc.assert(
      fc.asyncProperty(edits, async ({ before, after }) => {
        const there = await changesOf(yamlOf(before), yamlOf(after));
        const back = await changesOf(yamlOf(after), yamlOf(before));
        const flipped = there.changes.map((change) => `${turned[change.kind] ?? change.kind} ${nameOf(change)}`);
        expect(toldOf(back).toSorted()).toEqual(flipped.toSorted());
        const texts = (one: RecordChanges, side: 'before' | 'after'): string[] =>
          one.changes.flatMap((change) => ('before' in change ? [change[side]] : [])).toSorted();
        expect(texts(back, 'after')).toEqual(texts(there, 'before'));
      }),
      runs,
    );
  });

  test('never tells a row that is on both sides as gone and new', async () => {
    const shuffles = models.chain((model) =>
      fc
        .tuple(
          fc.shuffledSubarray([...model.tasks], { minLength: model.tasks.length }),
          fc.shuffledSubarray([...(model.indicators.get('数量指标') ?? [])], {
            minLength: model.indicators.get('数量指标')?.length ?? 0,
          }),
        )
        .map(([tasks, rows]) => ({
          before: model,
          // All rows of a heading go to another one, in another order.
          after: {
            ...model,
            tasks,
            indicators: new Map([
              ...model.indicators,
              ['数量指标', []],
              ['成本指标', [...(model.indicators.get('成本指标') ?? []), ...rows]],
            ]),
          },
        })),
    );
    await fc.assert(
      fc.asyncProperty(shuffles, async ({ before, after }) => {
        const { changes } = await changesOf(yamlOf(before), yamlOf(after));
        expect(changes.filter(({ kind }) => kind !== 'moved')).toEqual([]);
      }),
      runs,
    );
  });
});
