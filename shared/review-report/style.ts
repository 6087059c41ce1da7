import { toneRules } from "../plots/tones.ts";

/** How the report looks on the screen and on A4: black on white, with no colour that a print would waste. */
export const reportStyle = `
:root{color-scheme:light}
body{max-width:880px;margin:32px auto;padding:0 24px;background:#fff;color:#1a1a1a;font:14px/1.5 system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
h1{margin:0 0 4px;font-size:26px;line-height:1.2}
h2{margin:36px 0 8px;font-size:19px;break-after:avoid}
h3{margin:22px 0 6px;font-size:15px;break-after:avoid}
p{margin:0 0 10px}
.under{color:#555}
.note{color:#555;font-size:12.5px}
table{width:100%;margin:10px 0 18px;border-collapse:collapse;font-size:12.5px;font-variant-numeric:tabular-nums}
caption{padding:0 0 6px;text-align:left;font-weight:600;break-after:avoid}
th,td{padding:4px 10px 4px 0;border-bottom:1px solid #ccc;text-align:left;vertical-align:top;overflow-wrap:break-word}
thead th{border-bottom:1.5px solid #1a1a1a;font-weight:600;vertical-align:bottom;overflow-wrap:normal}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:nth-child(-n+2){break-before:avoid}
.number{text-align:right;overflow-wrap:normal}
td.number{white-space:nowrap}
.day{white-space:nowrap}
td small{display:block;color:#555;font-size:.84em}
td:first-child,th:first-child{min-width:130px}
td svg{display:block}
figure{margin:14px 0 20px;break-inside:avoid}
figcaption{margin-bottom:4px;font-weight:600}
figure svg{max-width:100%;height:auto;font-family:inherit;font-size:13px}
svg text{fill:#1a1a1a}
.mark{stroke:#1a1a1a;stroke-opacity:.25}.line{fill:none;stroke:#1a1a1a;stroke-opacity:.25}
.track{fill:#ececec}.value{fill:#74acd9}.whisker{fill:none;stroke:#1a1a1a;stroke-width:1.5}
ul,ol{margin:0 0 12px;padding-left:22px}
li{margin-bottom:4px;overflow-wrap:anywhere}
${toneRules("light")}
@page{size:A4;margin:18mm 16mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}table{font-size:9pt}.note{font-size:9pt}h2{font-size:14pt}h1{font-size:19pt}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
