/** F6: from one region of the window to the next; each comes back to where focus last was in it. */

const last = new WeakMap<Element, HTMLElement>();
const FOCUSABLE =
  'button:not(:disabled):not([tabindex="-1"]), a[href], input:not(:disabled), select, textarea, [tabindex="0"]';

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', (event) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const region = target.closest('[data-region]');
    if (region !== null) last.set(region, target);
  });
}

export function stepRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null || region.getClientRects().length > 0,
  );
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  for (let tried = 1; tried <= regions.length; tried += 1) {
    const next = regions[(at + step * tried + regions.length * 2) % regions.length];
    if (next !== undefined && enter(next)) return;
  }
}

function enter(region: HTMLElement): boolean {
  const remembered = last.get(region);
  const target = remembered?.isConnected === true ? remembered : region.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
  return target !== null && target !== undefined;
}
