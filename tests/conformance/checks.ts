import { atOnce } from './at-once.ts';
import { complaints, installedOpeners } from './openers.ts';
import { count, printSummary, printVerdicts } from './print.ts';
import type { StagedPdf, Verdict, Yardstick } from './types.ts';
import { judge, type VeraPdf } from './vera-pdf.ts';
import { isFailure } from './verdicts.ts';

/** Where a check works, and whom it tells. */
export type Place = {
  /** Null where veraPDF cannot be run. */
  readonly vera: VeraPdf | null;
  readonly folder: string;
  readonly say: (text: string) => void;
};

/** Files to check and what by. */
export type Batch = { readonly files: readonly StagedPdf[]; readonly by: Yardstick };

/** Tells what is wrong in each file and how many there were; whether all is well. */
export function tell(verdicts: readonly Verdict[], { say }: Place): boolean {
  say(printVerdicts(verdicts) + printSummary(verdicts));
  return !verdicts.some(isFailure);
}

/** The verdicts on each batch, one process for each. */
export const judgeBatches = (vera: VeraPdf, batches: readonly Batch[]): Promise<Verdict[][]> =>
  atOnce(
    batches.map(
      ({ files, by }) =>
        () =>
          judge(vera, files, by),
    ),
  );

/** Opens the files with all other programs that are installed; whether none has a word to say. */
export async function checkOpening(files: readonly StagedPdf[], { say }: Place): Promise<boolean> {
  let good = true;
  for (const opener of installedOpeners()) {
    const said = await atOnce(files.map((file) => async () => ({ file, text: await complaints(opener, file) })));
    const bad = said.filter(({ text }) => text !== '');
    for (const { file, text } of bad)
      say(`FAIL  ${file.name}  ${opener.name}: ${text.replaceAll('\n', '\n        ')}\n`);
    say(
      `${bad.length === 0 ? 'ok  ' : 'FAIL'}  ${opener.name}: ${count(files.length, 'file')}, ${bad.length} with a warning\n`,
    );
    good &&= bad.length === 0;
  }
  return good;
}
