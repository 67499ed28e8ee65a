import { IconArrowsSplit2, IconBolt, IconHourglass, IconMail } from "@tabler/icons-react";

export const GLYPHS = {
  email: IconMail,
  wait: IconHourglass,
  branch: IconArrowsSplit2,
  action: IconBolt,
} as const;
