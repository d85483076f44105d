export { writePdf } from './document.ts';
