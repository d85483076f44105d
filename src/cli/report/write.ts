import type { Diagnostic } from '../../base/index.ts';
import type { ReportFormat } from './format.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';
import { locate, type ReadSource } from './located.ts';
import { sarifReport } from './sarif.ts';
import { tally } from './tally.ts';

export type DocumentWish = {
  readonly format: Exclude<ReportFormat, 'text'>;
  /** Hints are listed too; without it they are only counted, where the format counts. */
  readonly hints: boolean;
  /** Where the pages of the codes stand on the web, such as `https://…/docs/codes/`; null: nobody has said. */
  readonly pages: string | null;
};

/** One document for all findings of a run, in a format for programs; `found` is in the order of places. */
export function writeDocument(found: readonly Diagnostic[], readSource: ReadSource, wish: DocumentWish): string {
  const listed = wish.hints ? found : found.filter(({ severity }) => severity !== 'hint');
  const located = locate(listed, readSource);
  switch (wish.format) {
    case 'json':
      return jsonReport(located, tally(found));
    case 'sarif':
      return sarifReport(located, wish.pages);
    case 'gitlab':
      return gitlabReport(located);
    case 'github':
      return githubReport(located);
  }
}
