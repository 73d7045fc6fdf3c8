/** What lies on the desk: the open plan, who works at it, what can be undone. Asked again after every change. */
import { host, type DeskState } from '../host';
import { forgetPlan } from '../host/questions';
import { route } from './route.svelte';

class Desk {
  state = $state.raw<DeskState>();

  get plan(): DeskState['plan'] {
    return this.state?.plan ?? null;
  }

  /** False where nothing can be changed: controls for it are then not shown at all. */
  get isWritable(): boolean {
    return this.plan !== null && this.plan.read_only_reason === null;
  }

  async load(): Promise<void> {
    this.take(await host.call('desk_state', {}));
  }

  /** Takes what a command about the open file answered; moves to the plan or back to the welcome. */
  take(next: DeskState): void {
    const before = this.plan?.file.name ?? null;
    const after = next.plan?.file.name ?? null;
    const isOther = before !== after || this.plan?.title !== next.plan?.title;
    const isOpening = this.state === undefined || (before === null) !== (after === null) || before !== after;
    if (isOther && isOpening) forgetPlan();
    this.state = next;
    if (isOpening) route.start(after === null ? 'welcome' : 'standing');
  }
}

export const desk = new Desk();
