/* The page's own look: it goes into the pages of other offices and asks for nothing from elsewhere. */

export const htmlStyle = `
:root{color-scheme:light}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 3rem;color:#1d2430;background:#fff;
font:1rem/1.75 "FangSong","STFangsong","Noto Serif CJK SC","Songti SC","SimSun",serif}
h1{margin:1rem 0;text-align:center;font-size:1.6rem;line-height:1.4}
h1 span{display:block}
h2,h3,h4{margin:2rem 0 .5rem;line-height:1.4;font-family:"SimHei","Noto Sans CJK SC","PingFang SC",sans-serif}
h2{font-size:1.2rem}h3{font-size:1.05rem}h4{font-size:1rem}
p{margin:.5rem 0;text-indent:2em;overflow-wrap:anywhere}
p.note,p.flush{text-indent:0}
p.note{color:#4b5563;font-size:.875rem}
header p.note{text-align:center}
.table{overflow-x:auto;margin:.5rem 0 1.5rem}
.table:focus-visible{outline:2px solid #1d4ed8;outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4;font-variant-numeric:tabular-nums}
table.wide{font-size:.8125rem}
table.wide td{min-width:2.5em}
caption{padding:.25rem 0;text-align:left;font-weight:bold}
th,td{border:1px solid #6b7280;padding:.3rem .4rem;text-align:center;vertical-align:middle}
th{background:#f3f4f6;font-weight:normal}
thead th,th[scope=colgroup]{font-weight:bold}
tbody th[scope=row]{text-align:left}
td.text,td.note{text-align:left;overflow-wrap:anywhere}
.signature{margin:2rem 2em 1rem 0;text-align:right}
.signature p{text-indent:0}
.signature .facts{text-align:left}
@media print{@page{size:A4;margin:20mm 18mm}
body{max-width:none;padding:0;font-size:11pt}
.table{overflow:visible}table.wide{font-size:7.5pt}
thead{display:table-header-group}tr{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}
.annex{break-before:page}}
`
