/** The host this page runs on. */
import { type Host } from './host';
import { loopbackHost } from './loopback';
import { tauriHost } from './tauri';

export * from './host';
export type * from './contract';
export { commandKinds } from './contract';
export { actionFilterOf, filterOf, NO_ACTION_FILTER, NO_FILTER } from './filter';

export const host: Host = '__TAURI_INTERNALS__' in globalThis ? tauriHost : loopbackHost;
