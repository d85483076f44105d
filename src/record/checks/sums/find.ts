import { type Diagnostic, diagnostic } from '../../../base/index.ts';
import type { Blueprint } from '../../../blueprint/index.ts';
import type { CheckedRecord } from '../../types.ts';
import { type CompiledSum, sumsOf } from './compile.ts';
import { type Breach, breachesOf, type Constants, type Round } from './evaluate.ts';
import { inputOf } from './input.ts';
import { tellBreach } from './message.ts';
import { type Budget, MOST_STEPS, TooManySteps } from './steps.ts';

/** What is wrong with the expressions of a form (C001), whatever its records hold. */
export const formFaults = (blueprint: Blueprint): readonly Diagnostic[] => sumsOf(blueprint).faults;

/** What the sums of its form find in a record, in the order of form.yaml. */
export async function sumFindings(record: CheckedRecord): Promise<readonly Diagnostic[]> {
  const { sums } = sumsOf(record.blueprint);
  if (sums.length === 0) return [];
  const input = inputOf(record.root);
  const constants: Constants = new Map();
  const found: Diagnostic[] = [];
  const budget: Budget = { spent: 0 };
  for (const sum of sums) {
    const breaches = await breachesWithin({ sum, input, constants, budget });
    if (breaches === null) return [...found, tooLong(sum, record)];
    found.push(...breaches.map((breach) => tellBreach(breach, record)));
  }
  return found;
}

/** The breaches of a check; null where the record's budget does not last. */
async function breachesWithin(round: Round): Promise<readonly Breach[] | null> {
  try {
    return await breachesOf(round);
  } catch (error) {
    if (error instanceof TooManySteps) return null;
    throw error;
  }
}

const tooLong = ({ check }: CompiledSum, { at }: CheckedRecord): Diagnostic =>
  diagnostic({
    code: 'C002',
    severity: check.severity,
    at: check.at,
    message: `算到检查“${check.name}”，各条检查一共算了 ${MOST_STEPS} 步还没有算完，没有算下去`,
    advice: '把数据里的列表拆成几份，或把检查写得简单些、少些。',
    related: [{ at, message: '在算这份数据' }],
  });
