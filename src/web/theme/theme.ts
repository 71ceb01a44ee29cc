import type { ThemeConfig } from 'antd';

/** The values of styles/tokens.css for antd's own components; antd derives its palette from them. */
export const theme: ThemeConfig = {
  cssVar: { key: 'jq' },
  hashed: false,
  token: {
    colorPrimary: '#1c4f8f',
    colorError: '#cf1322',
    colorWarning: '#875400',
    colorSuccess: '#1b7340',
    colorLink: '#1c4f8f',
    colorText: '#1a1f26',
    colorTextSecondary: '#454d57',
    colorTextTertiary: '#5f6873',
    colorTextPlaceholder: '#5f6873',
    colorTextDescription: '#5f6873',
    colorBorder: '#868e99',
    colorBorderSecondary: '#e3e6ea',
    colorBgLayout: '#f5f6f8',
    colorBgContainerDisabled: '#eef0f3',
    colorTextDisabled: '#454d57',
    borderRadius: 4,
    borderRadiusLG: 6,
    controlHeight: 32,
    controlHeightLG: 40,
    fontSize: 14,
    lineHeight: 1.5715,
    fontFamily: 'var(--font)',
    fontWeightStrong: 600,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeLG: 16 },
    Modal: { titleFontSize: 16 },
  },
};
