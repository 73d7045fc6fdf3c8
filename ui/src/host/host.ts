/**
 * The one seam between the page and the program: commands go out by name, events come in. The window
 * answers through Tauri, the tests' loopback host over HTTP; no other file knows which of them it is.
 */
import type { ChangedEvent, Commands, Error as Fault, FileRef } from './contract';

/** What only a desktop (or the test host) can do: dialogs, folders, the window itself. */
export interface WindowCommands {
  choose_file: {
    args: {
      purpose:
        | 'open_plan'
        | 'new_plan'
        | 'import'
        | 'restore'
        | 'save_report'
        | 'save_table'
        | 'save_plan_data'
        | 'save_archive';
      suggested_name?: string;
    };
    result: FileRef | null;
  };
  show_file: { args: { handle: string }; result: null };
  arrival: {
    args: Record<string, never>;
    result: { kind: 'none' } | { kind: 'demo' } | { kind: 'plan'; handle: string; name: string };
  };
  close_window: { args: Record<string, never>; result: null };
}

export type AllCommands = Commands & WindowCommands;
export type Name = keyof AllCommands;
export type Args<N extends Name> = AllCommands[N]['args'];
export type Result<N extends Name> = AllCommands[N]['result'];

/** How far a job has come; `total` 0 while that is not known. */
export interface JobProgress {
  job: string;
  done: number;
  total: number;
}

export interface Events {
  changed: ChangedEvent;
  progress: JobProgress;
  /** Files dropped on the window. */
  dropped: FileRef[];
  /** The program was started a second time with a file. */
  arrived: FileRef;
}

export interface Host {
  /** Rejects with a {@link Fault}. */
  call<N extends Name>(name: N, args: Args<N>, job?: string): Promise<Result<N>>;
  cancel(job: string): Promise<void>;
  /** Returns how to stop listening. */
  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): () => void;
}

/** A job under way: its result, its progress, and how to stop it. */
export interface Job<N extends Name> {
  id: string;
  result: Promise<Result<N>>;
  cancel: () => void;
}

/** Starts long work. `onProgress` is told how far it is until the result is there. */
export function startJob<N extends Name>(
  host: Host,
  name: N,
  args: Args<N>,
  onProgress: (progress: JobProgress) => void,
): Job<N> {
  const id = crypto.randomUUID();
  const stop = host.on('progress', (progress) => {
    if (progress.job === id) onProgress(progress);
  });
  const result = host.call(name, args, id).finally(stop);
  return { id, result, cancel: () => void host.cancel(id) };
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'code' in value && 'kind' in value;
}

/** Whatever was thrown, as a fault that can be explained in words. */
export function asFault(value: unknown): Fault {
  if (isFault(value)) return value;
  const detail = value instanceof Error ? `${value.name}: ${value.message}` : String(value);
  return { kind: 'bug', code: 'shell-unexpected', args: {}, detail };
}
