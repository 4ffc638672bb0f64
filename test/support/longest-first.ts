import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** Suites that take minutes, though their files are short; without a record of former runs, Vitest begins with the longest files. */
const long = ["test/mutants/", "test/faults/", "test/properties/", "test/import/same-conversation"];

/** Begins with what takes longest, so that at the end no core waits for the other. Projects stay apart. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => long.some((path) => moduleId.includes(`/${path}`));
    const sorted = await super.sort(files);
    const projects = new Set(sorted.map(({ project }) => project));
    return [...projects].flatMap((project) => {
      const own = sorted.filter((one) => one.project === project);
      return [...own.filter(isLong), ...own.filter((one) => !isLong(one))];
    });
  }
}
