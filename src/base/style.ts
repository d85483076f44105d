import type { Length } from './length.ts';

/** What a text is for; a form gives each role its face, size and pitch. */
export type Role = 'annex' | 'title' | 'subtitle' | 'line' | 'label' | 'cell' | 'folio';

/** How a role is set. `face` is a name of `fonts/faces.yaml`; `pitch` is the distance from one line to the next. */
export type TextStyle = { readonly face: string; readonly size: Length; readonly pitch: Length };

export type Styles = Readonly<Record<Role, TextStyle>>;

export type Align = 'left' | 'center' | 'right' | 'justify';
/** What a template may ask for: `auto` centres a text of one line and justifies a longer one. */
export type AlignWish = Align | 'auto';
export type VerticalAlign = 'top' | 'middle' | 'bottom';
export type Direction = 'horizontal' | 'vertical';

/** The measures of a table: space between text and rule, the rule's thickness, what a label printed again ends with. */
export type TableStyle = {
  readonly padX: Length;
  readonly padY: Length;
  readonly rule: Length;
  /** Such as （续）; empty: the label is printed again as it is. */
  readonly continued: string;
};

/** How strictly lines are broken: the levels «basic» and «GB-style» of CLREQ 6.1.1. */
export type BreakLevel = 'basic' | 'gb';

/** How paragraphs of cells are set. */
export type ParagraphStyle = {
  /** First-line indent in ems; `auto`: two where a long text stands in a wide cell, else none (CLREQ 6.2.1.1). */
  readonly indent: number | 'auto';
  /** Space between two paragraphs of a cell. */
  readonly gap: Length;
  readonly level: BreakLevel;
};

/** One face of `fonts/faces.yaml`: font files in the order they are asked for a character, and its name on the desk. */
export type FaceEntry = {
  /** Paths for {@link World.readFont}; the last ones hold rare characters and are opened only when needed. */
  readonly files: readonly string[];
  /** The font name written into DOCX files, such as 宋体. */
  readonly deskName: string;
};

/** All faces by the names that forms use. */
export type FaceTable = ReadonlyMap<string, FaceEntry>;
