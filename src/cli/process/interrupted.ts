import { setImmediate } from 'node:timers/promises';

/** A wish to stop, and the way to hear of it no longer. */
export type Interrupt = { readonly signal: AbortSignal; readonly close: () => void };

/**
 * Hears when the person at the terminal presses Ctrl-C, or the system asks the process to end. The second time the
 * process ends at once.
 */
export function openInterrupt(): Interrupt {
  const control = new AbortController();
  const close = (): void => {
    process.removeListener('SIGINT', end);
    process.removeListener('SIGTERM', end);
  };
  const end = (): void => {
    close();
    control.abort();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return { signal: control.signal, close };
}

/** Whether somebody wished to stop: that is heard only where the process has a moment for it. */
export async function isStopped(stop: AbortSignal): Promise<boolean> {
  await setImmediate();
  return stop.aborted;
}
