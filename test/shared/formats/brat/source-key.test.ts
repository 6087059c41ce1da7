import { expect, test } from "vitest";
import {
  idOfSourceKey,
  remapSourceKey,
  sourceKey,
} from "../../../../shared/formats/brat/source-key.ts";

const keys = [
  sourceKey.annotation("T1"),
  sourceKey.attribute("T1", "site", "a@b#c!d$e=f"),
  sourceKey.attribute("T1", "negated", null),
  sourceKey.noteLine("T1", 2),
  sourceKey.code("T1", "HGNC:1662"),
  sourceKey.own("T1"),
];

test("keys say which line of an annotation they mean", () => {
  expect(keys).toEqual(["T1", "T1@site=a@b#c!d$e=f", "T1@negated", "T1#2", "T1!HGNC:1662", "T1$"]);
  expect(keys.map(idOfSourceKey)).toEqual(keys.map(() => "T1"));
});

test("only the id of a key changes when annotations get other ids", () => {
  const ids = new Map([["T1", "0190b2c4-1d"]]);
  expect(keys.map((key) => remapSourceKey(key, ids))).toEqual(
    keys.map((key) => key.replace(/^T1/, "0190b2c4-1d")),
  );
});

test("keys of the layer and of lines kept whole have no id", () => {
  expect(remapSourceKey(sourceKey.verbatim, new Map())).toBe("");
  expect(remapSourceKey(sourceKey.own(""), new Map())).toBe("$");
});

test("an id that was given no other is a mistake", () => {
  expect(() => remapSourceKey("T2#1", new Map([["T1", "x"]]))).toThrow(RangeError);
});
