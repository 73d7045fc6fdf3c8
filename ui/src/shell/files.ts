/** Plans and files: choosing, opening, closing. Paths stay in Rust; the page holds handles. */
import { host, type FileRef } from '../host';
import { say } from '../text';
import { toasts } from '../parts';
import { desk } from './desk.svelte';
import { complain } from './explain';
import { route } from './route.svelte';

/** Opens a plan by handle; true where it lies open now. */
export async function openPlan(handle: string): Promise<boolean> {
  try {
    desk.take(await host.call('open_plan', { file: handle }));
    return true;
  } catch (thrown) {
    complain(thrown);
    return false;
  }
}

export async function openDemo(): Promise<void> {
  try {
    desk.take(await host.call('open_demo', {}));
  } catch (thrown) {
    complain(thrown);
  }
}

/** Asks for a plan and opens it. */
export async function chooseAndOpenPlan(): Promise<void> {
  const file = await chooseFile('open_plan');
  if (file !== null) await openPlan(file.handle);
}

export async function closePlan(): Promise<void> {
  try {
    const copied = await host.call('close_plan', {});
    await desk.load();
    if (copied !== null) toasts.show({ kind: 'done', text: say('shell-copied-out') });
  } catch (thrown) {
    complain(thrown);
  }
}

/** What is saved in a file of its own. */
export type SavePurpose = 'save_report' | 'save_table' | 'save_plan_data' | 'save_archive';

export async function chooseFile(
  purpose: 'open_plan' | 'new_plan' | 'import' | 'restore' | SavePurpose,
  suggestedName?: string,
): Promise<FileRef | null> {
  try {
    return await host.call('choose_file', {
      purpose,
      ...(suggestedName === undefined ? {} : { suggested_name: suggestedName }),
    });
  } catch (thrown) {
    complain(thrown);
    return null;
  }
}

export async function showFile(handle: string): Promise<void> {
  try {
    await host.call('show_file', { handle });
  } catch (thrown) {
    complain(thrown);
  }
}

/** A file that was dropped or handed over: a plan is opened, anything else goes to the import. */
export async function receive(file: FileRef): Promise<void> {
  if (file.name.toLowerCase().endsWith('.upright')) {
    await openPlan(file.handle);
  } else if (desk.isWritable) {
    route.go('import', { file });
  } else {
    toasts.show({ kind: 'error', text: say('shell-open-plan-first') });
  }
}

/** What the program was started with. */
export async function takeArrival(): Promise<void> {
  try {
    const arrival = await host.call('arrival', {});
    if (arrival.kind === 'plan') await openPlan(arrival.handle);
    if (arrival.kind === 'demo') await openDemo();
  } catch (thrown) {
    complain(thrown);
  }
}
