import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeVertical,
  IconMaximize,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";

/** Of the actions that stand on the page when a flow is opened. */
export const firstActionIcons: Readonly<Record<string, Icon>> = {
  ArrowBackUp: IconArrowBackUp,
  ArrowForwardUp: IconArrowForwardUp,
  LayoutDistributeVertical: IconLayoutDistributeVertical,
  Maximize: IconMaximize,
  ZoomIn: IconZoomIn,
  ZoomOut: IconZoomOut,
};
