/** The sun behind two clouds and an empty bag: the picture of CloudShop's empty states. */
export function CloudScene({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 240 160" className={className} aria-hidden="true">
      <circle cx="150" cy="62" r="42" fill="var(--accent)" />
      <path d="M34 112a20 20 0 0 1 3-39.8 32 32 0 0 1 61-4.2 22 22 0 0 1 15 44Z" fill="var(--line)" />
      <path d="M140 132a17 17 0 0 1 2-33.9 28 28 0 0 1 53-3.6 19 19 0 0 1 13 37.5Z" fill="var(--sunken)" />
      <g fill="none" stroke="var(--ink)" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M84 84h52l6 54a6 6 0 0 1-6 6H84a6 6 0 0 1-6-6Z" fill="var(--surface)" />
        <path d="M97 98a13 13 0 0 0 26 0" />
        <path d="M20 144h42M160 144h60" stroke="var(--line-strong)" />
      </g>
    </svg>
  )
}
