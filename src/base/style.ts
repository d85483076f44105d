import type { Length } from './length.ts';

/** What a text is for; a form gives each role its face, size and pitch. */
export type Role = 'title' | 'subtitle' | 'line' | 'label' | 'cell' | 'folio';

/** How a role is set. `face` is a name of `fonts/faces.yaml`; `pitch` is the distance from one line to the next. */
export type TextStyle = { readonly face: string; readonly size: Length; readonly pitch: Length };

export type Styles = Readonly<Record<Role, TextStyle>>;

export type Align = 'left' | 'center' | 'right' | 'justify';
/** What a template may ask for: `auto` centres a text of one line and justifies a longer one. */
export type AlignWish = Align | 'auto';
export type VerticalAlign = 'top' | 'middle' | 'bottom';
export type Direction = 'horizontal' | 'vertical';

/** The measures of a table: space between text and rule, and the rule's thickness. */
export type TableStyle = { readonly padX: Length; readonly padY: Length; readonly rule: Length };

/** One face of `fonts/faces.yaml`: font files in the order they are asked for a character, and its name on the desk. */
export type FaceEntry = {
  /** Paths for {@link World.readFont}; the last ones hold rare characters and are opened only when needed. */
  readonly files: readonly string[];
  /** The font name written into DOCX files, such as 宋体. */
  readonly deskName: string;
};

/** All faces by the names that forms use. */
export type FaceTable = ReadonlyMap<string, FaceEntry>;
