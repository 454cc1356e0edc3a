// The look of the pages that people open in a browser: light or dark, on a phone and on paper.

const LIGHT = `
  color-scheme: light; --page: #f6f5f1; --card: #ffffff; --ink: #1d2530; --soft: #596372; --line: #dedbd2;
  --link: #1d5fa8; --tint: #e9f1fa; --edge: #2f7cc4;`;

const DARK = `
  color-scheme: dark; --page: #14181e; --card: #1c222b; --ink: #e8eaee; --soft: #a9b2bf; --line: #343c48;
  --link: #8ebdf0; --tint: #22344a; --edge: #5b9fe0;`;

const PAPER = `
  color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --soft: #000; --line: #999; --link: #000; --tint: #fff;
  --edge: #000;`;

/** Rules for the whole page; its hash is the only style that the page's policy lets in, so no element has a `style`. */
export const PAGE_STYLE = `
:root { ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, sans-serif; overflow-wrap: break-word; }
main, footer { width: min(58rem, 100% - 2rem); margin: 0 auto; padding: 0 clamp(1.1rem, 5vw, 3.5rem); }
main { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; margin-top: 2.5rem; padding-top: clamp(1.4rem, 4vw, 3rem); padding-bottom: clamp(1.4rem, 4vw, 3rem); }
footer { color: var(--soft); font-size: .9rem; padding-top: 1.25rem; padding-bottom: 2.5rem; }
h1 { font-size: clamp(1.65rem, 4.5vw, 2.4rem); line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; letter-spacing: -0.01em; margin: 2.5rem 0 .75rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
p, ul { max-width: 42rem; margin: 0 0 1rem; }
p:has(+ ul) { margin-bottom: .35rem; }
.introduces { font-weight: 600; }
h1 + p { font-size: 1.1em; }
ul { padding-left: 1.25rem; }
.sources, .links { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1.5rem; font-size: .9rem; color: var(--soft); }
.links { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; }
li { margin: .3rem 0; padding-left: .25rem; }
li::marker { color: var(--edge); }
main > :last-child, footer > :last-child { margin-bottom: 0; }
footer p { max-width: none; margin: 0 0 .35rem; text-wrap: balance; }
a { color: var(--link); text-underline-offset: .2em; overflow-wrap: anywhere; }
a:focus-visible { outline: 2px solid var(--edge); outline-offset: 2px; border-radius: 2px; }
pre { overflow-x: auto; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--tint); font-size: .9rem; user-select: all; }
pre:focus-visible { outline: 2px solid var(--edge); outline-offset: 2px; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: .95rem; line-height: 1.45; margin: 1rem 0 1.5rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: .65rem .8rem; border-bottom: 1px solid var(--line); }
thead td, tbody th { width: 17%; padding-left: 0; }
thead th { vertical-align: bottom; }
thead th, .chosen { font-weight: 650; }
tbody th { color: var(--soft); font-weight: 500; }
td.chosen { font-weight: inherit; }
.chosen { background: var(--tint); border-left: 2px solid var(--edge); border-right: 2px solid var(--edge); }
thead .chosen { border-top: 2px solid var(--edge); }
tbody tr:last-child .chosen { border-bottom: 2px solid var(--edge); }
@media screen and (min-width: 60rem) {
  /* Room for the open chat at the right. */
  main:has(> .beside) { width: auto; max-width: 58rem; margin-left: max(1rem, (100% - 86rem) / 2); margin-right: 27.5rem; }
}
@media screen and (max-width: 44rem) {
  main, footer { width: auto; }
  main { margin-top: 0; border-width: 0 0 1px; border-radius: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, tbody th, tbody td { display: block; width: auto; }
  tr { margin-bottom: 1.5rem; }
  tbody th { color: var(--ink); font-weight: 650; font-size: 1.05rem; padding: 0 0 .35rem; }
  tbody td, tbody tr .chosen, tbody tr:last-child .chosen { border: 0; border-left: 2px solid var(--line); padding: .4rem .8rem; }
  tbody tr .chosen, tbody tr:last-child .chosen { border-left-color: var(--edge); }
  tbody td::before { content: attr(data-column); content: attr(data-column) / ""; display: block; color: var(--soft); font-size: .85rem; }
  tbody td.chosen::before { color: var(--link); font-weight: 600; }
}
@media print {
  :root { ${PAPER} }
  @page { margin: 16mm 18mm; }
  body { font-size: 10.5pt; line-height: 1.45; }
  main { width: auto; border: 0; margin: 0; padding: 0; }
  footer { display: none; }
  p, ul { max-width: none; orphans: 3; widows: 3; }
  h1 { font-size: 20pt; }
  h2 { font-size: 13pt; }
  h2, .sources { margin-top: 1.4rem; padding-top: .8rem; }
  h1, h2 { break-after: avoid; }
  p:has(+ ul) { break-after: avoid; }
  tr, ul { break-inside: avoid; }
  thead { display: table-header-group; }
  table { font-size: 9pt; }
  th, td { padding: .35rem .5rem; }
  a { text-decoration: none; }
  .sources a::after { content: " (" attr(href) ")"; }
}
`;
