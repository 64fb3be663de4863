import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, strictPort: true },
  build: {
    manifest: true,
    // Browsers that know light-dark() and the dialog element: the middle of 2024.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // A data: URL in a style sheet would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Libraries change less often than the shop: a chunk of their own stays in browser caches over releases.
            { name: 'libraries', test: /node_modules/ },
            // What the first page and later ones share: in one file it compresses better than in ten.
            { name: 'shared', test: /src\/(api|cart\/use|design\/(classes|CloudScene|Icon|locale|money|Price|toasts)\b)/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    // Whatever the machine or npm says: React's production build cannot be tested.
    env: { NODE_ENV: 'test' },
    setupFiles: ['src/test/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
})
