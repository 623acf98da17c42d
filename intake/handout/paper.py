"""The look of hand-outs on paper: no row cut in two, no heading left behind."""

from intake.bundle.style import STYLE

#: On paper cells keep whole words, and only one wider than its column is broken; a telephone has no room for that.
PAPER = f"""{STYLE}thead {{ display: table-header-group; }}
@media print {{
  td, th {{ overflow-wrap: break-word; }}
  .word {{ white-space: nowrap; }}
  body, table, th, code {{ font-size: 10pt; line-height: 1.35; }}
  h2 {{ margin-top: 1.2rem; }}
  h3 {{ margin-top: 1rem; }}
  h2, h3, caption, thead, thead tr {{ break-after: avoid; }}
  tr, li, pre {{ break-inside: avoid; }}
  tbody tr:first-child {{ break-before: avoid; }}
  .blank {{ break-inside: avoid; }}
}}
"""
