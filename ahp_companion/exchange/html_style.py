"""How the HTML page looks: on a light screen, on a dark one, and on paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de;
  --paper: #ffffff; --soft: #f4f6f8; --accent: #0b5563; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --quiet: #a4adb6;
  --line: #3a4149; --paper: #15181c; --soft: #1e2328; --accent: #7cc4d1; } }
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; padding-bottom: .3rem;
  border-bottom: 2px solid var(--accent); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .3rem; color: var(--accent); }
h5 { font-size: 1rem; margin: 1rem 0 .2rem; }
h6 { font-size: .92rem; margin: .8rem 0 .2rem; color: var(--quiet); }
a { color: var(--accent); }
.quiet { color: var(--quiet); }
.mark { border: 1px solid var(--line); border-radius: .3rem; padding: 0 .35rem;
  font-size: .8rem; font-weight: normal; color: var(--quiet); }
nav ul { columns: 2; padding-left: 1.1rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .3rem 1rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid var(--line); white-space: pre-line; overflow-wrap: break-word; }
th { color: var(--quiet); font-weight: 600; }
article article { border-left: 3px solid var(--line); padding-left: 1rem; }
:target { background: var(--soft); outline: 2px solid var(--accent); }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
  nav ul { columns: 1; } }
@media print { :root { --ink: #000000; --quiet: #444444; --line: #bbbbbb; --paper: #ffffff;
  --soft: #ffffff; --accent: #000000; } body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; } h2, h3, h4, h5, h6 { break-after: avoid; }
  table { font-size: 7.5pt; } td, th { padding-right: .4rem; } .wide { overflow: visible; }
  tr, dl > * { break-inside: avoid; } a { text-decoration: none; } }
"""
