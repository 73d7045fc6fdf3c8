/** The offers under review: found by a job, decided one by one, found again when the plan changes. */
import { host, startJob, type JobProgress, type LinkKind, type SimilarPair, type SimilarWish } from '../host';
import { act, explain, isCancelled, type Explanation } from '../shell';

export const KINDS: readonly LinkKind[] = [
  'same',
  'overlaps',
  'reinforces',
  'follow_up_of',
  'contradicts',
  'follows_from',
];

export type Narrowing = Pick<SimilarWish, 'across'> & { mechanism: string; cycle: string; kind: string };

const ALL: Narrowing = { across: 'any', mechanism: '', cycle: '', kind: '' };

class Queue {
  pairs = $state.raw<SimilarPair[]>([]);
  /** With those beyond what is shown at once. */
  total = $state(0);
  records = $state<number>();
  least = $state<number>();
  at = $state(0);
  /** Only the pairs of this record. */
  record = $state<string>();
  narrowing = $state<Narrowing>({ ...ALL });
  isBusy = $state(false);
  progress = $state.raw<JobProgress>();
  trouble = $state.raw<Explanation>();
  #stop: (() => void) | undefined;
  #run = 0;
  /** Decisions on their way to the core. */
  #own = 0;

  get pair(): SimilarPair | undefined {
    return this.pairs[this.at];
  }

  get isNarrowed(): boolean {
    const { across, mechanism, cycle, kind } = this.narrowing;
    return this.record !== undefined || across !== 'any' || mechanism !== '' || cycle !== '' || kind !== '';
  }

  wish(least?: number): SimilarWish {
    const { across, mechanism, cycle, kind } = this.narrowing;
    return {
      record_id: this.record ?? null,
      across,
      mechanism: mechanism === '' ? [] : [mechanism],
      cycle: cycle === '' ? [] : [Number(cycle)],
      kind: kind === '' ? [] : [kind as LinkKind],
      least: least ?? null,
    };
  }

  showAll(): void {
    this.record = undefined;
    this.narrowing = { ...ALL };
  }

  /** Compares anew; stays at the pair that was looked at, if it is still there. */
  async find(): Promise<void> {
    this.stop();
    const run = ++this.#run;
    const before = this.pair;
    this.isBusy = true;
    this.progress = undefined;
    this.trouble = undefined;
    const job = startJob(host, 'find_similar', this.wish(), (progress) => {
      if (run === this.#run) this.progress = progress;
    });
    this.#stop = job.cancel;
    try {
      const found = await job.result;
      if (run !== this.#run) return;
      this.pairs = found.pairs;
      this.total = found.total;
      this.records = found.records;
      this.least = found.least;
      const again = found.pairs.findIndex((pair) => isSame(pair, before));
      this.at = again >= 0 ? again : Math.max(0, Math.min(this.at, found.pairs.length - 1));
    } catch (thrown) {
      if (run === this.#run && !isCancelled(thrown)) this.trouble = explain(thrown);
    } finally {
      if (run === this.#run) {
        this.isBusy = false;
        this.#stop = undefined;
      }
    }
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  move(by: number): void {
    this.at = Math.max(0, Math.min(this.at + by, this.pairs.length - 1));
  }

  /** Links the pair as offered, or as `kind`. */
  accept(kind?: LinkKind): Promise<void> {
    return this.#decide('add_links', kind);
  }

  /** Never offers the pair again. */
  setAside(): Promise<void> {
    return this.#decide('reject_links');
  }

  /** The next pair is there at once; a decision that is refused brings its pair back. */
  async #decide(command: 'add_links' | 'reject_links', kind?: LinkKind): Promise<void> {
    const { pair, at } = this;
    if (pair === undefined) return;
    const { from_id, to_id, score } = pair;
    this.pairs = this.pairs.filter((other) => other !== pair);
    this.total -= 1;
    this.move(0);
    this.#own += 1;
    const done = await act(command, { links: [{ from_id, to_id, kind: kind ?? pair.kind, score }] });
    this.#own -= 1;
    if (done === undefined) {
      this.pairs = this.pairs.toSpliced(at, 0, pair);
      this.total += 1;
      this.at = at;
    } else if (this.#own === 0 && this.pairs.length === 0 && this.total > 0) {
      await this.find();
    }
  }

  /** What somebody else did, or Undo: the offers are found again. */
  changed(tables: Record<string, unknown>): void {
    if (this.#own > 0 || this.records === undefined) return;
    const touches = ['recommendation', 'recommendation_link', 'document', 'review'];
    if (touches.some((table) => table in tables)) void this.find();
  }
}

function isSame(one: SimilarPair, other: SimilarPair | undefined): boolean {
  return one.from_id === other?.from_id && one.to_id === other.to_id;
}

export const queue = new Queue();
