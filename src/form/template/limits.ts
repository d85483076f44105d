/**
 * What no honest template reaches. Templates may come from strangers: within these bounds the worst of them takes
 * seconds and some megabytes, and each bound is told with its place.
 */
export const limits = {
  /** Characters of one template file. */
  characters: 200_000,
  /** Blocks inside blocks, counting each `{{else if}}`. */
  blocks: 40,
  /** Elements inside elements. */
  elements: 40,
  /** What is walked through when a form is checked, partials anew at each call: characters, and so many for each part. */
  walked: 2_000_000,
  part: 100,
  /** Faults of one template that are told. */
  faults: 100,
  /** Turns of all loops of one record. */
  turns: 100_000,
  /** Characters of marks and texts that all turns make, those of a loop in a loop counted for both. */
  markup: 5_000_000,
  /** Cells of one filled-in form, and boxes around them: some thousand pages; the largest real forms have a thousand. */
  cells: 30_000,
  /** Characters that are set, a value anew each time it is printed: some hundred pages; real forms have ten thousand. */
  printed: 300_000,
  /** Characters of a label, which is set whole on each page it reaches, and of a title. */
  label: 2000,
  /** Characters that a template itself writes into a cell; what authors write may be longer. */
  literal: 20_000,
} as const;
