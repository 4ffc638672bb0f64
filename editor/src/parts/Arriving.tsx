import { Alert, Skeleton } from "@mantine/core";
import { sentenceOf } from "./notify.tsx";

interface ArrivingProps {
  readonly isThere: boolean;
  readonly error: unknown;
  /** Pixels: about what the thing will take, so that nothing jumps. */
  readonly height: number;
}

/** While something is on its way from the server: a place for it, or why it does not come. */
export function Arriving({ isThere, error, height }: ArrivingProps) {
  return (
    <>
      {error !== undefined && <Alert color="red">{sentenceOf(error)}</Alert>}
      {!isThere && error === undefined && <Skeleton height={height} radius="lg" />}
    </>
  );
}
