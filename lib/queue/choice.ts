export const choices = ["chat", "callback", "message"] as const;
/** How the asker wants to be helped. */
export type Choice = (typeof choices)[number];
