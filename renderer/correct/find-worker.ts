// A thread of its own: a text of a megabyte is looked through in a second or two.
import { findDefects } from "../../shared/defects/find.ts";

self.onmessage = ({ data }: MessageEvent<unknown>) => self.postMessage(findDefects(String(data)));
