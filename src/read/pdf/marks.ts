/** Keeps which marked stretch of a page's content is open (ISO 32000-1, 14.6). */
export type Marks = {
  /** A stretch without a number belongs to the one around it; an artifact belongs to none. */
  readonly begin: (tag: string, mark: unknown) => void;
  readonly end: () => void;
  /** The stretches of a form that the page draws have numbers of their own; here they belong to that around the form. */
  readonly enterForm: () => void;
  readonly leaveForm: () => void;
  readonly current: () => number | null;
};

export function openMarks(): Marks {
  const outer: (number | null)[] = [];
  let current: number | null = null;
  let forms = 0;
  return {
    begin: (tag, mark) => {
      outer.push(current);
      if (tag === 'Artifact') current = null;
      else if (typeof mark === 'number' && forms === 0) current = mark;
    },
    end: () => {
      current = outer.pop() ?? null;
    },
    enterForm: () => {
      forms += 1;
    },
    leaveForm: () => {
      forms -= 1;
    },
    current: () => current,
  };
}
