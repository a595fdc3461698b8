/** The beginning of a WebM file, which is all that is looked at. */
export function shortVideo(bytes = 200): Buffer {
  const head = Buffer.concat([Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d", "hex"), Buffer.from("4287810442858102", "hex")]);
  return Buffer.concat([head, Buffer.alloc(Math.max(0, bytes - head.length), 7)]);
}
