import type { Diagnostic } from '../../base/index.ts';
import type { Commons } from '../../blueprint/index.ts';
import type { CheckedRecord } from '../types.ts';
import { generalFindings } from './general.ts';

/**
 * What is wrong with a record whose fields are each right: the rules of all forms, then the sums of its own form, each
 * in the level that the form gives it; what the author accepts is marked as accepted.
 */
export async function checkRecord(record: CheckedRecord, commons: Commons): Promise<readonly Diagnostic[]> {
  return generalFindings(record, commons);
}
