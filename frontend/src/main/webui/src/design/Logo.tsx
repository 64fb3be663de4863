/** CloudShop's sign: a cloud that carries like a bag. */
export function Logo({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 40 32" className={className} aria-hidden="true">
      <path
        d="M11 29h19a8 8 0 0 0 1.7-15.82A11.5 11.5 0 0 0 9.6 11.5 8.8 8.8 0 0 0 11 29Z"
        fill="var(--accent)"
      />
      <path d="M14 15.5a6 6 0 0 0 12 0" fill="none" stroke="var(--on-accent)" strokeWidth="2.8" strokeLinecap="round" />
    </svg>
  )
}
