// The yardstick: node:http alone, sending the bytes it is told to, once plain and once as gzip.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [file, port] = process.argv.slice(2);
const plain = readFileSync(file);
const zipped = gzipSync(plain, { level: 6 });

createServer((req, res) => {
  const body = /gzip/.test(req.headers["accept-encoding"] ?? "") ? zipped : plain;
  const headers = { "content-type": "text/html; charset=utf-8", "content-length": body.length };
  res.writeHead(200, body === zipped ? { ...headers, "content-encoding": "gzip" } : headers);
  res.end(body);
}).listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
