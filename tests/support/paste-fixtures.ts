/** Clipboard HTML as Word and WPS write it, cut down to what matters. */
export const wordHtml = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:10.5pt; font-family:等线;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='text-justify-trim:punctuation'><!--StartFragment-->
<h2 style='mso-list:l1 level1 lfo2'><span lang=EN-US>集群<b>规模</b></span><o:p></o:p></h2>
<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:仿宋'>截至</span><span lang=EN-US>2021</span><span>年底，集群内企业共
有</span><b style='mso-bidi-font-weight:normal'><span lang=EN-US>1186</span></b><span>家<sup>①</sup>，水为</span><span lang=EN-US>H<sub>2</sub>O<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span>强链</span><o:p></o:p></p>
<p class=MsoListParagraph style='margin-left:39.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp; </span></span><![endif]><span>引进链主</span></p>
<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]><span>补链</span></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <thead><tr style='mso-yfti-irow:0'><td width=207 colspan=2 style='width:155.6pt'><p class=MsoNormal><b>指标</b><o:p></o:p></p></td><td width=207><p class=MsoNormal>数</p></td></tr></thead>
 <tr style='mso-yfti-irow:1'><td rowspan=2><p class=MsoNormal>企业</p></td><td><p class=MsoNormal>全部</p></td><td><p class=MsoNormal>1186</p></td></tr>
 <tr><td><p class=MsoNormal>其中</p></td><td><table><tr><td><p>高企</p></td><td><p>168</p></td></tr></table></td></tr>
 <![if !supportMisalignedColumns]><tr height=0><td width=100 style='border:none'></td><td></td><td></td></tr><![endif]>
</table>
<p class=MsoNormal><ins cite="mailto:a" datetime="2022-01-20T10:00"><span>新增一句。</span></ins><del cite="mailto:a"><span>删去一句。</span></del><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[甲1]</a></span><a style='mso-comment-reference:甲_1'>批注所在</a><span style='display:none;mso-hide:all'>隐藏</span></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="a" style='width:100pt'><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=100 height=80 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="a"><![endif]></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>批注的话</p></div></div>
<!--EndFragment--></body></html>`;

export const wpsHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="Generator" content="WPS Office"><style>@font-face{font-family:"宋体";}</style></head>
<body style="tab-interval:21pt;"><!--StartFragment-->
<p class=MsoNormal style="margin-left:0.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:仿宋;mso-list:Ignore;">（一）<span>&nbsp;</span></span><![endif]><span style="mso-spacerun:'yes';font-weight:bold;">组织</span><font face="仿宋">保障</font><o:p></o:p></p>
<p class=MsoNormal style="mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="mso-list:Ignore;">（二）<span>&nbsp;</span></span><![endif]><span>资金保障</span></p>
<p class=MsoNormal><span style="mso-spacerun:'yes';vertical-align:super;">注</span><span>单位：&#8203;万元</span></p>
<table class=MsoNormalTable><tr><td width=100 valign=center colspan=2 style="width:75pt;background:rgb(242,242,242);"><p class=MsoNormal align=center>合计</p></td></tr><tr><td><p class=MsoNormal>甲</p></td><td><p class=MsoNormal>乙</p></td></tr></table>
<!--EndFragment--></body></html>`;

export const hostileHtml = `<p onclick="globalThis.hurt=1">正文<img src=x onerror="globalThis.hurt=2"><a href="javascript:globalThis.hurt=3">链接</a></p>
<script>globalThis.hurt=4</script><iframe srcdoc="<script>parent.hurt=5</script>"></iframe><svg onload="globalThis.hurt=6"><text>图</text></svg>
<p style="background:url(https://evil.example/a)">样式<span data-figure="/form/../x" onmouseover="globalThis.hurt=7">假引用</span></p><img src="https://evil.example/track.png"><table><tr><td colspan="99999" onclick="x()">格</td></tr></table>`;
