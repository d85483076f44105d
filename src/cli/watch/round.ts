import { setTimeout } from 'node:timers/promises';
import type { Diagnostic } from '../../base/index.ts';
import type { Input } from '../inputs/inputs.ts';
import { formNamed } from '../presses/forms.ts';
import { isStopped } from '../process/interrupted.ts';
import { inLines } from '../process/terminal.ts';
import { madeLines, renderOne } from '../render-one.ts';
import { openReporter } from '../report/reporter.ts';
import { standing } from './standing.ts';
import type { Session, State } from './state.ts';

/**
 * Milliseconds a fault is held back: an editor may empty a file before it writes it, and nobody wants to read of the
 * half that was there in between.
 */
const SECOND_THOUGHT = 120;

type Fault = { readonly input: Input; readonly problems: readonly Diagnostic[] };

/** Renders records one by one and says how things stand; the last good output of a faulty one is kept. */
export async function round(session: Session, state: State, touched: readonly Input[]): Promise<void> {
  const { terminal, options, changes, stop } = session;
  const { world, press } = state.workshop;
  const reporter = openReporter(terminal, world);
  if (press.ok) reporter.report(newWarnings('', press.warnings, state));
  const faults: Fault[] = [];
  for (const input of touched) {
    // Between two records there is time for Ctrl-C.
    if (await isStopped(stop)) return;
    const form = formNamed(input.file, world) || (state.formOf.get(input.file) ?? '');
    state.formOf.set(input.file, form);
    const opened = state.forms.pressFor(form);
    const made = opened.ok ? await renderOne(input, { press: opened.value, tell: state.tell }, options) : opened;
    if (!made.ok) {
      faults.push({ input, problems: made.problems });
      continue;
    }
    reporter.report(newWarnings(input.file, made.warnings, state));
    terminal.out(inLines(madeLines(made.value)));
    if (state.faulty.delete(input.file)) terminal.out(`改好了 ${input.file}\n`);
  }
  if (faults.length > 0) {
    await setTimeout(SECOND_THOUGHT);
    if (changes.pending()) return changes.again(faults.map(({ input }) => input.file));
    for (const { input, problems } of faults) {
      reporter.report(problems);
      terminal.err(`没有生成：${input.file}（上次生成的文件没有动）\n`);
      state.faulty.add(input.file);
    }
  }
  terminal.out(`${standing(state)}\n`);
}

/**
 * The warnings that a record (or, without a name, what all share) did not have before: nobody wants to read the old
 * ones with every save.
 */
function newWarnings(file: string, found: readonly Diagnostic[], { warnings }: State): readonly Diagnostic[] {
  const wordsOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;
  const counted = found.filter(({ severity, accepted }) => severity === 'warning' && accepted === null);
  const before = warnings.get(file);
  warnings.set(file, new Set(counted.map(wordsOf)));
  return found.filter((one) => before?.has(wordsOf(one)) !== true);
}
