import { useLocalStorage } from "@mantine/hooks";

/** Single-key shortcuts can be turned off (WCAG 2.1.4); kept on this device. */
export const useKeysOn = () =>
  useLocalStorage({ key: "perennial.keys", defaultValue: true, getInitialValueInEffect: false });
