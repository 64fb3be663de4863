import { useEffect, useRef, useState } from 'react'

/** So far below the screen that it is there when somebody scrolls to it. */
const NEAR = '400px'

/** Whether an element has come near the screen; from then on it is. */
export function useNear<Place extends Element>() {
  const place = useRef<Place>(null)
  const [isNear, setNear] = useState(false)

  useEffect(() => {
    if (isNear || !place.current) return
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), { rootMargin: NEAR })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isNear])

  return { place, isNear }
}
