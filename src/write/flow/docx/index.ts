export { writeDocx } from './write.ts';
