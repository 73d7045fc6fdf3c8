/** What this person chose for themselves: language, theme, size of text, density. Not part of the plan. */
import { host, type Preferences, type PreferencesPatch } from '../host';
import { speak } from '../text';
import { complain } from './explain';

class Chosen {
  value = $state.raw<Preferences>();

  async load(): Promise<void> {
    this.#take(await host.call('get_preferences', {}));
  }

  async change(patch: PreferencesPatch): Promise<void> {
    try {
      this.#take(await host.call('set_preferences', patch));
    } catch (thrown) {
      complain(thrown);
    }
  }

  #take(value: Preferences): void {
    this.value = value;
    speak(value.language);
    const root = document.documentElement;
    const isDark = value.theme === 'dark' || (value.theme === 'system' && dark.matches);
    root.dataset.theme = isDark ? 'dark' : 'light';
    root.style.setProperty('--scale', String(value.text_size / 100));
  }

  /** The system went over to dark or light. */
  follow(): void {
    if (this.value !== undefined) this.#take(this.value);
  }
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
export const preferences = new Chosen();
dark.addEventListener('change', () => {
  preferences.follow();
});
