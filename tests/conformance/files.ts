import type { Asked } from './arguments.ts';
import { checkOpening, judgeBatches, type Place, tell } from './checks.ts';
import { readPdfs, stage } from './stage.ts';

/** Checks any PDFs, by the flavours asked for or what each declares; whether all is well. */
export async function checkFiles({ files, flavours }: Asked, place: Place): Promise<boolean> {
  const staged = stage(readPdfs(files, process.env.INIT_CWD ?? process.cwd()), place.folder);
  const opens = await checkOpening(staged, place);
  if (place.vera === null) return opens;
  const yardsticks = flavours.length > 0 ? flavours : (['declared'] as const);
  const verdicts = await judgeBatches(
    place.vera,
    yardsticks.map((by) => ({ files: staged, by })),
  );
  return tell(verdicts.flat(), place) && opens;
}
