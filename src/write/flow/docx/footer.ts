import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { type Length, mm, type Paper, type TextStyle } from '../../../base/index.ts';
import { JOINT_STYLE } from './styles.ts';
import { twips } from './units.ts';

type Footers = { readonly default: Footer; readonly even: Footer };

/** GB/T 9704-2012 7.5: — 2 —, odd pages to the right and even pages to the left, one character in from the edge. */
export function folioFooters(style: TextStyle): Footers {
  const character = twips(style.size);
  const number = () => [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })];
  return {
    default: new Footer({
      children: [
        new Paragraph({
          style: 'folio',
          alignment: AlignmentType.RIGHT,
          indent: { right: character },
          children: number(),
        }),
      ],
    }),
    even: new Footer({
      children: [
        new Paragraph({
          style: 'folio',
          alignment: AlignmentType.LEFT,
          indent: { left: character },
          children: number(),
        }),
      ],
    }),
  };
}

/** Footers without a number; without them a section would show those of the section before it. */
export const emptyFooters = (): Footers => ({
  default: new Footer({ children: [new Paragraph({ style: JOINT_STYLE.id })] }),
  even: new Footer({ children: [new Paragraph({ style: JOINT_STYLE.id })] }),
});

const FOLIO_DROP = mm(7);

/** From the sheet's lower edge to the footer's, so that the number's line begins 7 mm below the type area (7.5). */
export const footerDistance = (paper: Paper, folio: TextStyle): Length =>
  Math.max(0, paper.bottom - FOLIO_DROP - folio.pitch) as Length;
