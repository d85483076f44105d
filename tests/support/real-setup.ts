import { pt, type TextStyle } from '../../src/base/index.ts';
import type { Setup } from '../../src/measure/index.ts';
import { openFonts } from '../../src/text/index.ts';
import { realPress, realWorld } from './real-world.ts';

const style = (face: string, size: number, pitch: number): TextStyle => ({ face, size: pt(size), pitch: pt(pitch) });

/** The faces of this repository by the names that forms use. */
export const realFaces = realPress().shelf.commons.faces;

/** Three faces of the repository in sizes of a form. */
export const realSetup: Setup = {
  styles: {
    annex: style('黑体', 16, 28),
    title: style('小标宋', 18, 28),
    subtitle: style('宋体', 12, 18),
    line: style('宋体', 10.5, 16),
    label: style('黑体', 10.5, 15),
    cell: style('仿宋', 10.5, 16),
    folio: style('宋体', 14, 20),
  },
  table: { padX: pt(4), padY: pt(3), rule: pt(0.5), continued: '' },
  paragraph: { indent: 'auto', gap: pt(0), level: 'gb' },
  fonts: openFonts(realWorld(), realFaces),
  labelWords: realPress().shelf.commons.labelWords,
};
