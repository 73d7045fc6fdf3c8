import { mount } from 'svelte';
import App from './App.svelte';
import './parts/style/fonts.css';
import './parts/style/tokens.css';
import './parts/style/base.css';
import './parts/style/lists.css';
import './parts/style/dates.css';
import './parts/style/tables.css';
import './parts/style/tabs.css';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });
