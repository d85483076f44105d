import { Writable } from 'node:stream';
import { MultiBar, type Params } from 'cli-progress';
import type { Terminal } from '../../process/terminal.ts';
import { textWidth } from '../../width.ts';
import type { Task } from '../types.ts';
import { rate, timeLeft } from './duration.ts';
import type { Gauge, Gauged } from './gauge.ts';

const FRAMES_PER_SECOND = 10;
/** Columns of the bar itself at most, and at least: a narrower one says nothing. */
const LONGEST = 40;
const SHORTEST = 8;
/** Records that the time still to go is worked out from: enough to even out long and short ones. */
const LOOKED_BACK = 200;
const TO_START_AND_CLEAR = '\r\u001B[K';

/**
 * A bar in the last line of a terminal's `err`, drawn no more than ten times a second; `columns` is asked every time, as
 * windows change. It keeps the process alive until it is stopped.
 */
export function openBar({ task, terminal, total }: Gauged, columns: () => number): Gauge {
  const bars = new MultiBar({
    stream: streamTo(terminal, columns),
    format: (_, params, payload: { readonly failed: number }) =>
      barLine({ ...params, task, failed: payload.failed }, columns()),
    fps: FRAMES_PER_SECOND,
    etaBuffer: LOOKED_BACK,
    clearOnComplete: true,
    // Left alone: what is printed above may be longer than a line.
    linewrap: true,
    // What is printed above has wiped the bar away, and it must come back though it says the same.
    forceRedraw: true,
  });
  // A MultiBar with one bar, as a SingleBar goes back to where it began, over all that was printed since.
  const bar = bars.create(total, 0, { failed: 0 });
  bars.update();
  let drawn = Date.now();
  let stands = true;
  return {
    step: (done, failed) => {
      if (!stands) return;
      bar.update(done, { failed });
      // The library's timer sleeps while one thread does all the work.
      if (Date.now() - drawn < 1000 / FRAMES_PER_SECOND) return;
      drawn = Date.now();
      bars.update();
    },
    above: (print) => {
      if (stands) terminal.err(TO_START_AND_CLEAR);
      print();
    },
    stop: () => {
      if (stands) bars.stop();
      stands = false;
    },
  };
}

/** What the library takes for the terminal. */
function streamTo(terminal: Terminal, columns: () => number): NodeJS.WritableStream {
  const stream = new Writable({
    decodeStrings: false,
    write: (text, _, done) => {
      terminal.err(String(text));
      done();
    },
  });
  return Object.defineProperty(Object.assign(stream, { isTTY: true }), 'columns', { get: columns });
}

type Drawn = Params & { readonly task: Task; readonly failed: number };

const heads: Readonly<Record<Task, string>> = { write: '正在生成 ', verify: '正在核对 ' };

/** The words of the bar, one column shorter than the terminal so that nothing wraps. ASCII draws alike everywhere. */
function barLine({ task, value, total, progress, eta, startTime, failed }: Drawn, columns: number): string {
  const speed = rate(value, Date.now() - startTime);
  const told = [
    `${value}/${total}`,
    ...(speed === null ? [] : [`每秒 ${speed} 份`]),
    // Until it can tell, the library gives words in place of a number.
    ...(Number.isFinite(eta) && value < total ? [`还要 ${timeLeft(eta * 1000)}`] : []),
    ...(failed === 0 ? [] : [`失败 ${failed} 份`]),
  ].join('  ');
  const head = heads[task];
  const room = Math.min(LONGEST, columns - 1 - textWidth(`${head}[] ${told}`));
  if (room < SHORTEST) return columns > textWidth(head + told) ? head + told : `${value}/${total}`;
  const full = Math.floor(progress * room);
  return `${head}[${'='.repeat(full)}${'-'.repeat(room - full)}] ${told}`;
}
