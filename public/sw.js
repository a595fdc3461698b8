/* Tells of what happens while no page of the community is open. It keeps nothing and answers no requests. */
self.addEventListener("push", (event) => {
  const { title, body, url, tag, receipt } = event.data.json();
  const shown = self.registration.showNotification(title, { body, tag, icon: "/icon-192.png", badge: "/icon-192.png", data: { url } });
  event.waitUntil(receipt ? shown.then(() => fetch(receipt, { method: "PUT" })) : shown);
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.url, self.location.origin).href;
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((open) => {
      const there = open.find((page) => page.url === url);
      return there ? there.focus() : self.clients.openWindow(url);
    }),
  );
});
