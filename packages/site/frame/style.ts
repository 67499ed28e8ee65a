/** The one style sheet, written into every page. Colours are the tokens of the design, each pair at AA or better. */
export const STYLE = `
:root{color-scheme:light dark;--page:#fbfaf8;--text:#1f1d1a;--quiet:#6b665e;--line:#e7e3dc;--edge:#857f75;--field:#fff;--act:#1e6b52;--on-act:#fff;--harm:#a8342a;--on-harm:#fff}
@media(prefers-color-scheme:dark){:root{--page:#191816;--text:#f4f2ee;--quiet:#b5afa5;--line:#3a3733;--edge:#8f887d;--field:#242220;--act:#5fb394;--on-act:#191816;--harm:#f0968c;--on-harm:#191816}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;border-top:4px solid var(--act);background:var(--page);color:var(--text);font:400 16px/24px "Inter Variable",Inter,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:560px;margin:0 auto;padding:0 20px}
header{padding-top:8px}
.host{display:flex;gap:16px;justify-content:space-between;align-items:center}
.name{margin:0;font-weight:600}
nav a,footer a,.act a{display:inline-block;padding:10px 0}
main{padding-top:20px}
h1{margin:0 0 8px;font-size:28px;line-height:36px;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2{margin:0;font-size:16px;line-height:24px;font-weight:600}
p{margin:0 0 12px}
a{color:var(--act);text-underline-offset:3px}
.quiet,footer,dl,.hint{color:var(--quiet)}
.hint,dl,footer{font-size:14px;line-height:20px}
label{display:block}
.field{margin:16px 0 0}
.field label{font-weight:500;margin-bottom:4px}
.hint{font-weight:400}
input[type=text],input[type=email]{width:100%;min-height:44px;padding:8px 12px;border:1px solid var(--edge);border-radius:8px;background:var(--field);color:inherit;font:inherit}
[aria-invalid=true]{border-color:var(--harm)!important;border-width:2px!important}
.wrong{color:var(--harm);font-size:14px;line-height:20px;margin:4px 0 0}
.summary h2{margin-bottom:4px}
.summary{margin:16px 0;padding:12px 16px;border-left:3px solid var(--harm);background:var(--field)}
.summary ul{margin:0;padding-left:20px;font-size:14px;line-height:20px}
section{margin-top:20px;padding-top:16px;border-top:1px solid var(--line)}
.box{display:grid;grid-template-columns:24px 1fr;gap:0 12px;min-height:44px;padding:10px 0 8px;cursor:pointer}
.box input{width:24px;height:24px;margin:0;accent-color:var(--act)}
dl{margin:0}
.box+.wrong{margin:0 0 8px}
dl div{margin:0 0 4px}
dt,dd{display:inline;margin:0}
dt{font-weight:500;color:var(--text)}
dt::after{content:": "}
button{min-height:44px;padding:10px 24px;border:1px solid transparent;border-radius:8px;background:var(--act);color:var(--on-act);font:inherit;font-weight:600;cursor:pointer}
.go{margin-top:20px}
.go .hint{margin:8px 0 0}
button.harm{background:var(--harm);color:var(--on-harm)}
button.pale{background:none;border-color:var(--edge);color:var(--text);font-weight:500}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.path{display:flex;margin:8px 0 24px;padding:0;list-style:none;font-size:14px;line-height:20px;color:var(--quiet)}
.path li{flex:1;border-top:1px solid var(--edge);padding-top:8px;position:relative}
.path li:last-child{flex:0 1 auto}
.path li::before{content:"";position:absolute;top:-5px;width:9px;height:9px;box-sizing:border-box;background:var(--page);border:1px solid var(--edge);transform:rotate(45deg)}
.path .done::before{background:var(--act);border-color:var(--act)}
.path .done{color:var(--text)}
footer{margin-top:24px;padding-bottom:16px}
footer p{margin:0;display:flex;flex-wrap:wrap;gap:0 16px;align-items:center}
footer a{color:inherit}
footer span{margin-left:auto}
@media(min-width:700px){header{padding-top:24px}main{padding-top:48px}dl{margin-left:36px}.box+.wrong{margin-left:36px}}
@media(prefers-contrast:more){:root{--quiet:var(--text);--edge:var(--text)}}
`;
