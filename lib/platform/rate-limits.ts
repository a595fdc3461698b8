export interface Limit {
  points: number;
  seconds: number;
}

interface Rule {
  /** Each must hold. */
  windows: readonly Limit[];
  /** Counted in this process only: floods, where a write for each request would be the damage itself. */
  memory?: true;
  /** Refused, not let through, while the counter cannot be reached. */
  strict?: true;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How much of what is too much; by whom is the key's matter and named behind each. */
export const limits = {
  /** address */
  page: {
    windows: [
      { points: 50, seconds: 10 },
      { points: 200, seconds: minute },
    ],
    memory: true,
  },
  /** address */
  signInAddress: {
    windows: [
      { points: 20, seconds: 20 },
      { points: 300, seconds: hour },
    ],
    strict: true,
  },
  /** account, whether it exists or not; forgiven when the password was right */
  signInAccount: {
    windows: [
      { points: 10, seconds: 10 * minute },
      { points: 100, seconds: day },
    ],
    strict: true,
  },
  /** address; offices and families share one */
  signUp: { windows: [{ points: 10, seconds: hour }], strict: true },
  /** address: asks for a link by mail */
  mailLink: { windows: [{ points: 10, seconds: hour }], strict: true },
  /** a letter box whose owner proved it */
  mailProved: { windows: [{ points: 3, seconds: hour }], strict: true },
  /** a letter box nobody has proved to be theirs */
  mailUnproved: { windows: [{ points: 1, seconds: day }], strict: true },
  /** address */
  searchVisitor: { windows: [{ points: 30, seconds: minute }] },
  /** member */
  search: { windows: [{ points: 120, seconds: minute }] },
  /** a member nobody knows yet; a few in a row are how people talk */
  postNew: {
    windows: [
      { points: 6, seconds: 3 * minute },
      { points: 30, seconds: day },
    ],
  },
  /** member */
  post: { windows: [{ points: 12, seconds: 2 * minute }] },
  /** member */
  vote: { windows: [{ points: 60, seconds: minute }] },
  /** member */
  flag: { windows: [{ points: 20, seconds: hour }] },
  /** member or address */
  chatMessage: { windows: [{ points: 20, seconds: minute }], memory: true },
  /** member: typing, read marks and presence, which a chat repeats by itself; not counted as "api" */
  live: { windows: [{ points: 600, seconds: minute }], memory: true },
  /** member or address */
  chat: { windows: [{ points: 6, seconds: 12 * hour }] },
  /** member */
  upload: { windows: [{ points: 20, seconds: hour }] },
  /** member; a point is a KB */
  uploadKilobytes: { windows: [{ points: 200 * 1024, seconds: day }] },
  /** member: everything that is held about them */
  dataExport: { windows: [{ points: 5, seconds: day }] },
  /** a member's own browser, or an address */
  api: { windows: [{ points: 120, seconds: minute }], memory: true },
  /** an access token: a program, which its owner can be asked about */
  apiToken: { windows: [{ points: 12_000, seconds: minute }], memory: true },
} as const satisfies Record<string, Rule>;

export type LimitKind = keyof typeof limits;
