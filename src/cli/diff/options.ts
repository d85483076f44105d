import type { Press } from '../../press.ts';
import type { Terminal } from '../process/terminal.ts';
import type { WorkshopOptions } from '../workshop.ts';

export type DiffOptions = Pick<WorkshopOptions, 'templates' | 'fonts'> & {
  readonly as: 'text' | 'markdown' | 'pdf';
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly exitCode?: boolean;
};

/** What telling takes: the press sets forms that are marked. */
export type Telling = { readonly press: Press; readonly options: DiffOptions; readonly terminal: Terminal };
