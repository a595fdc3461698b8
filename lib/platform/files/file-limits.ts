/** What a conversation takes besides pictures, by the end of its name. */
export const keptExtensions = ["pdf", "docx", "xlsx", "pptx", "odt", "txt", "log", "csv", "zip", "mp4", "webm", "mov", "heic"] as const;

export type KeptExtension = (typeof keptExtensions)[number];

/** As large as anything may be that is sent up in one piece. */
export const largestFile = 20 * 1024 * 1024;
