/// How the catalogue looks on a screen and on paper, and how it is searched. Nothing is loaded from anywhere.
extension CataloguePage {
  static let style = """
    :root{--ink:#1c2430;--quiet:#5b6676;--line:#d9dee6;--back:#f6f7f9;--accent:#155eaf}
    *{box-sizing:border-box}html{scroll-padding-top:12px}
    body{margin:0;display:flex;color:var(--ink);
    font:15px/1.6 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
    nav{width:330px;height:100vh;position:sticky;top:0;overflow:auto;padding:20px;background:var(--back);
    border-right:1px solid var(--line);flex:none}
    nav h1{font-size:18px;margin:0}nav h1 a{color:inherit}nav p{color:var(--quiet);margin:.3em 0 1em;font-size:13px}
    nav h3{font-size:12px;color:var(--quiet);margin:.8em 0 .2em}nav ul{list-style:none;margin:0;padding:0 0 0 .6em}
    nav label{display:block;font-size:12px;color:var(--quiet);margin-top:.6em}
    nav input,nav select{width:100%;padding:6px 8px;border:1px solid var(--line);border-radius:6px;background:#fff;font:inherit}
    nav summary{font-weight:600;margin-top:.8em;cursor:pointer}nav .other{margin-top:1.4em}a{color:var(--accent);text-decoration:none}
    a:hover{text-decoration:underline}:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
    main{padding:8px 40px 80px;max-width:1120px;min-width:0;flex:1}
    h2{border-bottom:2px solid var(--line);padding-bottom:.2em;margin-top:1.6em}
    article{border-top:1px solid var(--line);padding:8px 0 20px}article:target{background:#fffbe8;box-shadow:0 0 0 12px #fffbe8}
    tr:target{background:#fffbe8}article h3{margin:.8em 0 .3em;font-size:17px}article h3 code{font-size:16px}
    .anchor{float:left;margin-left:-22px;width:22px;color:var(--quiet);opacity:0}article:hover .anchor,.anchor:focus{opacity:1}
    .kind{font-size:12px;padding:2px 8px;border-radius:10px;font-weight:400;background:#e6f0fb;color:#0f4c8f}
    .kind.event{background:#e7f5ea;color:#1c6632}.kind.query{background:#f3ecfa;color:#5d2b90}
    .type,.en,.who,.bounds,.cite{color:var(--quiet);font-size:13px}.type{font-weight:400}
    .cities{list-style:none;padding:6px 12px;margin:.4em 0;background:var(--back);border-radius:6px;font-size:13px}
    .cities .head{color:var(--quiet)}code,pre{font:13px/1.5 "DejaVu Sans Mono",Consolas,"Noto Sans CJK SC",monospace}
    pre{background:var(--back);padding:12px;overflow:auto;border-radius:6px;max-height:520px}
    details>summary{cursor:pointer;color:var(--accent);padding:2px 0}nav details>summary{color:inherit}
    table{border-collapse:collapse;width:100%;margin:.6em 0}td,th{border:1px solid var(--line);padding:4px 8px;text-align:left;
    vertical-align:top;overflow-wrap:anywhere}th{background:var(--back);font-weight:600;white-space:nowrap}
    .fields td:nth-child(1){width:30%}.fields td:nth-child(2){width:4%;text-align:center}.fields td:nth-child(3){width:26%}
    .tables td:nth-child(1){width:26%}.tables td:nth-child(2){width:20%}[hidden]{display:none!important}
    @media print{nav,.anchor{display:none}body{display:block;font-size:10pt}main{max-width:none;padding:0}
    pre{max-height:none;white-space:pre-wrap;border:1px solid var(--line);font-size:8pt}tr,h3{break-inside:avoid}
    h3{break-after:avoid}h2{break-before:page}.intro h2{break-before:auto}a{color:inherit}}
    @media(max-width:800px){body{display:block}nav{width:auto;height:auto;position:static}main{padding:16px}.anchor{display:none}}
    """

  /// Searching goes over the names, the sentences and the fields; what does not fit is hidden in the list and on the page.
  static let script = """
    const find=document.getElementById('find'),kind=document.getElementById('kind'),role=document.getElementById('role'),
    found=document.getElementById('found'),articles=[...document.querySelectorAll('article')].map(e=>({e,
    text:(e.id+' '+[...e.querySelectorAll(':scope>p,:scope>.fields')].map(p=>p.textContent).join(' ')).toLowerCase()})),
    items=new Map([...document.querySelectorAll('nav li')].map(l=>[l.dataset.for,l]));
    function filter(){const words=find.value.trim().toLowerCase().split(/\\s+/).filter(Boolean),on=words.length||kind.value||role.value;
    let count=0;for(const {e,text} of articles){const hit=words.every(w=>text.includes(w))&&(!kind.value||e.dataset.kind===kind.value)
    &&(!role.value||e.dataset.roles.split(' ').includes(role.value));e.hidden=!hit;items.get(e.id).hidden=!hit;count+=hit}
    document.querySelectorAll('nav details').forEach(d=>{const any=d.querySelector('li:not([hidden])');d.hidden=!any;d.open=!!on&&!!any;
    d.querySelectorAll('ul').forEach(u=>{const some=!!u.querySelector('li:not([hidden])');u.hidden=!some;u.previousElementSibling.hidden=!some})});
    document.querySelectorAll('main>section[id^=service-]').forEach(s=>s.hidden=!s.querySelector('article:not([hidden])'));
    document.querySelectorAll('.tables,.intro').forEach(s=>s.hidden=!!(kind.value||role.value));
    document.querySelectorAll('.tables tr').forEach(r=>{if(r.querySelector('td'))r.hidden=!words.every(w=>r.textContent.toLowerCase().includes(w))});
    found.textContent=on?count+' 个报文 messages':''}
    for(const c of [find,kind,role])c.addEventListener('input',filter);
    addEventListener('keydown',e=>{if(e.key==='/'&&document.activeElement!==find){e.preventDefault();find.focus();find.select()}
    if(e.key==='Escape'){find.value=kind.value=role.value='';filter()}});
    function show(){const e=document.getElementById(decodeURIComponent(location.hash.slice(1)));if(!e)return;
    if(e.hidden){find.value=kind.value=role.value='';filter()}const l=items.get(e.id);if(l)l.closest('details').open=true;e.scrollIntoView()}
    addEventListener('hashchange',show);show();
    addEventListener('beforeprint',()=>document.querySelectorAll('main details').forEach(d=>{d.dataset.was=d.open?'1':'';d.open=true}));
    addEventListener('afterprint',()=>document.querySelectorAll('main details').forEach(d=>d.open=d.dataset.was==='1'));
    """
}
