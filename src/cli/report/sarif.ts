import { type Code, codes, type Severity } from '../../base/index.ts';
import { findInstall } from '../install.ts';
import { fingerprints } from './fingerprint.ts';
import type { Located, Location, Region } from './located.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
};
/** All paths are meant from the folder that the source is checked out in. */
const ROOT = '%SRCROOT%';

/**
 * All findings as a SARIF 2.1.0 log (OASIS, sarif-v2.1.0). Accepted ones are there with a suppression and its reason.
 * `pages` is where the pages of the codes stand on the web; without it rules have no `helpUri`, which must be absolute.
 */
export function sarifReport(found: readonly Located[], pages: string | null): string {
  const rules = [...new Set(found.map(({ diagnostic }) => diagnostic.code))].sort();
  const files = [...new Set(found.map(({ at }) => at.file))].sort();
  const names = fingerprints(found);
  const results = found.map((one, i) => ({
    ruleId: one.diagnostic.code,
    ruleIndex: rules.indexOf(one.diagnostic.code),
    level: levels[one.diagnostic.severity],
    message: { text: `${one.diagnostic.message}\n办法：${one.diagnostic.advice}` },
    locations: [{ physicalLocation: physical(one.at, files) }],
    ...(one.related.length > 0 && {
      relatedLocations: one.related.map(({ at, message }, id) => ({
        id,
        physicalLocation: physical(at, files),
        message: { text: message },
      })),
    }),
    partialFingerprints: { primaryLocationLineHash: names[i] },
    suppressions:
      one.diagnostic.accepted === null
        ? []
        : [{ kind: 'inSource', status: 'accepted', justification: one.diagnostic.accepted }],
  }));
  const driver = {
    name: 'biaoli',
    fullName: '表里 biaoli',
    semanticVersion: findInstall().version,
    rules: rules.map((code) => ruleOf(code, found, pages)),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: '运行 biaoli 的文件夹' } } },
    artifacts: files.map((file) => ({ location: artifact(file) })),
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A code as a rule; its level is the gravest it is found with. */
function ruleOf(code: Code, found: readonly Located[], pages: string | null) {
  const severities = found.flatMap(({ diagnostic }) => (diagnostic.code === code ? [diagnostic.severity] : []));
  const level = (['error', 'warning'] as const).find((one) => severities.includes(one)) ?? 'hint';
  const page = `docs/codes/${code}.md`;
  return {
    id: code,
    name: codes[code],
    shortDescription: { text: codes[code] },
    help: { text: `说明、错的例子和对的写法：${page}` },
    ...(pages !== null && { helpUri: `${pages.replace(/\/*$/u, '/')}${code}.md` }),
    defaultConfiguration: { level: levels[level] },
  };
}

function physical({ file, region }: Location, files: readonly string[]) {
  const index = files.indexOf(file);
  return {
    artifactLocation: { ...artifact(file), ...(index >= 0 && { index }) },
    ...(region !== null && { region: regionOf(region) }),
  };
}

const regionOf = ({ start, end }: Region) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
});

/** Chinese names are percent-encoded; a file outside the current folder has an absolute URI. */
function artifact(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return { uri: `file://${encoded}` };
  // A drive of Windows.
  if (/^[A-Za-z]:\//u.test(file)) return { uri: `file:///${file.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` };
  return { uri: encoded, uriBaseId: ROOT };
}
