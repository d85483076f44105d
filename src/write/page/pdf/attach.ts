import { hash } from 'node:crypto';
import type { Enclosure } from '../../../base/index.ts';
import type { Container } from './container.ts';
import { deflated } from './deflated.ts';
import { textString } from './numbers.ts';

/** A file that goes with the document; `type` is its media type as a name, `key` its name in ASCII. */
type Attachment = {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly relationship: 'Source' | 'Data';
  readonly description: string;
  readonly bytes: Uint8Array;
};

/**
 * Adds what a document carries as associated files of the whole document (ISO 19005-3, 6.8): the YAML it was made from as
 * `biaoli.yaml`, and as `biaoli.json` what is known of form and print. The parameters have no dates, which that part does
 * not ask for: the same document is the same bytes.
 */
export function attach(container: Container, { name, source, facts }: Enclosure): void {
  const yaml = embed(container, {
    key: 'biaoli.yaml',
    name,
    // RFC 9512.
    type: 'application#2Fyaml',
    relationship: 'Source',
    description: '生成这份表的数据',
    bytes: source,
  });
  const json = embed(container, {
    key: 'biaoli.json',
    name: 'biaoli.json',
    type: 'application#2Fjson',
    relationship: 'Data',
    description: '表的名称、版本，数据和所印内容的摘要',
    bytes: new TextEncoder().encode(facts),
  });
  container.associate([yaml, json]);
}

/** Writes a file's bytes; yields what describes it. */
function embed(container: Container, { key, name, type, relationship, description, bytes }: Attachment) {
  // ISO 32000-1, 7.11.4.1: the checksum is MD5.
  const parameters = `/Params<</Size ${bytes.length}/CheckSum<${hash('md5', bytes)}>>>`;
  const entries = `/Type/EmbeddedFile/Subtype/${type}${parameters}/Filter/FlateDecode`;
  const stream = container.stream(entries, deflated(bytes), bytes);
  const specification =
    `<</Type/Filespec/F(${key})/UF${textString(name)}/Desc${textString(description)}` +
    `/AFRelationship/${relationship}/EF<</F ${stream}/UF ${stream}>>>>`;
  return { key, specification };
}
