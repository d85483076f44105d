export { readUsual } from './read.ts';
