import { mount } from 'svelte';
import './theme/tokens.css';
import './theme/base.css';
import App from './app/App.svelte';
import { takeKey } from './api/key';
import { start } from './app/router.svelte';
import { applyTheme } from './theme/theme.svelte';

takeKey();
applyTheme();
start();
const place = document.getElementById('app');
if (place) mount(App, { target: place });
