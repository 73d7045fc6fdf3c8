/** A file being written: chosen, progress, result, and what went wrong. */
import {
  host,
  startJob,
  type Args,
  type ExportWritten,
  type FileRef,
  type JobProgress,
  type ReportWritten,
} from '../host';
import {
  chooseFile,
  complain,
  explain,
  isCancelled,
  showFile,
  type Explanation,
  type SavePurpose,
} from '../shell';

interface Results {
  write_report: ReportWritten;
  write_export: ExportWritten;
}

export interface Wish<N extends keyof Results> {
  purpose: SavePurpose;
  suggestedName: () => Promise<{ name: string }>;
  args: (file: FileRef) => Args<N>;
}

export class Writing<N extends keyof Results> {
  isBusy = $state(false);
  progress = $state.raw<JobProgress>();
  written = $state.raw<Results[N]>();
  trouble = $state.raw<Explanation>();
  /** The person stopped it. */
  isStopped = $state(false);
  #stop: (() => void) | undefined;
  #job: N;

  constructor(job: N) {
    this.#job = job;
  }

  /** Asks where to write, then writes. */
  async write(wish: Wish<N>): Promise<void> {
    const file = await chooseFile(wish.purpose, await this.#suggestedName(wish));
    if (file === null) return;
    this.isBusy = true;
    this.isStopped = false;
    this.progress = undefined;
    this.written = undefined;
    this.trouble = undefined;
    const job = startJob(host, this.#job, wish.args(file), (progress) => {
      this.progress = progress;
    });
    this.#stop = job.cancel;
    try {
      this.written = (await job.result) as Results[N];
    } catch (thrown) {
      this.isStopped = isCancelled(thrown);
      if (!this.isStopped) this.trouble = explain(thrown);
    } finally {
      this.isBusy = false;
      this.#stop = undefined;
    }
  }

  stop(): void {
    this.#stop?.();
  }

  /** Shows the written file in its folder. */
  async show(): Promise<void> {
    if (this.written !== undefined) await showFile(this.written.file.handle);
  }

  async #suggestedName(wish: Wish<N>): Promise<string | undefined> {
    try {
      return (await wish.suggestedName()).name;
    } catch (thrown) {
      complain(thrown);
      return undefined;
    }
  }
}
