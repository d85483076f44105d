import { andThen, succeed } from '../../base/index.ts';
import type { RenderOptions } from '../commands/render.ts';
import { nodeWorld } from '../disk/world.ts';
import { findInputs } from '../inputs/inputs.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { endFaulty, openReporter } from '../report/reporter.ts';
import { findPlaces } from '../workshop.ts';
import { openChanges } from './changes.ts';
import { groundOf } from './ground.ts';
import { openSession } from './session.ts';

/**
 * `biaoli render --watch`: renders everything, then whatever a change touches, until `stop` is given. Faults do not end
 * it, only what cannot be watched at all does.
 */
export async function watch(
  args: readonly string[],
  options: RenderOptions,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<ExitCode> {
  const begun = andThen(findPlaces(options), (places) =>
    andThen(findInputs(args), (inputs) => succeed({ places, inputs })),
  );
  if (!begun.ok) return endFaulty(openReporter(terminal, nodeWorld()), begun.problems);
  const { places, inputs } = begun.value;
  const told = new Set<string>();
  const unwatched = (code: string): void => {
    if (!told.has(code)) terminal.err(`有一部分文件系统不让监视（${code}），改了它们不会自动重新生成。\n`);
    told.add(code);
  };
  // The watch begins before the first round, so that no change is missed in between.
  const changes = await openChanges({ ...groundOf(args, places, options.out), unwatched }, stop);
  try {
    const session = await openSession({ args, options, terminal, fonts: places.fonts, changes, stop }, inputs);
    await session.start();
    for (let batch = await changes.next(); batch !== null; batch = await changes.next()) await session.follow(batch);
  } finally {
    await changes.close();
  }
  terminal.out('不再监视。\n');
  return exit.fine;
}
