import type { Markup } from './markup.ts';

/** How a report looks on a screen and on A4; words say all that colours say. */
export const style: Markup = {
  markup: `<style>
:root { color-scheme: light; }
body { font: 15px/1.6 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #111; max-width: 1100px; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; }
table { border-collapse: collapse; margin: .5em 0 1.5em; }
th, td { border: 1px solid #999; padding: .2em .8em; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; }
details.group > summary { font-size: 1.2em; font-weight: bold; padding: .4em 0; border-bottom: 2px solid #111; }
details.group { margin: 1em 0; }
details.record { border-bottom: 1px solid #ccc; break-inside: avoid; }
details.record > summary { display: grid; grid-template-columns: 1.2em minmax(12em, 1fr) 5em 4.5em 20em 5em; gap: .5em; padding: .3em 0; list-style: none; }
details.record > summary::-webkit-details-marker { display: none; }
details.record > summary::before { content: "+"; color: #666; }
details.record[open] > summary::before { content: "-"; }
.file { color: #555; font-size: .85em; overflow-wrap: anywhere; }
.inside { margin: 0 0 1em 1.7em; overflow-wrap: anywhere; }
.inside ul { margin: .3em 0; padding-left: 1.2em; }
.right { text-align: right; }
.error { color: #b00020; font-weight: bold; }
.warning { color: #8a5a00; font-weight: bold; }
code { font: .85em ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
@page { size: A4; margin: 15mm; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .error, .warning { color: #000; }
}
</style>`,
};
