import { byPlace, type Diagnostic, type World } from '../../base/index.ts';
import { digestOf } from '../disk/digest.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { type ReadSource, sourcesOf } from './located.ts';
import { renderDiagnostics } from './print.ts';
import { noFindings, sumOf, type Tally, tally, tallyText } from './tally.ts';

/** Tells what is found in a run: to people as it comes, to programs as one document at the end. */
export type Reporter = {
  /** Takes each diagnostic once in a run: a fault of a template is found again with every record. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  /** Takes diagnostics that people are not told but in the counts. */
  readonly count: (diagnostics: readonly Diagnostic[]) => void;
  /** The counts of all that was found, nothing where nothing was; or the document. */
  readonly finish: () => void;
};

/** What a command line asks of its report. */
export type Reporting = {
  /** Hints are told too. */
  readonly hints: boolean;
  /** Findings that an author accepts are told too, with the reason. */
  readonly accepted: boolean;
  /** What is not told is counted at the end, with the option that tells it. */
  readonly countsHidden: boolean;
  /** Makes the document for programs from all findings, in the order of places; null: people read. */
  readonly document: ((found: readonly Diagnostic[], readSource: ReadSource) => string) | null;
};

/** What commands do that have no options for it. */
const plain: Reporting = { hints: false, accepted: false, countsHidden: false, document: null };

export function openReporter(terminal: Terminal, world: World, reporting: Reporting = plain): Reporter {
  let counts = noFindings;
  /** Only for a document: each holds on to the text of its file. */
  const found: Diagnostic[] = [];
  /** Digests: a text made of pieces would hold on to all of them, and so to their files. */
  const known = new Set<string>();
  const readSource = sourcesOf(world);
  const isTold = ({ severity, accepted }: Diagnostic): boolean =>
    accepted === null ? severity !== 'hint' || reporting.hints : reporting.accepted;
  const take = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
    const fresh = diagnostics.filter(({ code, at, message }) => {
      const key = digestOf(`${code}\0${at.file}\0${at.start}\0${message}`);
      const isFresh = !known.has(key);
      known.add(key);
      return isFresh;
    });
    counts = sumOf(counts, tally(fresh));
    if (reporting.document !== null) found.push(...fresh);
    return fresh;
  };
  return {
    count: take,
    report: (diagnostics) => {
      const told = take(diagnostics).filter(isTold).toSorted(byPlace);
      if (reporting.document !== null || told.length === 0) return;
      terminal.err(`${renderDiagnostics(told, readSource, { color: terminal.color.err })}\n`);
    },
    finish: () => {
      if (reporting.document !== null) return terminal.out(reporting.document(found.toSorted(byPlace), readSource));
      const words = ending(counts, reporting);
      if (words !== '') terminal.err(words);
    },
  };
}

/** Ends a command that cannot do its work: tells why, and gives its exit code. */
export function endFaulty(reporter: Reporter, problems: readonly Diagnostic[]): ExitCode {
  reporter.report(problems);
  reporter.finish();
  return exit.faulty;
}

/** The counts of a run; those of hints and accepted findings that were not told stand last, with the way to see them. */
function ending(counts: Tally, { hints, accepted, countsHidden }: Reporting): string {
  const told = tallyText({ ...counts, hints: hints ? counts.hints : 0, accepted: accepted ? counts.accepted : 0 });
  const hidden = [
    ...(hints || counts.hints === 0 ? [] : [`${counts.hints} 个提示（用 --hints 看）`]),
    ...(accepted || counts.accepted === 0 ? [] : [`${counts.accepted} 个已接受（用 --verbose 看）`]),
  ];
  const others = countsHidden && hidden.length > 0 ? `${told === '' ? '' : '；'}另有 ${hidden.join('，')}` : '';
  return told === '' && others === '' ? '' : `${told === '' ? '' : `共 ${told}`}${others}。\n`;
}
