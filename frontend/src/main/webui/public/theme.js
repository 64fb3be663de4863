// Applies the remembered theme before the first paint; see src/design/theme.ts.
try {
  const theme = localStorage.getItem('cloudshop.theme')
  if (theme) document.documentElement.dataset.theme = theme
} catch {
  // Without storage the system's preference stands.
}
