import { findingsOf } from '../../base/index.ts';
import { type ExitCode, exit, inLines, type Terminal } from '../process/terminal.ts';
import type { ReportFormat } from '../report/format.ts';
import type { Reporting } from '../report/reporter.ts';
import { type Standing, standingOf, standingsText } from '../report/standings.ts';
import { doJob, type WorkshopOptions } from '../workshop.ts';

export type CheckOptions = WorkshopOptions & {
  readonly format: ReportFormat;
  readonly hints?: boolean;
  readonly pages?: string;
};

/** `biaoli check`: everything that `render` would find wrong, and nothing is written. */
export async function check(args: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const reporting = await reportingOf(options);
  // What stands beside a document on standard output would spoil it.
  const say = options.format === 'text' ? terminal.out : terminal.err;
  return doJob({ args, options, terminal, reporting }, async ({ press, inputs, colliding, reporter, tell }) => {
    const unmakeable = new Set(colliding.map(({ file }) => file));
    const standings: Standing[] = [];
    for (const { file } of inputs) {
      const outcome = await press.check(file);
      const found = findingsOf(outcome);
      reporter.report(found);
      const told = outcome.ok ? tell(outcome.value) : [];
      if (told.length > 0) say(inLines([file, ...told]));
      standings.push(unmakeable.has(file) ? 'faulty' : standingOf(found));
    }
    reporter.finish();
    say(`${standingsText(standings, '份')}。\n`);
    return standings.includes('faulty') ? exit.faulty : exit.fine;
  });
}

async function reportingOf({ format, hints, verbose, pages }: CheckOptions): Promise<Reporting> {
  const told = { hints: hints === true || verbose === true, accepted: verbose === true, countsHidden: true };
  if (format === 'text') return { ...told, document: null };
  const { writeDocument } = await import('../report/write.ts');
  const wish = { format, hints: told.hints, pages: pages ?? null };
  return { ...told, document: (found, readSource) => writeDocument(found, readSource, wish) };
}
