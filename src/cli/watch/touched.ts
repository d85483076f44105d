import path from 'node:path';
import { findInputs, type Input } from '../inputs/inputs.ts';
import { openReporter } from '../report/reporter.ts';
import type { Batch } from './batches.ts';
import { shownFiles } from './standing.ts';
import { openTools, type Session, type State } from './state.ts';

/** The records that a batch touches; null where it concerns nothing that is watched. */
export async function touchedBy(batch: Batch, session: Session, state: State): Promise<readonly Input[] | null> {
  const before = new Set(state.inputs.map(({ file }) => file));
  const gone = refreshInputs(session, state);
  const { records } = state;
  for (const file of [...before, ...state.inputs.map((input) => input.file)]) records.add(path.resolve(file));
  const others = [...batch.keys()].filter((file) => !records.has(file));
  const isBelow = (file: string, folder: string): boolean => file.startsWith(`${path.resolve(folder)}${path.sep}`);
  const anew =
    others.some((file) => session.fonts.some((folder) => isBelow(file, folder))) ||
    (!state.workshop.press.ok && others.length > 0);
  const stale = state.forms.closeStale(batch, records);
  if (anew) Object.assign(state, await openTools(session));
  const touched = state.inputs.filter(
    ({ file }) => anew || !before.has(file) || batch.has(path.resolve(file)) || stale.has(state.formOf.get(file) ?? ''),
  );
  if (touched.length === 0 && gone === 0) return null;
  if (anew || stale.size > 0) session.terminal.out(`改了 ${shownFiles(others)}，重新生成 ${touched.length} 份：\n`);
  return touched;
}

/** Looks for records that have come or gone; says which have gone, and counts them. */
function refreshInputs({ args, terminal }: Session, state: State): number {
  const found = findInputs(args);
  // A file or folder that was named and is gone is said below, in other words than when a watch begins.
  const problems = found.ok ? [] : found.problems.filter(({ code }) => code !== 'E001' && code !== 'E005');
  if (problems.length > 0) openReporter(terminal, state.workshop.world).report(problems);
  const inputs = found.ok ? found.value : state.inputs.filter(({ file }) => findInputs([file]).ok);
  const now = new Set(inputs.map(({ file }) => file));
  const gone = state.inputs.filter(({ file }) => !now.has(file));
  for (const { file } of gone) {
    state.faulty.delete(file);
    state.formOf.delete(file);
    state.warnings.delete(file);
    terminal.out(`没有了 ${file}（已经生成的文件没有动）\n`);
  }
  state.inputs = inputs;
  return gone.length;
}
