/** An import, step by step: a file, what it is, which State, what it would bring, what it brought. */
import {
  host,
  startJob,
  type Args,
  type CellRepair,
  type FileRef,
  type Format,
  type ImportResult,
  type JobProgress,
  type Meaning,
  type Name,
  type Recognition,
  type Result,
  type TableStudy,
  type TableWish,
  type UnknownValue,
} from '../host';
import { explain, isCancelled, type Explanation } from '../shell';

export type Step = 'file' | 'recognised' | 'table' | 'columns' | 'values' | 'state' | 'preview' | 'done';
type Work = 'recognise_file' | 'study_table' | 'preview_import' | 'import_file' | 'save_failed_rows';

const BY_COLUMNS: Format[] = ['table', 'impact-oss', 'dihr-explorer'];
const keyOf = ({ field, value }: Pick<UnknownValue, 'field' | 'value'>): string => `${field} ${value}`;

class ImportFlow {
  step = $state<Step>('file');
  file = $state.raw<FileRef>();
  recognition = $state.raw<Recognition>();
  format = $state<Format>();
  /** ISO 3166-1 alpha-3; empty where the file speaks of one State or of none. */
  iso3 = $state('');
  /** How a table is understood, where the file is read by its columns. */
  study = $state.raw<TableStudy>();
  /** What the person said about it: sheet, headings, encoding, dates, what holds for all rows. */
  said = $state<TableWish>({});
  /** Meaning of each column, by its number. */
  meanings = $state<Record<number, Meaning>>({});
  /** Answers about unknown values, by field and value; empty: it says nothing. */
  answers = $state<Record<string, string>>({});
  repairs = $state<CellRepair[]>([]);
  skipped = $state<number[]>([]);
  preview = $state.raw<ImportResult>();
  /** Which rows of the preview are looked at; kept while a cell is put right. */
  previewTab = $state<string>();
  result = $state.raw<ImportResult>();
  trouble = $state.raw<Explanation>();
  /** What is being done now. */
  work = $state<Work>();
  progress = $state.raw<JobProgress>();
  #planState = $state<string>();
  #cancel: (() => void) | undefined;

  /** States of the file that are known by name; to be chosen from where there are several. */
  states = $derived(
    (this.study?.states ?? this.recognition?.states ?? []).flatMap(({ iso3, name, rows }) =>
      iso3 === null ? [] : [{ iso3, name, rows }],
    ),
  );
  /** One State is asked for where there are several, and where the only one is not the plan's own. */
  isAsking = $derived(
    this.states.length > 1 || (this.states.length === 1 && this.states[0]?.iso3 !== this.#planState),
  );
  isByColumns = $derived(this.format !== undefined && BY_COLUMNS.includes(this.format));
  /** Values nobody knows, or dates that can be read two ways. */
  hasQuestions = $derived(
    this.isByColumns &&
      this.study !== undefined &&
      (this.study.unknown.length > 0 ||
        this.study.ambiguous_dates > 0 ||
        (this.said.date_order ?? null) !== null),
  );
  hasText = $derived(
    Object.values(this.meanings).some((meaning) => meaning === 'text' || meaning === 'title'),
  );
  steps = $derived<Step[]>([
    'file',
    'recognised',
    ...(this.isByColumns ? (['table', 'columns'] as const) : []),
    ...(this.hasQuestions ? (['values'] as const) : []),
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
    this.#forgetTable();
  }

  #forgetTable(): void {
    this.study = undefined;
    this.previewTab = undefined;
    this.said = {};
    this.meanings = {};
    this.answers = {};
    this.repairs = [];
    this.skipped = [];
  }

  /** A table from the clipboard. */
  async paste(text: string, planState: string | undefined): Promise<void> {
    try {
      await this.take(await host.call('keep_pasted', { text }), planState);
    } catch (thrown) {
      this.trouble = explain(thrown);
    }
  }

  /** Behind the page that says what the file is. */
  async next(): Promise<void> {
    if (this.isByColumns) await this.readByColumns();
    else if (this.isAsking) this.step = 'state';
    else await this.look();
  }

  /** Reads the file by its columns, whatever it was taken for. */
  async readByColumns(): Promise<void> {
    if (!this.isByColumns) this.format = 'table';
    this.#forgetTable();
    if (await this.#study()) this.step = 'table';
  }

  /** Another sheet, row of headings, encoding or separator: the columns are found anew. */
  async changeTable(change: Partial<TableWish>): Promise<void> {
    const before = this.said;
    this.said = { ...before, ...change };
    this.meanings = {};
    if (!(await this.#study())) this.said = before;
  }

  /** From the columns to what is still to be asked, or to the preview. */
  async leaveColumns(): Promise<void> {
    if (!(await this.#study())) return;
    if (this.hasQuestions) this.step = 'values';
    else await this.leaveValues();
  }

  async leaveValues(): Promise<void> {
    if (this.isAsking && this.iso3 === '') this.step = 'state';
    else await this.look();
  }

  /** Puts a value of a cell right and looks again. */
  async repair(repair: CellRepair): Promise<void> {
    this.repairs = [...this.repairs, repair];
    await this.look();
  }

  /** Leaves a row out and looks again. */
  async skip(row: number): Promise<void> {
    this.skipped = [...this.skipped, row];
    await this.look();
  }

  /** Writes the rows that are not taken to a workbook. */
  async saveFailedRows(target: FileRef): Promise<FileRef | undefined> {
    const saved = await this.#run('save_failed_rows', { import: this.#wish(), file: target.handle });
    return saved?.file;
  }

  answerOf(unknown: UnknownValue): string | undefined {
    return this.answers[keyOf(unknown)];
  }

  answer(unknown: UnknownValue, meaning: string): void {
    this.answers = { ...this.answers, [keyOf(unknown)]: meaning };
  }

  async #study(): Promise<boolean> {
    const found = await this.#run('study_table', this.#wish());
    if (found === undefined) return false;
    this.study = found;
    this.meanings = Object.fromEntries(found.columns.map(({ column, meaning }) => [column, meaning]));
    for (const unknown of found.unknown) {
      if (unknown.answer !== null) this.answers[keyOf(unknown)] ??= unknown.answer;
    }
    return true;
  }

  #table(): TableWish | null {
    if (!this.isByColumns) return null;
    const columns = Object.entries(this.meanings).map(([column, meaning]) => ({
      column: Number(column),
      meaning,
    }));
    const answers = (this.study?.unknown ?? []).flatMap(({ field, value }) => {
      const meaning = this.answers[keyOf({ field, value })];
      return meaning === undefined ? [] : [{ field, value, meaning }];
    });
    return {
      ...this.said,
      ...(columns.length === 0 ? {} : { columns }),
      answers,
      repairs: this.repairs,
      skipped: this.skipped,
    };
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
      table: this.#table(),
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
