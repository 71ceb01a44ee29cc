import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The paper's fonts, all under the SIL Open Font License: 宋体 for text and, bold, for documents' titles, 黑体 for headings, symbols for the boxes alone. */
export const textFonts: readonly string[] = [
  require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
];

export const symbolFont = require.resolve('@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf');
