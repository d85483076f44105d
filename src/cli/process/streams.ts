/** The two streams of this process that words go to. */
export type StreamName = 'stdout' | 'stderr';

const opened = new Set<StreamName>();
/** What went wrong first with a stream; nothing more is written to it then, and the work goes on. */
const faults = new Map<StreamName, NodeJS.ErrnoException>();

/** A stream of this process. For a pipe or a terminal Node loads its network, so that a stream is opened when it is used. */
export function stream(name: StreamName): NodeJS.WriteStream {
  if (!opened.has(name)) {
    opened.add(name);
    process[name].on('error', (error: NodeJS.ErrnoException) => note(name, error));
  }
  return process[name];
}

/** Writes to a stream; once it cannot be written to, nothing. */
export function writeTo(name: StreamName, text: string): void {
  if (faults.has(name)) return;
  try {
    stream(name).write(text);
  } catch (error) {
    note(name, error as NodeJS.ErrnoException);
  }
}

function note(name: StreamName, error: NodeJS.ErrnoException): void {
  if (!faults.has(name)) faults.set(name, error);
  if (typeof process.exitCode === 'number') process.exitCode = exitCodeAfter(process.exitCode);
}

/** The exit code of a process that would end with `code`: what could not be said is a fault. */
export const exitCodeAfter = (code: number): number => (code === 0 && lostCode() !== null ? 1 : code);

/** Why words were lost, as the system calls it; null: none were, or their reader had seen enough (`biaoli … | head`). */
export function lostCode(): string | null {
  const lost = [...faults.values()].find(({ code }) => code !== 'EPIPE');
  return lost === undefined ? null : (lost.code ?? lost.message);
}
