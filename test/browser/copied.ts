/* What Excel and WPS put on the clipboard for four lines by three columns, one line and one column hidden: their own HTML, shortened in its styles. */

const text =
  '项目\t自然人\t商业企业\r\n一、本年新收政府信息公开申请数量\t12\t3\r\n二、上年结转政府信息公开申请数量\t1\t-\r\n'

/** Excel 2016: styles by class in a comment within `<style>`, conditional comments, `mso-` properties. */
export const copiedFromExcel = {
  text,
  html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Excel 15">
<link rel=File-List href="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
@page {margin:.75in .7in .75in .7in;}
tr {mso-height-source:auto; mso-ruby-visibility:none;}
td {padding-top:1px; color:black; font-size:11.0pt; font-family:等线; mso-number-format:General; white-space:nowrap;}
.xl65 {text-align:center; border:.5pt solid windowtext; white-space:normal;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=408 style='border-collapse:collapse;width:306pt'>
<!--StartFragment-->
 <col width=264 style='mso-width-source:userset;mso-width-alt:8448;width:198pt'>
 <col width=72 style='width:54pt'>
 <col width=0 style='display:none;mso-width-source:userset;mso-width-alt:2304'>
 <col width=72 style='width:54pt'>
 <tr height=19 style='height:14.25pt'>
  <td height=19 class=xl65 width=264 style='height:14.25pt;width:198pt'>项目</td>
  <td class=xl65 width=72 style='border-left:none;width:54pt'>自然人</td>
  <td class=xl65 width=0 style='border-left:none'>备注</td>
  <td class=xl65 width=72 style='border-left:none;width:54pt'>商业企业</td>
 </tr>
 <tr height=19 style='height:14.25pt'>
  <td height=19 class=xl65 style='height:14.25pt;border-top:none'>一、本年新收政府信息公开<br>
    申请数量</td>
  <td class=xl65 align=right style='border-top:none;border-left:none' x:num>12</td>
  <td class=xl65 style='border-top:none;border-left:none'>88</td>
  <td class=xl65 align=right style='border-top:none;border-left:none' x:num="3">3<span style='mso-spacerun:yes'>&nbsp;</span></td>
 </tr>
 <tr height=0 style='display:none'>
  <td class=xl65 style='border-top:none'>核对</td>
  <td class=xl65 align=right style='border-top:none;border-left:none'>77</td>
  <td class=xl65 style='border-top:none;border-left:none'></td>
  <td class=xl65 align=right style='border-top:none;border-left:none'>77</td>
 </tr>
 <tr height=19 style='height:14.25pt'>
  <td height=19 class=xl65 style='height:14.25pt;border-top:none'>二、上年结转政府信息公开申请数量</td>
  <td class=xl65 align=right style='border-top:none;border-left:none' x:num>1</td>
  <td class=xl65 style='border-top:none;border-left:none'></td>
  <td class=xl65 align=right style='border-top:none;border-left:none'><font color="#FF0000" style="font-size:11pt">-</font></td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>`,
} as const

/** WPS 表格: a style on each cell, in double quotes, and `<style>` in the head without a comment. */
export const copiedFromWps = {
  text,
  html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><meta name="ProgId" content="Excel.Sheet"/>
<style>.font0{color:#000000;font-size:11.0pt;} br{mso-data-placement:same-cell;} td{mso-style-parent:style0;vertical-align:middle;} .et3{text-align:center;border:.5pt solid #000;}</style></head>
<body><!--StartFragment--><table width="408.00" border="0" cellpadding="0" cellspacing="0" style="width:306.00pt;border-collapse:collapse;table-layout:fixed;">
<col width="264.00" style="mso-width-source:userset;mso-width-alt:8448;"/><col width="72.00" span="2" style="width:54.00pt;"/>
<tr height="19.00" style="height:14.25pt;"><td class="et3" height="19.00" width="264.00" style="height:14.25pt;width:198.00pt;" x:str>项目</td><td class="et3" style="width:54.00pt;" x:str>自然人</td><td class="et3" x:str>商业企业</td></tr>
<tr height="19.00" style="height:14.25pt;"><td class="et3" x:str style="">一、本年新收政府信息公开申请数量</td><td class="et3" align="right" x:num>12</td><td class="et3" align="right" x:num>3</td></tr>
<tr height="0.00" style="height:0.00pt;display:none;"><td class="et3" x:str>核对</td><td class="et3" x:num>77</td><td class="et3" x:num>77</td></tr>
<tr height="19.00" style="height:14.25pt;"><td class="et3" x:str>二、上年结转政府信息公开申请数量</td><td class="et3" align="right" x:num>1</td><td class="et3" x:str>-</td></tr>
</table><!--EndFragment--></body></html>`,
} as const
