import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// The words lie beside the program, not inside the screens: Rust reads the same files.
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  base: './',
  build: {
    // The oldest web views that Tauri 2 runs on.
    target: ['es2022', 'safari16', 'chrome107'],
    // The page's policy knows files of its own only: no data: addresses, no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { fs: { allow: ['..'] } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
  },
});
