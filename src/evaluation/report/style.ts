// The look of the report. Colours are told apart without red against green, and text keeps a contrast of 4.5 to 1.
import { Html } from '../../html';

const LIGHT = `
  --page: #f6f5f1; --card: #ffffff; --ink: #1d2530; --soft: #596372; --line: #dedbd2; --link: #1d5fa8;
  --right: #2f7cc4; --offered: #e0a526; --wrong: #c8442b; --silent: #b4b9c1;
  --good: #1c6b4a; --bad: #a8321c; --empty: #efede7;
  --kept1: #e3e1db; --kept2: #d0cfcb; --kept3: #b8babd; --kept4: #989ea6; --kept5: #747c87;
  --hit1: #dbe8f5; --hit2: #b3d0ec; --hit3: #7fb0dd; --hit4: #4b8fcc; --hit5: #2f7cc4;
  --miss1: #fbd9c4; --miss2: #f5b28e; --miss3: #ea835a; --miss4: #d65a34; --miss5: #a8321c;`;

const DARK = `
  --page: #14181e; --card: #1c222b; --ink: #e8eaee; --soft: #a4adba; --line: #343c48; --link: #8ebdf0;
  --right: #5b9fe0; --offered: #dba63a; --wrong: #e5694d; --silent: #636c79;
  --good: #6fcf9f; --bad: #ff9a80; --empty: #232a34;
  --kept1: #2c333d; --kept2: #3b434f; --kept3: #505a67; --kept4: #6b7684; --kept5: #8b96a5;
  --hit1: #20344a; --hit2: #284a6c; --hit3: #336596; --hit4: #4482c0; --hit5: #5b9fe0;
  --miss1: #4a2a1f; --miss2: #743a27; --miss3: #a24b30; --miss4: #cf5d3d; --miss5: #ff8a68;`;

export const STYLE = new Html(`
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; letter-spacing: -0.01em; margin: 0; }
h3 { font-size: 1rem; margin: 0 0 .5rem; } div + h3, figure + h3, p + h3 { margin-top: 2rem; }
.about { display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin: 0 0 1rem; font-size: .9rem; }
.about div { display: flex; gap: .45rem; } .about dt, .lead, .note { color: var(--soft); }
.about dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .9rem; padding-bottom: 1.5rem; }
a { color: var(--link); text-underline-offset: .2em; }
section, .tile { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
section { padding: 1.5rem; margin: 0 0 1.5rem; }
.lead { margin: .35rem 0 1.25rem; max-width: 48rem; }
.note { font-size: .85rem; margin: .75rem 0 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: .9rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
.tile { padding: 1rem 1.1rem; display: flex; flex-direction: column; }
.tile b { font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.03em; font-variant-numeric: tabular-nums; }
.tile span { font-size: .9rem; } .tile small { color: var(--soft); font-size: .8rem; margin-top: auto; padding-top: .5rem; }
.tile .met { color: var(--good); } .tile .missed { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .5rem .8rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--soft); font-weight: 500; font-size: .8rem; white-space: nowrap; }
tbody th { font-weight: 500; }
.sub th { padding-left: 1.1rem; color: var(--soft); }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: .85em ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; }
q { overflow-wrap: anywhere; }
td ul { margin: 0; padding-left: 1rem; } td details { margin-top: .2rem; }
summary { cursor: pointer; color: var(--link); font-size: .9rem; }
.stack { display: flex; height: 1rem; min-width: 9rem; border-radius: .25rem; overflow: hidden; background: var(--empty); margin-top: .2rem; gap: 1px; }
.bar { width: 40%; }
.right { background: var(--right); } .offered { background: var(--offered); } .wrong { background: var(--wrong); } .silent { background: var(--silent); }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; padding: 0; margin: 0 0 .8rem; list-style: none; font-size: .85rem; }
.legend i { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; margin-right: .4rem; vertical-align: -.08rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 2rem; }
figure { margin: 0; } figure svg { display: block; width: 100%; height: auto; max-width: 32rem; }
.heat svg { max-width: none; min-width: var(--least); margin: 0 auto; }
svg text { fill: var(--soft); font: 11px system-ui, "Segoe UI", Roboto, sans-serif; }
svg .strong { fill: var(--ink); }
.grid { stroke: var(--line); } .ideal { stroke: var(--soft); stroke-dasharray: 4 4; }
.accuracy { fill: var(--right); } .gap { fill: none; stroke: var(--wrong); stroke-width: 1.5; }
.dot { fill: var(--card); stroke: var(--ink); stroke-width: 1.5; } .counts { fill: var(--silent); }
.cell:hover { stroke: var(--ink); stroke-width: 2; } .stripe { fill: var(--empty); }
${['hit', 'miss', 'kept'].flatMap((look) => [1, 2, 3, 4, 5].map((step) => `.${look}${step} { fill: var(--${look}${step}); background: var(--${look}${step}); }`)).join('\n')}
@media (max-width: 40rem) {
  header, main { padding-left: .75rem; padding-right: .75rem; } section { padding: 1.1rem .9rem; }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: .6rem; } .tile { padding: .8rem; } .tile b { font-size: 1.6rem; }
  .wide { display: none; } .bar { width: 30%; } .stack { min-width: 5rem; }
}
@media print {
  :root { ${LIGHT} --page: #fff; } body { font-size: 12px; } nav { display: none; } section { break-inside: auto; border: 0; padding: 0; }
  .tile, tr, figure { break-inside: avoid; } .scroll { overflow: visible; } .heat svg { min-width: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`);
