import { call } from "../api/call.ts";

/** How the API limits a file; asked before anything is sent. */
const LARGEST = 50 * 1024 * 1024;

/** A file that can't be uploaded, in words that say what to do. */
export class FileRefused extends Error {}

/**
 * Opens an import and puts the file where it says, straight into the bucket. Answers the import's id.
 * @param onProgress share of the file that is there, 0 to 1
 */
export async function upload(file: File, onProgress: (share: number) => void): Promise<string> {
  if (file.size === 0) throw new FileRefused("This file is empty. Choose the one with the people in it.");
  if (file.size > LARGEST)
    throw new FileRefused("This file is larger than 50 MB. Split it, and import one part after the other.");
  const { importId, upload: to } = await call("POST /v1/imports", { fileName: file.name, bytes: file.size });
  await put(to.url, to.headers, file, onProgress);
  return importId;
}

/** By XMLHttpRequest, because fetch does not say how far an upload is. */
function put(
  url: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  onProgress: (share: number) => void,
): Promise<void> {
  const broken = "The file did not arrive. Check the connection and choose it again; nothing was imported.";
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status === 200 ? resolve() : reject(new FileRefused(broken)));
    request.onerror = () => reject(new FileRefused(broken));
    request.send(file);
  });
}
