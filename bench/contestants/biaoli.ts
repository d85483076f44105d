import { nodeWorld } from '../../src/cli/disk/world.ts';
import { setFlags } from '../../src/cli/process/v8-flags.ts';
import { openPress, type Press } from '../../src/press.ts';
import type { Format } from '../../src/wishes.ts';
import { noWishes, type Wishes } from '../../src/wishes.ts';
import { places, recordFile } from '../folders.ts';
import { expectValue } from '../outcome.ts';
import type { Contestant } from './contestant.ts';

/** A press in a process that sets many records, as the command line has it. */
export function openBench(wishes: Partial<Wishes> = {}): Press {
  setFlags('many');
  return expectValue(openPress(nodeWorld(), places, { ...noWishes, ...wishes }));
}

/** The press as a caller uses it: a YAML file in, finished bytes out. */
export const biaoli = (formats: readonly Format[], wishes: Partial<Wishes> = {}): Contestant => ({
  open: async () => {
    const press = openBench(wishes);
    return async (index) => {
      const { files, pages } = expectValue(await press.render(recordFile(index), formats));
      let bytes = 0;
      for (const file of files.values()) bytes += file.length;
      return { bytes, pages };
    };
  },
});

/** Everything but writing. */
export const biaoliCheck: Contestant = {
  open: async () => {
    const press = openBench();
    return async (index) => ({ bytes: 0, pages: expectValue(await press.check(recordFile(index))).paged.pages.length });
  },
};
