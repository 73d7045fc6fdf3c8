export { act, operationName, operationTitle, redo, tellDone, undo } from './act';
export { Attempt } from './attempt.svelte';
export { desk } from './desk.svelte';
export { complain, explain, isCancelled, type Explanation } from './explain';
export {
  chooseAndOpenPlan,
  chooseFile,
  closePlan,
  openDemo,
  openPlan,
  receive,
  showFile,
  type SavePurpose,
} from './files';
export { default as KeyList } from './KeyList.svelte';
export { isTyping, keyOf } from './keys';
export { default as LanguageSelect } from './LanguageSelect.svelte';
export { layout } from './layout.svelte';
export { preferences } from './preferences.svelte';
export { route, SCREENS, type Place, type Screen } from './route.svelte';
export { default as RoomHead } from './RoomHead.svelte';
export { offer, type RoomCommand } from './shortcuts.svelte';
export { showStatus, type StatusItem } from './status.svelte';
export { default as TagDialog } from './TagDialog.svelte';
export { default as Trouble } from './Trouble.svelte';
