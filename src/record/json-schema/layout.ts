import { words } from '../../blueprint/index.ts';
import { anyOfTypes, refuse } from './refuse.ts';
import type { JsonSchema } from './types.ts';

const { page } = words;
const { layout, fit } = words.record;
const example = `“${layout}: { ${fit}: 2${page} }”`;
const message = `“${layout}”写成${example}。`;
const fitMessage = `“${fit}”应是 1 到 99 ${page}，例如 2${page}。`;

/** 排版 of a record. */
export const layoutSchema: JsonSchema = {
  title: layout,
  description: `只管这一份怎么排，例如${example}：缩小文字和格子里的空，排成至多 2 ${page}。`,
  properties: {
    [fit]: {
      title: fit,
      description: `至多排成几${page}，例如 2${page}。`,
      anyOf: [
        {
          title: fit,
          pattern: `^\\s*$|^[1-9]\\d?\\s*${page}?$`,
          patternErrorMessage: fitMessage,
          examples: [`2${page}`],
        },
      ],
      allOf: [
        refuse({ type: ['object', 'array', 'boolean'] }, 'number', fitMessage),
        refuse({ type: 'number', not: { type: 'integer', minimum: 1, maximum: 99 } }, 'string', fitMessage),
      ],
    },
  },
  additionalProperties: false,
  errorMessage: message,
  allOf: [refuse(anyOfTypes(['string', 'number', 'boolean', 'array'], true), 'object', message)],
};
