/** Which component is which screen. */
import type { Component } from 'svelte';
import type { Screen } from './shell';
import Clusters from './clusters/Room.svelte';
import Documents from './documents/Room.svelte';
import History from './history/Room.svelte';
import Import from './import/Room.svelte';
import Lineage from './lineage/Room.svelte';
import People from './people/Room.svelte';
import Plan from './plan/Room.svelte';
import Recommendations from './recommendations/Room.svelte';
import Reports from './reports/Room.svelte';
import Settings from './settings/Room.svelte';
import Standing from './standing/Room.svelte';
import Welcome from './welcome/Room.svelte';

export const rooms: Record<Screen, Component> = {
  welcome: Welcome,
  standing: Standing,
  recommendations: Recommendations,
  clusters: Clusters,
  plan: Plan,
  people: People,
  documents: Documents,
  import: Import,
  reports: Reports,
  history: History,
  settings: Settings,
  lineage: Lineage,
};
