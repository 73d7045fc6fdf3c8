/** The host in the real window. The only file that knows Tauri. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Host } from './host';

export const tauriHost: Host = {
  call: (name, args, job) => invoke('call', { name, args, job: job ?? null }),
  cancel: (job) => invoke('cancel', { job }),
  on(event, listener) {
    const listening = listen(event, (message) => {
      listener(message.payload as Parameters<typeof listener>[0]);
    });
    return () =>
      void listening.then((stop) => {
        stop();
      });
  },
};
