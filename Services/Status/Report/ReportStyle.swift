/// How the report looks: on a light and a dark screen, and on A4 paper.
enum ReportStyle {
  static let css = """
    :root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--ink:#1b2330;--soft:#667085;--rule:#dfe3ea;--track:#eef1f5;
    --p0:#8fa3c4;--p1:#5b8def;--p2:#3467c8;--p3:#8a63c9;--p4:#d9822b;--p5:#3a9d6b;--m0:#3467c8;--m1:#3a9d6b;--m2:#d9822b;
    --late:#c62828;--lateback:#fdecea;--open:#b9c2d0}
    @media (prefers-color-scheme:dark){:root{--bg:#12161d;--card:#1b212b;--ink:#e6eaf1;--soft:#9aa5b8;--rule:#303948;
    --track:#262e3b;--p0:#6f84a8;--p1:#6b9bf5;--p2:#4a7de0;--p3:#a07ee0;--p4:#e09a50;--p5:#52b784;--m0:#5b8def;--m1:#52b784;
    --m2:#e09a50;--late:#ff7b72;--lateback:#3a2323;--open:#4a566a}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--ink);line-height:1.5;font-size:15px;
    font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei",system-ui,sans-serif}
    main{max-width:1020px;margin:0 auto;padding:32px 24px 48px}
    header{border-bottom:3px solid var(--m0);padding-bottom:14px;margin-bottom:20px}
    h1{font-size:28px;margin:0 0 4px;letter-spacing:.02em}
    header p,footer,.note{color:var(--soft);margin:0;font-size:13px}
    section{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:16px 20px 18px;margin:0 0 18px}
    h2{font-size:17px;margin:0 0 10px;padding-left:10px;border-left:4px solid var(--m0)}
    .tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:12px;margin:0 0 18px}
    .tile{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:12px 16px}
    .tile b{display:block;font-size:23px;line-height:1.3;white-space:nowrap;font-variant-numeric:tabular-nums}
    .tile span{color:var(--soft);font-size:13px}
    .tile.bad b{color:var(--late)}
    svg{display:block;width:100%;height:auto}
    svg text{font-size:12.5px;fill:var(--ink)}svg .q{font-size:11px;fill:var(--soft)}svg .b{font-weight:600}
    .track{fill:var(--track)}.grid{stroke:var(--rule);stroke-width:1}.open{fill:var(--open)}.done{fill:var(--p5)}
    .late{fill:var(--late)}.p0{fill:var(--p0)}.p1{fill:var(--p1)}.p2{fill:var(--p2)}.p3{fill:var(--p3)}.p4{fill:var(--p4)}
    .p5{fill:var(--p5)}.m0{fill:var(--m0)}.m1{fill:var(--m1)}.m2{fill:var(--m2)}
    .key{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 8px;padding:0;list-style:none;font-size:12.5px;color:var(--soft)}
    .key svg{display:inline-block;width:11px;height:11px;margin-right:6px;vertical-align:-1px}
    table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
    th{text-align:left;color:var(--soft);font-weight:600;border-bottom:2px solid var(--rule);padding:5px 10px 5px 0}
    td{border-bottom:1px solid var(--rule);padding:6px 10px 6px 0;vertical-align:top}
    tr.bad td:first-child,td.bad{color:var(--late);font-weight:600}
    td:nth-child(-n+2){white-space:nowrap}
    td small{display:block;color:var(--soft);font-size:11.5px}
    .calm{color:var(--p5);font-weight:600}
    .warn{background:var(--lateback);border-color:var(--late);color:var(--late)}
    @page{size:A4;margin:12mm 12mm 14mm}
    @media (max-width:560px){.tiles{grid-template-columns:repeat(2,1fr)}}
    @media print{:root{--bg:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#c9ced6;--track:#f0f2f5;--p0:#8fa3c4;--p1:#5b8def;
    --p2:#3467c8;--p3:#8a63c9;--p4:#d9822b;--p5:#3a9d6b;--m0:#3467c8;--m1:#3a9d6b;--m2:#d9822b;--late:#b71c1c;--open:#b9c2d0}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}body{font-size:11pt}main{max-width:none;padding:0}
    section,.tile{border-radius:0;break-inside:avoid}section.long{break-inside:auto}tr{break-inside:avoid}thead{display:table-header-group}
    svg[role=img]{max-height:158mm}}
    """
}
