/** What a form tries: busy while it runs, and what went wrong told beside the form, which keeps its text. */
import { tellDone } from './act';
import { explain, type Explanation } from './explain';

export class Attempt {
  isBusy = $state(false);
  trouble = $state.raw<Explanation>();

  /** Runs `step`; true where it worked. With `tell`, a change is named with Undo. */
  async run(step: () => Promise<unknown>, options: { tell?: boolean } = {}): Promise<boolean> {
    this.isBusy = true;
    this.trouble = undefined;
    try {
      await step();
      if (options.tell === true) await tellDone();
      return true;
    } catch (thrown) {
      this.trouble = explain(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
