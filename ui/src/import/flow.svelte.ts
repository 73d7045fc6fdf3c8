/** An import, step by step: a file, what it is, which State, what it would bring, what it brought. */
import {
  host,
  startJob,
  type Args,
  type FileRef,
  type Format,
  type ImportResult,
  type JobProgress,
  type Name,
  type Recognition,
  type Result,
} from '../host';
import { explain, isCancelled, type Explanation } from '../shell';

export type Step = 'file' | 'recognised' | 'state' | 'preview' | 'done';
type Work = 'recognise_file' | 'preview_import' | 'import_file';

class ImportFlow {
  step = $state<Step>('file');
  file = $state.raw<FileRef>();
  recognition = $state.raw<Recognition>();
  format = $state<Format>();
  /** ISO 3166-1 alpha-3; empty where the file speaks of one State or of none. */
  iso3 = $state('');
  preview = $state.raw<ImportResult>();
  result = $state.raw<ImportResult>();
  trouble = $state.raw<Explanation>();
  /** What is being done now. */
  work = $state<Work>();
  progress = $state.raw<JobProgress>();
  #planState = $state<string>();
  #cancel: (() => void) | undefined;

  /** States of the file that are known by name; to be chosen from where there are several. */
  states = $derived(
    (this.recognition?.states ?? []).flatMap(({ iso3, name, rows }) =>
      iso3 === null ? [] : [{ iso3, name, rows }],
    ),
  );
  /** One State is asked for where there are several, and where the only one is not the plan's own. */
  isAsking = $derived(
    this.states.length > 1 || (this.states.length === 1 && this.states[0]?.iso3 !== this.#planState),
  );
  steps = $derived<Step[]>([
    'file',
    'recognised',
    ...(this.isAsking ? (['state'] as const) : []),
    'preview',
    'done',
  ]);
  /** The plan already has all of it. */
  isNothingNew = $derived(
    this.preview !== undefined && this.preview.added + this.preview.changed + this.preview.sources === 0,
  );

  reset(): void {
    this.cancel();
    this.step = 'file';
    this.file = undefined;
    this.recognition = undefined;
    this.preview = undefined;
    this.result = undefined;
    this.trouble = undefined;
    this.format = undefined;
    this.iso3 = '';
  }

  async take(file: FileRef, planState: string | undefined): Promise<void> {
    this.reset();
    this.file = file;
    this.#planState = planState;
    const found = await this.#run('recognise_file', { file: file.handle });
    if (found === undefined) return;
    this.recognition = found;
    this.format = found.format;
    this.iso3 = found.states.find((state) => state.iso3 === planState)?.iso3 ?? '';
    this.step = 'recognised';
  }

  async look(): Promise<void> {
    const preview = await this.#run('preview_import', this.#wish());
    if (preview === undefined) return;
    this.preview = preview;
    this.step = 'preview';
  }

  async commit(): Promise<void> {
    const result = await this.#run('import_file', this.#wish());
    if (result === undefined) return;
    this.result = result;
    this.step = 'done';
  }

  cancel(): void {
    this.#cancel?.();
  }

  #wish(): Args<'preview_import'> {
    return {
      file: this.file?.handle ?? '',
      format: this.format ?? null,
      state: this.iso3 === '' ? null : this.iso3,
    };
  }

  async #run<N extends Work & Name>(name: N, args: Args<N>): Promise<Result<N> | undefined> {
    this.work = name;
    this.trouble = undefined;
    this.progress = undefined;
    const job = startJob(host, name, args, (progress) => (this.progress = progress));
    this.#cancel = job.cancel;
    try {
      return await job.result;
    } catch (thrown) {
      if (!isCancelled(thrown)) this.trouble = explain(thrown);
      return undefined;
    } finally {
      this.work = undefined;
      this.#cancel = undefined;
    }
  }
}

export const flow = new ImportFlow();
