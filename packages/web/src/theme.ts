import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The tokens of the app. Every colour in a stylesheet is one of these, as `var(--p-<name>)`. */
export const tokens = {
  surface: "#FFFFFF",
  page: "#FBFAF8",
  hover: "#F4F2EE",
  hairline: "#E7E3DC",
  /** Edge of a control: 3:1 against the page (WCAG 1.4.11), which a hairline is not. */
  edge: "#8F897F",
  quiet: "#6B665E",
  text: "#1F1D1A",
  act: "#1E6B52",
  "act-hover": "#185743",
  "act-pale": "#E6F0EB",
  marigold: "#C98A1B",
  "marigold-text": "#8A5A0A",
  "marigold-chip": "#FFF4DC",
  "marigold-chip-text": "#6F4700",
  harm: "#A8342A",
  "harm-pale": "#FBECEA",
  "harm-hover": "#8C2A22",
} as const;

const evergreen: MantineColorsTuple = [
  "#E6F0EB",
  "#CFE2DA",
  "#A9CCBE",
  "#82B5A1",
  "#5FB394",
  "#3C8A6E",
  "#1E6B52",
  "#185743",
  "#124334",
  "#0C2F24",
];
const harm: MantineColorsTuple = [
  "#FBECEA",
  "#F5D5D1",
  "#E9ABA4",
  "#DC8177",
  "#CC5A4E",
  "#B9443A",
  "#A8342A",
  "#8C2A22",
  "#70211B",
  "#541914",
];
const neutral: MantineColorsTuple = [
  "#FBFAF8",
  "#F4F2EE",
  "#E7E3DC",
  "#E7E3DC",
  "#8F897F",
  "#6B665E",
  "#6B665E",
  "#6B665E",
  "#1F1D1A",
  "#1F1D1A",
];

const control = {
  "--input-height": "var(--p-control)",
  "--input-fz": "var(--p-control-type)",
  "--input-radius": "8px",
};
const field = {
  defaultProps: { inputWrapperOrder: ["label", "description", "input", "error"] },
  vars: () => ({ wrapper: { ...control, "--input-padding": "12px" } }),
};
/** What floats: a hairline and a soft shadow instead of the library's. */
const floating = { shadow: "float", radius: 8 } as const;

/** The one place where the component library is made to look like Perennial. */
export const theme = createTheme({
  colors: { evergreen, harm, gray: neutral },
  primaryColor: "evergreen",
  primaryShade: 6,
  black: tokens.text,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "20px", md: "20px", lg: "24px", xl: "28px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "32px" },
  radius: { xs: "4px", sm: "8px", md: "8px", lg: "8px", xl: "8px" },
  shadows: { float: "0 8px 32px rgb(31 29 26 / 0.12)" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { variant: "default" },
      vars: () => ({
        root: { "--button-height": "var(--p-control)", "--button-fz": "14px", "--button-padding-x": "12px" },
      }),
      styles: { root: { fontWeight: 500 } },
    },
    Input: { vars: field.vars },
    TextInput: field,
    Textarea: field,
    Select: {
      ...field,
      defaultProps: { ...field.defaultProps, comboboxProps: floating, checkIconPosition: "right" },
    },
    InputWrapper: {
      styles: {
        label: { fontSize: "14px", lineHeight: "20px", fontWeight: 500, marginBottom: 4 },
        description: { fontSize: "13px", lineHeight: "20px", marginBottom: 4 },
        error: { fontSize: "13px", lineHeight: "20px", marginTop: 4 },
      },
    },
    TagsInput: {
      ...field,
      defaultProps: { ...field.defaultProps, comboboxProps: floating, splitChars: [","] },
    },
    Checkbox: { styles: { label: { fontSize: "14px", lineHeight: "20px", paddingInlineStart: 8 } } },
    Modal: {
      defaultProps: {
        ...floating,
        padding: 24,
        centered: true,
        transitionProps: { duration: 150 },
        overlayProps: { opacity: 0.3 },
      },
      styles: { title: { fontSize: "20px", lineHeight: "28px", fontWeight: 500 } },
    },
    Drawer: {
      defaultProps: {
        position: "right",
        padding: 24,
        size: 480,
        transitionProps: { duration: 150 },
        overlayProps: { opacity: 0.3 },
      },
      styles: { title: { fontSize: "20px", lineHeight: "28px", fontWeight: 500 } },
    },
    Tooltip: {
      defaultProps: { openDelay: 400, transitionProps: { duration: 150 }, radius: 4 },
      styles: {
        tooltip: { fontSize: "12px", lineHeight: "16px", background: tokens.text, color: tokens.surface },
      },
    },
    Tabs: { styles: { tab: { fontSize: "14px", lineHeight: "20px", padding: "8px 12px" } } },
    Notification: {
      defaultProps: { withBorder: true, radius: 8, closeButtonProps: { "aria-label": "Close this notice" } },
    },
    Skeleton: { defaultProps: { radius: 4 } },
  },
});

/** Puts the tokens where stylesheets and the library both read them. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {
    ...Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--p-${name}`, value])),
  },
  // Under the scheme, where the library sets its own with more weight.
  light: {
    "--mantine-color-body": tokens.page,
    "--mantine-color-text": tokens.text,
    "--mantine-color-dimmed": tokens.quiet,
    "--mantine-color-placeholder": tokens.quiet,
    "--mantine-color-error": tokens.harm,
    "--mantine-color-anchor": tokens.act,
    "--mantine-color-default": tokens.surface,
    "--mantine-color-default-hover": tokens.hover,
    "--mantine-color-default-border": tokens.edge,
    "--mantine-color-disabled": tokens.hover,
    "--mantine-color-disabled-color": tokens.quiet,
    "--mantine-color-disabled-border": tokens.hairline,
  },
  dark: {},
});
