export interface RunningPostgres {
  url: string;
  dataDir: string;
  port: number;
  pid: number;
  /** It ran already when it was asked for. */
  adopted: boolean;
  isRunning(): boolean;
  /** Ends the server unless another process uses it too; true when it is down. */
  stop(): Promise<boolean>;
}

export function startPostgres(options: {
  dataDir: string;
  log?: (line: string) => void;
  settings?: Record<string, string>;
}): Promise<RunningPostgres>;
