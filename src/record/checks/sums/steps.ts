import type jsonata from 'jsonata';

/** How much has been worked out for the checks of one record. */
export type Budget = { spent: number };

/**
 * Nodes of syntax trees that may be evaluated, and amounts that may be looked at, for all checks of one record: each
 * costs some microseconds. It is counted, not timed, so that the same record is always told the same.
 */
export const MOST_STEPS = 100_000;

/** Thrown out of an evaluation that takes too many steps. */
export class TooManySteps extends Error {}

/** Takes a step from a budget; throws {@link TooManySteps} where there is none left. */
export function spend(budget: Budget): void {
  budget.spent += 1;
  if (budget.spent > MOST_STEPS) throw new TooManySteps();
}

/** The budget that an evaluation was given. */
export const budgetIn = (environment: Pick<jsonata.Environment, 'lookup'>): Budget =>
  environment.lookup('budget') as Budget;

const ENTRY = Symbol.for('jsonata.__evaluate_entry');

type Hook = (node: unknown, input: unknown, environment: jsonata.Environment) => void;

/** Has an expression count its steps against the budget that each evaluation is given. */
export function countSteps(expression: jsonata.Expression): void {
  const count: Hook = (_node, _input, environment) => {
    spend(budgetIn(environment));
  };
  // The library's types know no symbols as names, though its hooks have no other.
  Reflect.apply(expression.assign, expression, [ENTRY, count]);
}
