/**
 * One private bucket: imports, exports and attachments, each below its own prefix. Browsers put and get single objects by presigned
 * addresses, from the web app's own origin. What an import leaves is there to be corrected for a month; what was uploaded and never
 * read in, or is stuck, for three days.
 */
export const storage = {
  bucket: "perennial-files",
  cors: { methods: ["GET", "PUT"], headers: ["content-type"] },
  expiry: [
    { prefix: "imports/", days: 30 },
    { prefix: "uploads/", days: 3 },
  ],
} as const;
