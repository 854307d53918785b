// How a book looks on an e-reader: as little as possible, for the reader's own settings come first.

export const STYLE = `body { margin: 0 5%; line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; break-after: avoid; hyphens: none; }
h1 { margin: 1.5em 0 1em; font-size: 1.6em; }
h2 { margin: 1.6em 0 0.6em; font-size: 1.3em; }
h3 { margin: 1.4em 0 0.5em; font-size: 1.1em; }
p { margin: 0 0 0.8em; }
img, svg { max-width: 100%; height: auto; }
figure { margin: 1em 0; break-inside: avoid; }
figcaption, caption { font-size: 0.9em; text-align: start; }
blockquote { margin: 1em 0 1em 1em; padding-left: 1em; border-left: 0.2em solid #999; }
.admonition { margin: 1em 0; padding-left: 1em; border-left: 0.3em solid #555; break-inside: avoid; }
.admonition-title, .tab-title { font-weight: bold; }
.tab-panel { margin: 0 0 1em; padding-left: 1em; border-left: 0.1em solid #999; }
.highlight .hll { background: #fdf0c4; }
pre, code, kbd, samp, .tt { font-family: monospace; font-size: 0.9em; }
pre { margin: 0 0 0.8em; padding: 0.5em; border: 1px solid #999; white-space: pre-wrap; overflow-wrap: anywhere; }
table { margin: 0 0 1em; border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.3em 0.6em; border: 1px solid #999; text-align: start; vertical-align: top; }
dt, div.dt { font-weight: bold; }
dd, div.dd { margin: 0 0 0.6em 1.5em; }
.em, .i { font-style: italic; }
.strong, .b { font-weight: bold; }
sup, sub { line-height: 0; }
.task-list { padding-left: 0; list-style: none; }
.part, .description, .author, .publisher { color: #555; }
.part { margin: 2em 0 0; }
.title-page { margin-top: 20%; text-align: center; }
.title-page h1 { text-align: center; }
.introduction { margin-top: 3em; text-align: start; }
.cover { margin: 0; text-align: center; }
.cover img { max-height: 98vh; }
section[role="doc-endnotes"] { margin-top: 2em; border-top: 1px solid #999; font-size: 0.9em; }
nav ol { padding-left: 1.2em; list-style: none; }
.highlight .c, .highlight .c1, .highlight .cm, .highlight .cd, .highlight .cs, .highlight .sd { color: #66625b; font-style: italic; }
.highlight .k, .highlight .kd, .highlight .kc, .highlight .kn, .highlight .kr, .highlight .ow, .highlight .nt { color: #8a2a5c; }
.highlight .s, .highlight .s1, .highlight .s2, .highlight .sb, .highlight .sh, .highlight .sr, .highlight .ss { color: #34631c; }
.highlight .m, .highlight .mi, .highlight .mf, .highlight .mh, .highlight .l, .highlight .se { color: #7d4a00; }
.highlight .nf, .highlight .fm, .highlight .nd, .highlight .nl, .highlight .py { color: #1d4f91; }
.highlight .kt, .highlight .nc, .highlight .nn, .highlight .no, .highlight .nb, .highlight .ne { color: #0d6160; }
.highlight .na, .highlight .nv, .highlight .vi, .highlight .vg { color: #82400a; }
.highlight .gi { color: #1e6b3c; }
.highlight .gd, .highlight .err, .highlight .gr { color: #a32a2a; }
`
