{const tag=document.currentScript.dataset.tag;
const ask=()=>{document.hidden||fetch(location,{method:"HEAD",headers:{accept:"text/html"},cache:"no-store"}).then(r=>{(r.status==404||r.ok&&r.headers.get("etag")!=tag)&&location.reload()},()=>{})};
setInterval(ask,3e5);document.addEventListener("visibilitychange",ask)}
