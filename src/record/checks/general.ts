import type { Diagnostic } from '../../base/index.ts';
import type { Commons } from '../../blueprint/index.ts';
import type { CheckedRecord } from '../types.ts';

/** What the rules that hold for every form find in a record. */
export const generalFindings = (_record: CheckedRecord, _commons: Commons): readonly Diagnostic[] => [];
