import { andThen, type Outcome, succeed } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Press, SetDocument } from '../../pipeline.ts';
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
    andThen(compose(words.shared.summary, summaryContent(tables, title)), (summary) =>
      succeed({ contents, summary, tables, firsts }),
    ),
  );
}

/** Sets a form anew only where its content has changed: a summary that names no pages stays as it was set first. */
function once(press: Press): Press['compose'] {
  const known = new Map<string, { readonly content: string; readonly set: ReturnType<Press['compose']> }>();
  return (name, content) => {
    const text = JSON.stringify(content);
    const last = known.get(name);
    if (last?.content === text) return last.set;
    const set = press.compose(name, content);
    known.set(name, { content: text, set });
    return set;
  };
}
