/** Reading a code off a photograph. */
export const scan = {
  scan: '扫码',
  reading: '正在识别',
  noPicture: '这个文件不是图片。请拍下页首的二维码，或选一张拍好的照片。',
  noCode: '照片里没有认出二维码。请对准页首的二维码，靠近、拍清楚再试，或输入旁边的查验码。',
  otherCode: '照片里的二维码不是查验码。请拍成稿页首的二维码。',
  failed: '二维码识别没有启动。请输入二维码旁边的查验码。',
} as const;
