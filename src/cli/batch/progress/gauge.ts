import type { Terminal } from '../../process/terminal.ts';
import type { Task } from '../types.ts';
import { rate, timeLeft } from './duration.ts';

/** Shows how far a run has come. */
export type Gauge = {
  /** Takes note of how many are done and how many of them failed. */
  readonly step: (done: number, failed: number) => void;
  /** Lets something be printed; a gauge that stands in the last line makes way for it. */
  readonly above: (print: () => void) => void;
  /** Takes the gauge away; afterwards it takes note of nothing. */
  readonly stop: () => void;
};

/** What a gauge shows, and where. */
export type Gauged = { readonly task: Task; readonly terminal: Terminal; readonly total: number };

/** Milliseconds between two lines: a run that is over at once needs none. */
const SHORTEST = 500;

/** Shows nothing. */
export const silent: Gauge = { step: () => undefined, above: (print) => print(), stop: () => undefined };

/**
 * A line for each tenth of a run but the last, which the summary tells, or fewer in a run of some seconds: for logs, where
 * nothing is drawn over.
 */
export function tenths({ task, terminal, total }: Gauged): Gauge {
  let last = { done: 0, at: Date.now() };
  const tenth = (done: number): number => Math.floor((done * 10) / total);
  const tell = (done: number, failed: number): void => {
    if (tenth(done) === tenth(last.done) || done === total) return;
    const now = { done, at: Date.now() };
    if (now.at - last.at < SHORTEST) return;
    terminal.err(
      `${doneWords[task]} ${tenthLine({ done, total, failed }, { count: done - last.done, time: now.at - last.at })}\n`,
    );
    last = now;
  };
  return { ...silent, step: tell };
}

const doneWords: Readonly<Record<Task, string>> = { write: '已完成', verify: '已核对' };

type Standing = { readonly done: number; readonly total: number; readonly failed: number };

/** The time to go is told from the last tenth alone: at the start everything is opened and compiled. */
function tenthLine(
  { done, total, failed }: Standing,
  lately: { readonly count: number; readonly time: number },
): string {
  const speed = rate(lately.count, lately.time);
  return [
    `${done}/${total} 份（${Math.floor((done * 100) / total)}%）`,
    ...(failed === 0 ? [] : [`失败 ${failed} 份`]),
    ...(speed === null ? [] : [`每秒 ${speed} 份`, `还要 ${timeLeft((lately.time / lately.count) * (total - done))}`]),
  ].join('，');
}
