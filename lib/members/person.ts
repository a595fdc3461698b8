/** Somebody as lists and chats name them. */
export type Person = {
  id: number;
  name: string;
  displayName: string;
  avatarFileId: string | null;
  /** Agent, manager or admin. */
  staff: boolean;
};
