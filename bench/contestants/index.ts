import { carboneTemplates } from '../folders.ts';
import type { Contestant } from './contestant.ts';

/** Who is measured, each in a process of its own that loads nothing of the others. */
export const contestants: Readonly<Record<string, () => Promise<Contestant>>> = {
  pdf: async () => (await import('./biaoli.ts')).biaoli(['pdf']),
  plain: async () => (await import('./biaoli.ts')).biaoli(['pdf'], { pdf: 'plain', source: false }),
  docx: async () => (await import('./biaoli.ts')).biaoli(['docx']),
  both: async () => (await import('./biaoli.ts')).biaoli(['pdf', 'docx']),
  check: async () => (await import('./biaoli.ts')).biaoliCheck,
  stages: async () => (await import('./stages.ts')).biaoliStages,
  typst: async () => (await import('./typst.ts')).typst,
  pdfmake: async () => (await import('./pdfmake.ts')).pdfmakeTable,
  docxLibrary: async () => (await import('./docx-library.ts')).docxLibrary,
  carbone: async () => (await import('./carbone.ts')).carboneFill(carboneTemplates.usual),
  carboneLean: async () => (await import('./carbone.ts')).carboneFill(carboneTemplates.lean),
};

/** Who is compared with whom, in turns: those for pages, and those for flowing text. */
export const groups: readonly (readonly string[])[] = [
  ['pdf', 'plain', 'both', 'stages', 'typst', 'pdfmake'],
  ['docx', 'check', 'carbone', 'carboneLean', 'docxLibrary'],
];
