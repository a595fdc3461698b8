// Loaded into a site by --import: tells what its page caches hold. Only tests do that.
process.on("message", (message) => {
  if (message !== "dump caches") return;
  const bodies = [];
  for (const name of ["public-pages", "feeds"]) {
    const cache = globalThis[Symbol.for(`kundig.${name}`)];
    for (const [key, page] of cache?.pages.entries() ?? []) bodies.push({ cache: name, key, headers: page.value.headers, body: page.value.body.toString("utf8") });
  }
  process.send({ bodies });
});
