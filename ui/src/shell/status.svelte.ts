/** What the room on the screen says in the status bar. */

export interface StatusItem {
  /** `data-test`. */
  name: string;
  text: string;
}

class Status {
  items = $state.raw<StatusItem[]>([]);
}

export const status = new Status();

/** Shows items in the status bar as long as the component lives. */
export function showStatus(items: () => StatusItem[]): void {
  $effect(() => {
    status.items = items();
    return () => {
      status.items = [];
    };
  });
}
