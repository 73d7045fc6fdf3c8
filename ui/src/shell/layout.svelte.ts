/** How wide the window is, and what gives way when it is narrow. */

class Layout {
  /** CSS pixels. */
  width = $state(window.innerWidth);
  /** A room needs the width for a panel of its own. */
  isPanelOpen = $state(false);

  /** Below this a panel lies over the rows instead of beside them. */
  isPanelOver = $derived(this.width < 1180);
  isNavNarrow = $derived(this.width < 1180 || this.isPanelOpen);
  /** One pane at a time. */
  isSinglePane = $derived(this.width < 800);
}

export const layout = new Layout();
window.addEventListener('resize', () => {
  layout.width = window.innerWidth;
});
