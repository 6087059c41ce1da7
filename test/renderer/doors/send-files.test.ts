import { expect, test } from "vitest";
import { sendFiles } from "../../../renderer/doors/send-files.ts";
import type { Progress } from "../../../shared/contract.ts";
import { AppError, type Reply } from "../../../shared/errors.ts";

const fileOf = (size: number, path: string) => ({ file: new File(["x".repeat(size)], path), path });
const done: Reply<null> = { ok: true, value: null };

/** Sends files to a server that says yes; answers what came, request by request. */
async function sent(sizes: readonly number[]) {
  const requests: { address: string; first: string; size: number }[] = [];
  const progress: Progress[] = [];
  const files = sizes.map((size, at) => fileOf(size, `folder/${at} ä.txt`));
  const post = async (address: string, body: BodyInit) => {
    const text = await new Response(body).text();
    requests.push({ address, first: text.split("\n")[0] ?? "", size: text.length });
    return done;
  };
  const [ticket = ""] = await sendFiles(files, post, { onProgress: (one) => progress.push(one) });
  return { requests, progress, ticket };
}

test("small files go together, with a list of their paths and sizes before them", async () => {
  const { requests, progress, ticket } = await sent([3, 0, 5]);
  const list = [3, 0, 5].map((size, at) => ({ path: `folder/${at} ä.txt`, size }));
  const first = JSON.stringify(list);
  expect(requests).toEqual([{ address: `/upload/${ticket}`, first, size: first.length + 1 + 8 }]);
  expect(progress.map(({ done, total }) => [done, total])).toEqual([
    [0, 3],
    [3, 3],
  ]);
});

test("no request holds more than 500 files or 4 MB, and a larger file goes alone as it is", async () => {
  const many = await sent(Array.from({ length: 1001 }, () => 1));
  const counts = many.requests.map(({ first }) => JSON.parse(first).length);
  expect(counts.toSorted()).toEqual([1, 500, 500]);
  const mebibyte = 2 ** 20;
  const large = await sent([3 * mebibyte, 2 * mebibyte, 5 * mebibyte, 1]);
  expect(
    large.requests.map(({ address }) => address.replace(large.ticket, "T")).toSorted(),
  ).toEqual(["/upload/T", "/upload/T", "/upload/T", "/upload/T?path=folder%2F2%20%C3%A4.txt"]);
});

test("a refusal keeps its code, so that a cancelled upload is no problem", async () => {
  const refuse = async (): Promise<Reply<null>> => ({
    ok: false,
    code: "cancelled",
    message: "No.",
  });
  await expect(sendFiles([fileOf(1, "a.txt")], refuse, {})).rejects.toEqual(
    new AppError("cancelled", "No."),
  );
});

test("a file that cannot be read is named without bytes, and the others are sent", async () => {
  const unreadable = new File(["x"], "b.txt");
  unreadable.arrayBuffer = async () => {
    throw new DOMException("gone", "NotFoundError");
  };
  const bodies: string[] = [];
  const post = async (_: string, body: BodyInit) => {
    bodies.push(await new Response(body).text());
    return done;
  };
  const files = [fileOf(1, "a.txt"), { file: unreadable, path: "b.txt" }, fileOf(2, "c.txt")];
  await sendFiles(files, post, {});
  expect(bodies).toEqual([
    '[{"path":"a.txt","size":1},{"path":"b.txt","size":null},{"path":"c.txt","size":2}]\nxxx',
  ]);
});
