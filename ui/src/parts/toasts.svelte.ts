/** Short messages at the edge of the window: what was done, with Undo, or what went wrong. */

export interface Toast {
  id: number;
  kind: 'done' | 'error';
  text: string;
  /** What to do next. */
  hint?: string | undefined;
  /** For a support request; shown on demand. */
  detail?: string | undefined;
  action?: { label: string; run: () => void } | undefined;
}

const STAYS_MS = 8000;
let last = 0;

class Toasts {
  shown = $state<Toast[]>([]);

  show(toast: Omit<Toast, 'id'>): void {
    last += 1;
    const id = last;
    // One of each kind: a second message about the same replaces the first.
    this.shown = [...this.shown.filter((other) => other.kind !== toast.kind), { ...toast, id }];
    // An error stays until it was read.
    if (toast.kind === 'done')
      setTimeout(() => {
        this.close(id);
      }, STAYS_MS);
  }

  close(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
