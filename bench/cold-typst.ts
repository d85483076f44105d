// One process, one form: a cell table in, a PDF out. usage: node cold-typst.js table.json out.pdf
import { readFileSync, writeFileSync } from 'node:fs';
import { openTypst } from './contestants/typst.ts';

const [table = '', out = ''] = process.argv.slice(2);
writeFileSync(out, openTypst()(readFileSync(table, 'utf8')).pdf);
