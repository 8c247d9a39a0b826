import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  base: './',
  build: {
    target: 'es2023',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    // scripts/budget.mjs judges sizes
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
});
