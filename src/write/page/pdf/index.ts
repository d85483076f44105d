export type { Bookmark } from './container.ts';
export type { PageDrawing } from './content.ts';
export { writePdf } from './document.ts';
export { openVolume } from './volume.ts';
