/** An operator of a page's content by the name that pdfjs has for it; empty where it has none. */
export type Operator = { readonly name: string; readonly args: readonly unknown[] };

/** The names of operators by the numbers that pdfjs gives for them. */
export type OperatorNames = ReadonlyMap<number, string>;

export const operatorNames = (numbers: Readonly<Record<string, number>>): OperatorNames =>
  new Map(Object.entries(numbers).map(([name, number]) => [number, name]));

/** What pdfjs gives for a page: operator numbers, and the arguments of each. */
type NumberedOperators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

/** The operators of a page by their names. The first argument of `constructPath`, the operator that paints it, is named too. */
export const namedOperators = ({ fnArray, argsArray }: NumberedOperators, names: OperatorNames): readonly Operator[] =>
  fnArray.map((number, i) => {
    const name = names.get(number) ?? '';
    const args = (argsArray[i] ?? []) as readonly unknown[];
    return { name, args: name === 'constructPath' ? [names.get(Number(args[0])) ?? '', ...args.slice(1)] : args };
  });

const BOTH = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const FILLS: ReadonlySet<unknown> = new Set(['fill', 'eoFill', ...BOTH]);
const STROKES: ReadonlySet<unknown> = new Set(['stroke', 'closeStroke', ...BOTH]);

/** What of a path the operator of this name paints: what it encloses, its line. */
export const paintedBy = (name: unknown): { readonly fill: boolean; readonly stroke: boolean } => ({
  fill: FILLS.has(name),
  stroke: STROKES.has(name),
});
