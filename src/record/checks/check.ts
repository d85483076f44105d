import { byPlace, type Diagnostic } from '../../base/index.ts';
import type { Commons } from '../../blueprint/index.ts';
import { isRuleFinding } from '../acceptance.ts';
import type { CheckedRecord } from '../types.ts';
import { acceptFindings } from './accept.ts';
import { generalFindings } from './general.ts';
import { levelFindings } from './levels.ts';
import { sumFindings } from './sums/find.ts';

/**
 * What is wrong with a record whose fields are each right: the rules of all forms, then the sums of its own form, each
 * in the level that the form gives it; what the author accepts is marked as accepted.
 */
export async function checkRecord(record: CheckedRecord, commons: Commons): Promise<readonly Diagnostic[]> {
  const { checks } = record.blueprint;
  const rules = levelFindings([...record.found, ...generalFindings(record, commons)], checks);
  const findings = [...rules, ...(await sumFindings(record))].toSorted(byPlace);
  return acceptFindings(findings, record.acceptances.filter(isRuleFinding));
}

/** Marks among the findings of a record those of other stages that the author accepts; `isSet`: these are all there are. */
export const acceptOthers = (
  { acceptances }: CheckedRecord,
  findings: readonly Diagnostic[],
  isSet: boolean,
): readonly Diagnostic[] =>
  acceptFindings(
    findings,
    acceptances.filter((one) => !isRuleFinding(one)),
    isSet,
  );
