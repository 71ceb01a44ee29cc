/** What one scan of the sealed papers may be at most. */
export const scanLimits = {
  /** Bytes of one file. */
  bytes: 104_857_600,
  /** Bytes of all its files. */
  total: 314_572_800,
  files: 200,
  /** Pages of one file, and of the whole scan. */
  pages: 400,
} as const;

/** Kinds of files that a scan is made of: a scanner's PDF, or photos. */
export const scanKinds = ['pdf', 'png', 'jpg'] as const;
