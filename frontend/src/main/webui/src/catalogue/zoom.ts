/** How a picture is seen through a frame. Places and distances are in parts of the frame, from its middle. */
export interface View {
  scale: number
  /** How far the picture's middle is from the frame's. */
  x: number
  y: number
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 }
export const MOST = 4

const STEP = 1.5

export const isWhole = ({ scale }: View): boolean => scale === WHOLE.scale

/** Nearer by one step; what is at this place of the frame stays there. */
export function nearer(view: View, at = { x: 0, y: 0 }): View {
  return scaled(view, view.scale * STEP, at)
}

export function farther(view: View): View {
  return scaled(view, view.scale / STEP, { x: 0, y: 0 })
}

/** Moves the picture, no farther than its edges. */
export function moved(view: View, x: number, y: number): View {
  return within({ ...view, x: view.x + x, y: view.y + y })
}

function scaled(view: View, wanted: number, at: { x: number; y: number }): View {
  const scale = Math.min(Math.max(wanted, WHOLE.scale), MOST)
  const stays = (middle: number, place: number) => place - ((place - middle) * scale) / view.scale
  return within({ scale, x: stays(view.x, at.x), y: stays(view.y, at.y) })
}

function within({ scale, x, y }: View): View {
  const most = (scale - 1) / 2
  const bounded = (distance: number) => Math.min(Math.max(distance, -most), most)
  return { scale, x: bounded(x), y: bounded(y) }
}
