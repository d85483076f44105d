import path from 'node:path';
import { andThen, succeed } from '../../base/index.ts';
import type { Binder, Leaf } from '../../bind.ts';
import { words } from '../../blueprint/index.ts';
import type { Press } from '../../press.ts';
import { type Member, memberOf, type OutlineEntry, outlineOf } from '../../volume/index.ts';
import { type Front, setFront } from './front.ts';
import type { Packer } from './types.ts';
import { summaryWorkbook } from './workbook.ts';

/** A form that is drawn and waits for its place in the volume. */
type Bound = { readonly member: Member; readonly leaves: readonly Leaf[] };

/**
 * Packs forms in one PDF with their contents and summary tables before them; the workbook of the summary lies beside
 * it, since mail filters and archives do not let a PDF with attachments through.
 */
export async function volumePacker(press: Press): Promise<Packer<Bound>> {
  const binder = await press.openBinder();
  return {
    take: async ({ file }) =>
      andThen(await press.check(file), (set) => {
        const leaves = binder.draw(set);
        return succeed({ member: memberOf(set.record, leaves.length), leaves });
      }),
    make: async (taken, plan) => {
      const members = taken.map(({ member }) => member);
      const front = setFront(members, plan, press);
      if (!front.ok) return front;
      const leaves = inOrder(taken, front.value, binder);
      const meta = { title: plan.title, author: '', language: 'zh-CN' } as const;
      const volume = binder.write(meta, leaves, bookmarksOf(members, front.value));
      const workbook = await summaryWorkbook(front.value.tables);
      const beside = `${plan.out.slice(0, -path.extname(plan.out).length)}-${words.shared.summary}.xlsx`;
      const files = new Map([
        [plan.out, volume],
        [beside, workbook],
      ]);
      const told = `（共 ${leaves.length} 页，${taken.length} 份）`;
      return succeed({ files, told, tables: front.value.tables }, front.warnings);
    },
  };
}

/** All pages of a volume; null is one left blank so that the next part begins on its first page. */
function inOrder(taken: readonly Bound[], { contents, summary, firsts }: Front, binder: Binder): (Leaf | null)[] {
  const leaves: (Leaf | null)[] = [];
  const place = (first: number | undefined, part: readonly Leaf[]): void => {
    while (first !== undefined && leaves.length < first - 1) leaves.push(null);
    leaves.push(...part);
  };
  place(firsts.contents, binder.draw(contents));
  place(firsts.summary, binder.draw(summary));
  taken.forEach(({ leaves: part }, i) => {
    place(firsts.members[i], part);
  });
  return leaves;
}

/** The outline of the volume, in pages that count from 0. */
const bookmarksOf = (members: readonly Member[], { firsts }: Front): Bookmarks =>
  fromZero([
    { title: words.shared.contents, page: firsts.contents, below: [] },
    { title: words.shared.summary, page: firsts.summary, below: [] },
    ...outlineOf(members, firsts.members),
  ]);

type Bookmarks = Parameters<Binder['write']>[2];

const fromZero = (entries: readonly OutlineEntry[]): Bookmarks =>
  entries.map(({ title, page, below }) => ({ title, page: page - 1, below: fromZero(below) }));
