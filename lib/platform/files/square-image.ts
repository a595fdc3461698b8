import sharp from "sharp";
import type { ProcessedImage } from "./process-image";

/** The middle of a picture that processImage has already made safe, `side` pixels wide and high. */
export async function squareImage({ data }: ProcessedImage, side: number): Promise<ProcessedImage> {
  const square = await sharp(data).resize({ width: side, height: side, fit: "cover" }).webp({ quality: 84 }).toBuffer();
  return { data: square, mime: "image/webp", width: side, height: side };
}
