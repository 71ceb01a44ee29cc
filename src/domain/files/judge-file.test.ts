import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { judgeFile } from './judge-file.ts';
import { docx, joined, jpg, locked, ofd, packed, pdf, png, xlsx } from './sample-files.test-support.ts';

const limits = { bytes: 20_971_520, kinds: ['pdf', 'png', 'jpg', 'docx', 'xlsx', 'ofd'] };
const zeros = new Uint8Array(64 * 1_048_576);

describe('a file is known by its content', () => {
  it.each([
    ['PDF', pdf('', '', 3), '证明.pdf', { kind: 'pdf', mediaType: 'application/pdf', name: '证明.pdf', pages: 3 }],
    ['PDF whose objects are packed', pdf(packed('91 0 << /Type /Page >>')), 'a.PDF', { kind: 'pdf', name: 'a.PDF', pages: 2 }],
    ['PNG', png(), 'a.png', { kind: 'png', mediaType: 'image/png', pages: null }],
    ['JPEG with either ending', jpg(), 'a.jpeg', { kind: 'jpg', name: 'a.jpeg' }],
    ['JPEG behind which a camera left something', joined(jpg(), new Uint8Array(40)), 'a.jpg', { kind: 'jpg' }],
    ['Word', docx(), 'a.docx', { kind: 'docx' }],
    ['Excel', xlsx(), 'a.xlsx', { kind: 'xlsx' }],
    ['OFD', ofd(), 'a.ofd', { kind: 'ofd', mediaType: 'application/ofd' }],
    ['a name without an ending gets one', pdf(), '批复', { name: '批复.pdf' }],
    ['a dot by chance is no ending', pdf(), '方案第2.1稿 v2', { name: '方案第2.1稿 v2.pdf' }],
    ['a script told in the text of a PDF by its name alone', pdf('% JavaScript, Launch'), 'a.pdf', { kind: 'pdf' }],
  ])('%s', (_, bytes, name, expected) => {
    expect(judgeFile(bytes, name, limits)).toMatchObject(expected);
  });
});

describe('a file that is not what it says, or does more than be read, is refused with the reason', () => {
  it.each([
    ['nothing', new Uint8Array(), 'a.pdf', { fault: 'empty' }],
    ['text', strToU8('<html><script>alert(1)</script>'), 'a.pdf', { fault: 'unknownType' }],
    ['a program', strToU8('MZ\u0090'), 'a.exe', { fault: 'unknownType' }],
    ['a plain archive', zipSync({ 'a.txt': strToU8('a') }), 'a.zip', { fault: 'unknownType' }],
    ['a PDF named as a picture', pdf(), 'a.jpg', { fault: 'otherEnding', kind: 'pdf', ending: 'jpg' }],
    ['a picture named as a program', png(), 'a.png.exe', { fault: 'otherEnding', kind: 'png', ending: 'exe' }],
    ['a Word file named as Excel', docx(), 'a.xlsx', { fault: 'otherEnding', kind: 'docx', ending: 'xlsx' }],
    ['a PDF cut off', pdf().slice(0, -40), 'a.pdf', { fault: 'broken' }],
    ['a PDF with a password', pdf('', '/Encrypt 9 0 R '), 'a.pdf', { fault: 'encrypted' }],
    ['a PDF with a script', pdf('9 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n'), 'a.pdf', { fault: 'active' }],
    ['a PDF with a script under another spelling', pdf('9 0 obj\n<< /S /Java#53cript >>\nendobj\n'), 'a.pdf', { fault: 'active' }],
    ['a PDF that starts a program', pdf('9 0 obj\n<< /S/Launch /F (calc.exe) >>\nendobj\n'), 'a.pdf', { fault: 'active' }],
    ['a PDF that carries a file', pdf('9 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n'), 'a.pdf', { fault: 'active' }],
    ['a PDF with a script among packed objects', pdf(packed('91 0 << /S /JavaScript >>')), 'a.pdf', { fault: 'active' }],
    ['the same with the stream’s name disguised', pdf(packed('91 0 << /S /JavaScript >>', '/Type /Obj#53tm')), 'a.pdf', { fault: 'active' }],
    ['a PDF with a script behind a comment that looks like a stream', pdf('% >>\nstream\n9 0 obj\n<< /S /JavaScript >>\n'), 'a.pdf', { fault: 'active' }],
    ['a PDF whose packed objects are none', pdf('9 0 obj\n<< /Type /ObjStm >>\nstream\n\u0001\u0002\nendstream\nendobj\n'), 'a.pdf', { fault: 'broken' }],
    ['a PDF that is an archive as well', joined(pdf(), docx()), 'a.pdf', { fault: 'twoInOne' }],
    ['a picture that is an archive as well', joined(jpg(), zipSync({ 'a.js': strToU8('1') })), 'a.jpg', { fault: 'twoInOne' }],
    ['a picture with a PDF inside', joined(jpg().slice(0, 4), pdf(), jpg()), 'a.jpg', { fault: 'twoInOne' }],
    ['an archive behind something else', joined(strToU8('PK\u0003\u0004xx'), docx()), 'a.docx', { fault: 'unknownType' }],
    ['a PNG with something behind it', png(2, 3, [1, 2, 3]), 'a.png', { fault: 'broken' }],
    ['a PNG cut off', png().slice(0, -6), 'a.png', { fault: 'broken' }],
    ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0]), 'a.jpg', { fault: 'broken' }],
    ['a PNG that would fill the memory', png(60_000, 60_000), 'a.png', { fault: 'tooManyPixels' }],
    ['a JPEG of too many pixels', jpg(20_000, 20_000), 'a.jpg', { fault: 'tooManyPixels' }],
    ['a Word file with macros', docx({ 'word/vbaProject.bin': strToU8('x') }), 'a.docx', { fault: 'macros' }],
    ['a Word file with a password', locked(docx()), 'a.docx', { fault: 'encrypted' }],
    ['a Word file that unpacks to a thousand times its size', docx({ 'word/media/image1.bmp': zeros }), 'a.docx', { fault: 'bomb' }],
  ])('%s', (_, bytes, name, expected) => {
    expect(judgeFile(bytes, name, limits)).toMatchObject(expected);
  });

  it('says the limit that a file is over, and which kinds are taken instead', () => {
    expect(judgeFile(pdf(), 'a.pdf', { bytes: 10, kinds: ['pdf'] })).toEqual({ fault: 'tooLarge', limit: 10 });
    expect(judgeFile(xlsx(), 'a.xlsx', { bytes: 10_000, kinds: ['pdf'] })).toEqual({ fault: 'notAdmitted', kind: 'xlsx', admitted: ['pdf'] });
  });

  it('does not unpack a PDF’s objects beyond its own bound', () => {
    const bomb = packed(`91 0 << /Type /X >> ${' '.repeat(70 * 1_048_576)}`);
    expect(judgeFile(pdf(bomb), 'a.pdf', limits)).toMatchObject({ fault: 'broken' });
  });
});
