export { buildGrid, buildGrids } from './build.ts';
export { pictureGrid } from './picture.ts';
export type * from './types.ts';
