import { AppError } from "../../shared/errors.ts";

/**
 * Says in a sentence what kept a file or folder from being written. Anything that is not a person's
 * or a disk's problem comes back unchanged.
 */
export function explainWriting(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new AppError(
        "disk-full",
        `The disk that holds "${path}" is full, so nothing was exported; free some space and do it again.`,
        { cause: error },
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new AppError(
        "read-only",
        `"${path}" cannot be written to, so nothing was exported; choose a folder of yours.`,
        { cause: error },
      );
    case "ENOTDIR":
    case "EEXIST":
      return new AppError(
        "bad-input",
        `"${path}" cannot be made, because a part of that path is a file; choose another place.`,
        { cause: error },
      );
    case "ENOENT":
    case "ELOOP":
      return new AppError(
        "bad-input",
        `"${path}" cannot be made, because a part of that path leads nowhere; choose another place.`,
        { cause: error },
      );
    case "ENAMETOOLONG":
      return new AppError(
        "bad-input",
        `A name below "${path}" is too long for that disk; choose a place with a shorter path.`,
        { cause: error },
      );
    default:
      return error;
  }
}
