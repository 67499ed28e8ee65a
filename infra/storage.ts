/**
 * One private bucket: imports, exports and attachments, each below its own prefix. Browsers put and get single objects by presigned
 * addresses, from the web app's own origin. What was uploaded and never read in, or is stuck, goes after three days.
 */
export const storage = {
  bucket: "perennial-files",
  cors: { methods: ["GET", "PUT"], headers: ["content-type"] },
  expiry: [{ prefix: "uploads/", days: 3 }],
} as const;
