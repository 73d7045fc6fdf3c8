/** What the line below the register tells: how many are shown, how many are ticked. */
import { showStatus } from '../shell';
import { say, showNumber } from '../text';
import { register } from './register.svelte';

/** To be called while the room is set up. */
export function showRegisterStatus(): void {
  showStatus(() => [
    {
      name: 'register-count',
      text: register.isNarrowed
        ? say('recommendations-count-of', {
            shown: showNumber(register.rows.total ?? 0),
            count: register.rows.of,
          })
        : say('recommendations-count', { count: register.rows.total ?? 0 }),
    },
    ...(register.ticked.size > 0
      ? [
          {
            name: 'register-selected',
            text: say('recommendations-selected', { count: register.ticked.size }),
          },
        ]
      : []),
  ]);
}
