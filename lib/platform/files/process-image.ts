import sharp, { type Metadata, type Sharp } from "sharp";
import { concurrencyLimit } from "@/lib/platform/concurrency-limit";
import { InvalidInput } from "@/lib/platform/errors";
import { singleton } from "@/lib/platform/singleton";
import { imageType, type ImageType } from "./image-type";
import { tooLarge } from "./read-upload";

export interface ProcessedImage {
  data: Buffer;
  mime: "image/jpeg" | "image/png" | "image/webp";
  width: number;
  height: number;
}

export const imageLimits = {
  bytes: 12 * 1024 * 1024,
  /** Decoded at 4 bytes each; a picture of 600 KB can hide 700 MB of them. */
  megapixels: 25,
  side: 2_400,
  /** Longer animations show their first frame. */
  frames: 60,
  seconds: 10,
} as const;

const pixels = imageLimits.megapixels * 1_000_000;

/** Two at once hold at most some 300 MB; who comes later waits, and the forty-first is told to come again. */
const limited = singleton("images", () => {
  allowOnlyOurDecoders();
  return concurrencyLimit({ active: 2, queued: 40, retryAfterSeconds: 10 });
});

/**
 * A picture from anybody as one that is safe to show: decoded and written anew, upright, at most 2400 pixels wide or
 * high, without any of the data around the pixels (places, serial numbers, scripts). Refuses everything else.
 */
export async function processImage(data: Buffer): Promise<ProcessedImage> {
  if (data.length > imageLimits.bytes) throw tooLarge(imageLimits.bytes);
  const type = imageType(data);
  if (!type) throw refused("error.file.type");
  return limited(async () => {
    try {
      return await redraw(data, type);
    } catch (error) {
      if (error instanceof InvalidInput) throw error;
      throw refused("error.file.unreadable");
    }
  });
}

async function redraw(data: Buffer, type: ImageType): Promise<ProcessedImage> {
  const options = { limitInputPixels: pixels, failOn: "error", sequentialRead: true } as const;
  // Only the header is read here; nothing has been decoded yet.
  const header = await sharp(data, { ...options, limitInputPixels: false }).metadata();
  if (header.format !== (type === "avif" ? "heif" : type)) throw refused("error.file.type");
  if (header.width * pageHeight(header) > pixels)
    throw refused("error.file.tooManyPixels", { megapixels: imageLimits.megapixels });
  const picture = sharp(data, { ...options, animated: isShortAnimation(header) })
    .autoOrient()
    .resize({ width: imageLimits.side, height: imageLimits.side, fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: imageLimits.seconds });
  const { output, mime } = encoded(picture, type);
  const { data: drawn, info } = await output.toBuffer({ resolveWithObject: true });
  return { data: drawn, mime, width: info.width, height: info.pageHeight ?? info.height };
}

/** Without `keepMetadata` sharp writes pixels only, turned into sRGB. */
function encoded(picture: Sharp, type: ImageType): { output: Sharp; mime: ProcessedImage["mime"] } {
  if (type === "jpeg") return { output: picture.jpeg({ quality: 82 }), mime: "image/jpeg" };
  if (type === "png") return { output: picture.png({ compressionLevel: 9 }), mime: "image/png" };
  return { output: picture.webp({ quality: 82, effort: 3 }), mime: "image/webp" };
}

function isShortAnimation(header: Metadata): boolean {
  const frames = header.pages ?? 1;
  return frames > 1 && frames <= imageLimits.frames && header.width * pageHeight(header) * frames <= pixels;
}

function pageHeight(header: Metadata): number {
  return header.pageHeight ?? header.height;
}

/** Behind the look at the first bytes: libvips itself may open nothing else (no SVG, TIFF, PDF). */
function allowOnlyOurDecoders(): void {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ["VipsForeignLoad"] });
  const formats = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];
  sharp.unblock({ operation: formats.map((format) => `VipsForeignLoad${format}`) });
}

function refused(
  key: "error.file.type" | "error.file.unreadable" | "error.file.tooManyPixels",
  values?: Record<string, number>,
): InvalidInput {
  return new InvalidInput({ file: { key, values } });
}
