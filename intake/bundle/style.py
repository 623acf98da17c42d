"""The look of the summary: dark on white, 7 to 1 or better, and the same on paper."""

STYLE = """\
body { margin: 0; background: #fff; color: #1a1a1a; font: 16px/1.5 Georgia, "Times New Roman", serif; }
main, header, nav { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 1.5rem; }
main { padding-bottom: 1.5rem; }
h1, h2, h3, caption, th { font-family: Verdana, "DejaVu Sans", sans-serif; line-height: 1.3; }
h1 { font-size: 1.5rem; }
h2 { margin-top: 2.5rem; font-size: 1.25rem; border-bottom: 2px solid #1a1a1a; }
h3 { margin-top: 1.75rem; font-size: 1.05rem; }
a { color: #1e3a5f; }
nav ul { margin: 1rem 0; padding: 0; list-style: none; columns: 15rem; }
nav { font-family: Verdana, "DejaVu Sans", sans-serif; }
nav a { display: inline-block; min-height: 1.5rem; }
.counts { font-weight: bold; }
.wide { overflow-x: auto; position: relative; }
.wide svg { display: block; }
#answers h3 + table caption, #answers h3 + p + .wide caption, #missing h3 + table caption {
  position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
.statement { padding: .75rem 1rem; border-left: .3rem solid #1a1a1a; background: #f4f4f4; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: .9rem; }
caption { padding: .25rem 0; text-align: left; font-weight: bold; }
th, td { padding: .3rem .5rem; border: 1px solid #8a8a8a; text-align: left; vertical-align: top; }
th { font-size: .8rem; background: #f4f4f4; }
td { white-space: pre-line; }
td, th { overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; }
td ul { margin: 0; padding-left: 1.2rem; white-space: normal; }
tbody th { min-width: 7rem; font-weight: normal; }
.word { display: inline-block; padding: 0 .3rem; border: 1px solid; }
.met { color: #14532d; }
.not_met { color: #7f1d1d; }
.need_information { color: #4a3a00; }
.confirm { color: #1e3a5f; }
code, pre { font: .8rem/1.5 "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
pre { padding: .5rem .75rem; border: 1px solid #8a8a8a; }
@media screen and (max-width: 48rem) {
  .wide table { min-width: 44rem; }
}
@page { margin: 1.5cm; }
@media print {
  main, header, nav { max-width: none; padding: 0; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  .wide { overflow: visible; }
  .wide svg { max-width: 100%; height: auto; }
  body, table { font-size: 9.5pt; line-height: 1.25; }
  th { font-size: 8.5pt; line-height: 1.2; }
  code, pre { font-size: 8pt; line-height: 1.3; }
  h1 { margin: 0; }
  h2 { margin-top: 1rem; }
  h3 { margin: .7rem 0 .2rem; }
  p, ul, table { margin: .3rem 0; }
  th, td { padding: .1rem .35rem; }
  thead { display: table-header-group; }
  h2, h3, caption { break-after: avoid; }
  tr, .statement { break-inside: avoid; }
  .statement, th { background: none; }
}
"""
