/** One private bucket: imports, exports and attachments, each below its own prefix. */
export const storage = { bucket: "perennial-files" } as const;
