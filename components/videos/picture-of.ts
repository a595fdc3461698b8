const widest = 1_280;
const patienceMs = 8_000;

/** A picture from the beginning of a video, drawn by the browser itself; null when it can't. */
export async function pictureOf(file: File): Promise<Blob | null> {
  const video = document.createElement("video");
  const address = URL.createObjectURL(file);
  try {
    video.muted = true;
    video.preload = "auto";
    video.src = address;
    await happened(video, "loadeddata");
    video.currentTime = Number.isFinite(video.duration) ? Math.min(1, video.duration / 3) : 0;
    await happened(video, "seeked");
    const scale = Math.min(1, widest / video.videoWidth);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function happened(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, patienceMs);
    video.addEventListener("error", reject, { once: true });
    video.addEventListener(event, () => resolve(), { once: true });
  });
}
