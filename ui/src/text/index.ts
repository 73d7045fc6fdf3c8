export { fromCore, language, languages, say, sayIfKnown, speak, type Arguments } from './text.svelte';
export { dayOf, showBytes, showDay, showList, showMoment, showNumber, showPercent, showTime } from './show';
