// What the head of a picture's file says.

export interface PictureFacts {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'tiff'
  /** In pixels, as it is shown: turned as its orientation says. */
  readonly width: number
  readonly height: number
  /** More than one frame. */
  readonly animated: boolean
}

/** Width and height as shown: EXIF's orientations 5 to 8 lie on their side. */
export const oriented = (
  [width, height]: readonly [number, number],
  orientation: number,
): Pick<PictureFacts, 'width' | 'height'> =>
  orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height }
