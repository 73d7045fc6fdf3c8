/** How the register of each plan was last looked at: fetched once a plan, kept after each change. */
import { filterOf, host, type ViewSettings } from '../host';
import { complain, desk } from '../shell';
import { register } from './register.svelte';

/** Milliseconds after the last change before it is kept. */
const PAUSE = 800;

let plan: string | undefined;
let kept = '';

/** To be called while the room is set up. */
export function keepLayout(): void {
  $effect(() => {
    const handle = desk.plan?.file.name;
    if (handle === undefined || handle === plan) return;
    if (plan !== undefined) register.reset();
    plan = handle;
    kept = '';
    host
      .call('get_layout', {})
      .then((layout) => {
        if (handle === plan) take(layout);
      })
      .catch(complain);
  });
  $effect(() => {
    const { columns, sort, descending, then, group } = register.settings;
    const layout = { columns, sort, descending, then, group };
    const text = JSON.stringify(layout);
    if (kept === '' || text === kept) return undefined;
    const timer = setTimeout(() => {
      kept = text;
      host.call('keep_layout', { ...layout, filter: filterOf() }).catch(complain);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  });
}

function take(layout: ViewSettings): void {
  const { filter } = register;
  if (layout.columns.length > 0) register.arrange({ ...layout, filter });
  const { columns, sort, descending, then, group } = register.settings;
  kept = JSON.stringify({ columns, sort, descending, then, group });
}
