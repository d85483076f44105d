import { byPlace, type Diagnostic, flatMap } from '../../base/index.ts';
import type { Commons } from '../../blueprint/index.ts';
import type { CheckedRecord } from '../types.ts';
import { bracketedParts, namedAmounts } from './breakdowns.ts';
import { contradictedYear } from './identity.ts';
import { namelessItems } from './nameless.ts';
import { typedNumbers } from './numbering.ts';
import { percentsOutside, ratesAmongCounts, ratesWithoutPercent } from './percents.ts';
import { templateResidue } from './residue.ts';
import { type Survey, surveyOf } from './survey.ts';
import { lackingLevels, lackingNames, lackingSatisfaction, repeatedNames } from './taxonomy.ts';
import { halfRows, numbersWithoutUnit, yearsAgainstPeriods } from './values.ts';
import { halfWidthStops, misspeltWords, mobileNumbers } from './wording.ts';

const rules: readonly ((survey: Survey) => readonly Diagnostic[])[] = [
  namedAmounts,
  bracketedParts,
  contradictedYear,
  lackingLevels,
  lackingNames,
  lackingSatisfaction,
  repeatedNames,
  typedNumbers,
  percentsOutside,
  numbersWithoutUnit,
  ratesWithoutPercent,
  ratesAmongCounts,
  yearsAgainstPeriods,
  halfRows,
  namelessItems,
  templateResidue,
  halfWidthStops,
  misspeltWords,
  mobileNumbers,
];

/** What the rules that hold for every form find in a record, by place. An empty name or row (T6) is no fault. */
export function generalFindings(record: CheckedRecord, commons: Commons): readonly Diagnostic[] {
  const survey = surveyOf(record, commons);
  return flatMap(rules, (rule) => rule(survey)).toSorted(byPlace);
}
