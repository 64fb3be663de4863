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
    modulePreload: {
      polyfill: false,
      // What every page has come with is on no list of what a page needs besides: the first visit carries these lists.
      resolveDependencies: (_, files, { hostType }) => (hostType === 'js' ? files.filter((file) => !/\/(libraries|rolldown-runtime|shared)-/.test(file)) : files),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Libraries change less often than the shop: a chunk of their own stays in browser caches over releases. Without what only later pages ask for.
            { name: 'libraries', test: /node_modules\/(?!d3-|internmap|.*([iI]nfiniteQuery|useMutation|mutationObserver|web-vitals))/ },
            // What the first page and later ones share: in one file it compresses better than in ten. Not what only a session needs.
            { name: 'shared', test: /src\/(api\/(?!renewal|turn)|cart\/use|design\/(Button|classes|CloudScene|focus|Icon|locale|money|Price|toasts)\b)/ },
            // Each name of a file is one more for the first page to carry: what a customer's own pages share is in one.
            {
              name: 'own',
              test: /src\/((account|addresses|checkout|orders)\/\w+\.module\.css|account\/(AccountCard|logIn|passwordReset|profile|registration)\.|addresses\/(countries|PostalAddress)\.|orders\/(invoice|queries|timeline|InvoiceTable|OrderLines|PaperSheet|OrderStatusBadge|StatusTimeline)\.)/,
              includeDependenciesRecursively: false,
            },
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
