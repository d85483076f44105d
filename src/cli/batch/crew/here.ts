import { setImmediate } from 'node:timers/promises';
import type { Deal } from './deal.ts';

/** Works on records one by one in this thread. */
export async function workHere({ inputs, errand, stop, opened, take }: Deal): Promise<void> {
  const { openEngine } = await import('../engine.ts');
  const engine = await openEngine(errand);
  opened(engine);
  if (!engine.isOpen) return;
  for (const [place, input] of inputs.entries()) {
    // Between two records there is time for Ctrl-C.
    if (place > 0) await setImmediate();
    if (stop.aborted) return;
    // A copy, as threads send it: what is found holds on to the text of its file.
    take(place, structuredClone(await engine.work(input)));
  }
}
