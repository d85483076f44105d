import { type Code, codes } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { acceptable } from '../acceptance.ts';
import { refuse } from './refuse.ts';
import type { JsonSchema } from './types.ts';

const { accept } = words.record;
const example = '例如“V5: 上级文件规定按个数”';
const message = `“${accept}”下面一行一个编号，后面写原因，${example}。`;
const blank = '写上原因。';

/** What stands after a code: why it is right as it is. */
const reason: JsonSchema = {
  pattern: '\\S',
  patternErrorMessage: blank,
  allOf: [refuse({ type: ['object', 'array', 'null'] }, 'string', blank)],
};

/** 接受 of any map of a record: rules whose findings are accepted, all or those of one key, each with the reason. */
const accepting: JsonSchema = {
  title: accept,
  description: `检查出来的提醒，看过了、就是这样：一行一个编号，后面写原因，${example}；只管一项就写“名称 V5”。原因不会印出来，用 check --verbose 看得到。`,
  type: 'object',
  properties: Object.fromEntries(
    acceptable.map((code) => [
      code,
      { title: code, description: `${codes[code as Code]}。`, anyOf: [{ $ref: '#/definitions/reason' }] },
    ]),
  ),
  patternProperties: { [`\\S\\s+(?:${acceptable.join('|')})$`]: { $ref: '#/definitions/reason' } },
  additionalProperties: false,
  errorMessage: message,
  allOf: [refuse({ type: 'object', maxProperties: 0 }, 'string', message)],
};

/** The schemas of 接受, by the names that others refer to. */
export const acceptDefinitions = { accept: accepting, reason } as const;
