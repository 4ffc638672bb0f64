import type { Executor } from "../executor.ts";

/** SourceFile is inferred from MoveFile: the page of DeleteFile is not among those that could be read. */
export const deleteFile: Executor = function* (element, machine) {
  yield { effect: "delete-file", file: machine.parameter(element, "SourceFile") ?? "" };
  return "next";
};

export const moveFile: Executor = function* (element, machine) {
  yield {
    effect: "move-file",
    file: machine.parameter(element, "SourceFile") ?? "",
    directory: machine.parameter(element, "TargetDirectory") ?? "",
  };
  return "next";
};
