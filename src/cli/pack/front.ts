import { andThen, type Diagnostic, diagnostic, type Outcome, succeed } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { SetDocument } from '../../pipeline.ts';
import type { Press } from '../../press.ts';
import {
  contentsContent,
  firstPages,
  type Member,
  type SummaryTable,
  summaryContent,
  summaryTables,
} from '../../volume/index.ts';
import type { Plan } from './types.ts';

/** The pages before the forms, and the pages on which everything begins. */
export type Front = {
  readonly contents: SetDocument;
  readonly summary: SetDocument;
  readonly tables: readonly SummaryTable[];
  readonly firsts: FirstPages;
};

/** First pages of the contents, of the summary and of each form, from 1. */
type FirstPages = { readonly contents: number; readonly summary: number; readonly members: readonly number[] };

/** How many pages the contents and the summary take. */
type Lengths = { readonly contents: number; readonly summary: number };

/** How often the pages before the forms are set until they are as long as they were taken to be. */
const MOST_ROUNDS = 8;

/** Sets the contents and the summary: the pages they name depend on how many pages they take themselves. */
export function setFront(members: readonly Member[], plan: Plan, press: Press): Outcome<Front> {
  let taken: Lengths = { contents: 1, summary: 1 };
  const compose = once(press);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const front = setRound(members, firstsOf(members, taken, plan), { plan, compose });
    if (!front.ok) return front;
    const { contents, summary } = front.value;
    const lengths: Lengths = { contents: contents.paged.pages.length, summary: summary.paged.pages.length };
    if (lengths.contents === taken.contents && lengths.summary === taken.summary) return front;
    taken = lengths;
  }
  throw new Error('the pages before the forms do not settle');
}

function firstsOf(members: readonly Member[], taken: Lengths, { duplex }: Plan): FirstPages {
  const lengths = [taken.contents, taken.summary, ...members.map(({ pages }) => pages)];
  const [contents = 1, summary = 1, ...others] = firstPages(lengths, duplex);
  return { contents, summary, members: others };
}

function setRound(
  members: readonly Member[],
  firsts: FirstPages,
  { plan, compose }: { readonly plan: Plan; readonly compose: Press['compose'] },
): Outcome<Front> {
  const { title, leftOut } = plan;
  const tables = summaryTables(members, firsts.members);
  const entries = members.map((member, i) => ({ member, page: String(firsts.members[i]), file: '' }));
  const listing = contentsContent({ title, summary: String(firsts.summary), entries, leftOut });
  return andThen(compose(words.shared.contents, listing), (contents) =>
    andThen(composeSummary(summaryContent(tables, title), compose), (summary) =>
      succeed({ contents, summary, tables, firsts }),
    ),
  );
}

/** The summary, on paper that lies across where its amounts have no room on paper that stands. */
function composeSummary(content: ReturnType<typeof summaryContent>, compose: Press['compose']): Outcome<SetDocument> {
  const upright = compose(words.shared.summary, content);
  if (partedIn(upright).length === 0) return upright;
  const across = compose(words.shared.wideSummary, content);
  const parted = partedIn(across);
  const [first] = parted;
  if (!across.ok || first === undefined) return across;
  const tooWide = diagnostic({
    code: 'T002',
    severity: 'warning',
    at: first.at,
    message: `汇总表的栏太多，纸横放也排不下，有 ${parted.length} 个数从中间断开`,
    advice: '在表的 form.yaml 的“汇总”里少写几栏；或在自己的“共用/汇总表横向”里改小字号、改大幅面（docs/pack.md）。',
  });
  return succeed(across.value, [...across.warnings.filter((one) => !parted.includes(one)), tooWide]);
}

/** What is said of words and numbers that had to be broken. */
const partedIn = (set: Outcome<SetDocument>): readonly Diagnostic[] =>
  set.ok ? set.warnings.filter(({ code }) => code === 'T002') : [];

/** Sets a form anew only where its content has changed: a summary that names no pages stays as it was set first. */
function once(press: Press): Press['compose'] {
  const known = new Map<string, { readonly content: string; readonly set: Outcome<SetDocument> }>();
  return (name, content) => {
    const text = JSON.stringify(content);
    const last = known.get(name);
    if (last?.content === text) return last.set;
    const set = press.compose(name, content);
    known.set(name, { content: text, set });
    return set;
  };
}
