import type { ReadTable } from '../../types.ts';
import type { PdfPage } from '../types.ts';
import { chainParts } from './chain.ts';
import { tablesOn } from './parts.ts';
import { rebuild } from './rebuild.ts';

/** The tables of pages, rebuilt from ruled lines and the places of glyphs. */
export const tablesByRules = (pages: readonly PdfPage[]): ReadTable[] =>
  chainParts(pages.map(tablesOn)).map(rebuild);
