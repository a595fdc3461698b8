// Short scripts that run before the first paint. They hold nothing that differs from page to page, so
// their hashes in the policy stay the same.

/** Chosen appearance, and which of the two places in the header is open. */
export const beforePaint = `(function(d){try{var t=localStorage.getItem("kundig-theme");if(t)d.dataset.theme=t}catch(e){}if(/(^|; )kundig_in=1/.test(document.cookie))d.dataset.in=""})(document.documentElement)`;

/** "12 minutes ago" for what is younger than a week; older dates stay as they are. */
export const relativeTimes = `(function(d){var f=new Intl.RelativeTimeFormat(d.documentElement.lang,{numeric:"auto"});d.querySelectorAll("time[data-relative]").forEach(function(e){var s=(Date.parse(e.dateTime)-Date.now())/1e3,a=Math.abs(s);if(a<604800)e.textContent=a<45?f.format(0,"second"):a<2700?f.format(Math.round(s/60),"minute"):a<79200?f.format(Math.round(s/3600),"hour"):f.format(Math.round(s/86400),"day")})})(document)`;

/** Tabs, and on a phone the places of the staff area, are pushed along; what is open is to be seen. */
export const currentPlace = `(function(d){d.querySelectorAll(".tabs>[aria-current],.setnav>[aria-current],.rail [aria-current]").forEach(function(e){var p=e.parentNode,a=e.getBoundingClientRect(),b=p.getBoundingClientRect();p.scrollLeft+=a.left+a.width/2-b.left-b.width/2})})(document)`;
