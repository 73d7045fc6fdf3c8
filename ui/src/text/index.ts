export { fromCore, language, languages, say, sayIfKnown, speak, type Arguments } from './text.svelte';
export { showDay, showMoment, showNumber, showPercent, showTime } from './show';
