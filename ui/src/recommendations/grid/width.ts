/** A column made wider or narrower by the edge of its head. */
import { language } from '../../text';
import { register } from '../register.svelte';

export function dragWidth(event: PointerEvent, name: string): void {
  const edge = event.currentTarget as HTMLElement;
  const before = edge.parentElement?.getBoundingClientRect().width ?? 0;
  const start = event.clientX;
  const way = language.direction === 'rtl' ? -1 : 1;
  edge.setPointerCapture(event.pointerId);
  event.preventDefault();
  const move = (moved: PointerEvent): void => {
    register.setWidth(name, before + way * (moved.clientX - start));
  };
  edge.addEventListener('pointermove', move);
  edge.addEventListener(
    'lostpointercapture',
    () => {
      edge.removeEventListener('pointermove', move);
    },
    { once: true },
  );
}
