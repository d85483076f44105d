import { AlignmentType, Footer, type IParagraphOptions, PageNumber, Paragraph, TextRun } from 'docx';
import type { Length, Paper, TextStyle } from '../../../base/index.ts';
import { FOLIO_DROP } from '../../../layout/index.ts';
import { JOINT_STYLE } from './styles.ts';
import { twips } from './units.ts';

type Footers = { readonly default: Footer; readonly even: Footer };

const footer = (paragraph: IParagraphOptions): Footer => new Footer({ children: [new Paragraph(paragraph)] });

/** GB/T 9704-2012 7.5: — 2 —, odd pages to the right and even pages to the left, one character in from the edge. */
export function folioFooters(style: TextStyle): Footers {
  const character = twips(style.size);
  const numbered = (side: Pick<IParagraphOptions, 'alignment' | 'indent'>): Footer =>
    footer({ style: 'folio', ...side, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] });
  return {
    default: numbered({ alignment: AlignmentType.RIGHT, indent: { right: character } }),
    even: numbered({ alignment: AlignmentType.LEFT, indent: { left: character } }),
  };
}

/** Footers without a number; without them a section would show those of the section before it. */
export const emptyFooters = (): Footers => ({
  default: footer({ style: JOINT_STYLE.id }),
  even: footer({ style: JOINT_STYLE.id }),
});

/** From the sheet's lower edge to the footer's, so that the number's line begins as far below the type area as in print. */
export const footerDistance = (paper: Paper, folio: TextStyle): Length =>
  Math.max(0, paper.bottom - FOLIO_DROP - folio.pitch) as Length;
