/** A report being written: chosen file, progress, result, and what went wrong. */
import { host, startJob, type Filter, type JobProgress, type ReportWritten } from '../host';
import { chooseFile, complain, explain, isCancelled, showFile, type Explanation } from '../shell';

export interface Wish {
  filter: Partial<Filter> | undefined;
  language: string;
}

export class Writing {
  isBusy = $state(false);
  progress = $state.raw<JobProgress>();
  written = $state.raw<ReportWritten>();
  trouble = $state.raw<Explanation>();
  /** The person stopped it. */
  isStopped = $state(false);
  #stop: (() => void) | undefined;

  /** Asks where to write, then writes. */
  async write(wish: Wish): Promise<void> {
    const name = await this.#suggestedName();
    const file = await chooseFile('save_report', name);
    if (file === null) return;
    this.isBusy = true;
    this.isStopped = false;
    this.progress = undefined;
    this.written = undefined;
    this.trouble = undefined;
    const job = startJob(
      host,
      'write_report',
      {
        kind: 'progress',
        file: file.handle,
        language: wish.language,
        ...(wish.filter === undefined ? {} : { filter: wish.filter as Filter }),
      },
      (progress) => {
        this.progress = progress;
      },
    );
    this.#stop = job.cancel;
    try {
      this.written = await job.result;
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

  async #suggestedName(): Promise<string | undefined> {
    try {
      return (await host.call('suggest_report_name', { kind: 'progress' })).name;
    } catch (thrown) {
      complain(thrown);
      return undefined;
    }
  }
}
