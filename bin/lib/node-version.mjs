const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 20)) {
  process.stderr.write(`kundig: Node 20.20 or newer is needed, this is ${process.versions.node}.\n`);
  process.exit(1);
}
