export { buildGrid, buildGrids } from './build.ts';
export { type PlacedCell, placeBand } from './place.ts';
export type * from './types.ts';
