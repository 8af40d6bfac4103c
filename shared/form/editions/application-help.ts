/*
 * What belongs in each row of table 3, shown beside the row when it is asked for. Articles are those of the regulation (国令第711号,
 * 条例); 答复规范 is the reply standard forwarded by the national office on 10 January 2020.
 */
import type { Words } from '../form.ts'
import { words } from '../words.ts'

/** Help per row id of table 3. */
export const applicationHelp: Readonly<Record<string, Words>> = {
  received: words(
    '本年1月1日至12月31日收到的申请。收到日期按条例第三十一条确定，日期决定计入哪一年。',
    'Applications received from 1 January to 31 December. The day of receipt (Regulation art. 31) decides the year.',
  ),
  carriedIn: words(
    '上年年度报告中“结转下年度继续办理”的数量，应与上年一致。',
    'The figure carried forward in last year’s report; it should be the same.',
  ),
  granted: words(
    '条例第三十六条第（一）（二）项：已提供信息，或已告知在何处主动公开。',
    'Regulation art. 36 (1) and (2): given, or the applicant was pointed to where it is already public.',
  ),
  partlyGranted: words(
    '条例第三十七条：能够区分处理的，只计这一行，不再计入其他行。',
    'Regulation art. 37: severable; count here only and in no other row.',
  ),
  stateSecret: words(
    '条例第十四条：依法确定为国家秘密的。',
    'Regulation art. 14: lawfully classified as a state secret.',
  ),
  prohibitedByLaw: words(
    '条例第十四条：其他法律、行政法规禁止公开的。',
    'Regulation art. 14: disclosure prohibited by another law or administrative regulation.',
  ),
  endangersSecurity: words(
    '条例第十四条：公开后可能危及国家安全、公共安全、经济安全、社会稳定的。',
    'Regulation art. 14: may endanger national, public or economic security or social stability.',
  ),
  thirdPartyRights: words(
    '条例第十五条、第三十二条：涉及商业秘密、个人隐私等，公开会损害第三方合法权益的。',
    'Regulation arts. 15 and 32: trade secrets or privacy; disclosure would harm a third party’s lawful rights.',
  ),
  internalAffairs: words(
    '条例第十六条第一款：人事管理、后勤管理、内部工作流程三类信息。',
    'Regulation art. 16 para. 1: personnel, logistics and internal work procedures.',
  ),
  deliberative: words(
    '条例第十六条第二款：讨论记录、过程稿、磋商信函、请示报告四类信息。',
    'Regulation art. 16 para. 2: records of discussion, drafts, letters of consultation, requests and reports.',
  ),
  enforcementFile: words(
    '条例第十六条第二款：行政执法案卷信息，公安机关较常见。',
    'Regulation art. 16 para. 2: case files of administrative enforcement; common for the police.',
  ),
  recordsInquiry: words(
    '条例第三十六条第（七）项：工商、不动产登记资料等，法律法规对获取另有规定的。',
    'Regulation art. 36 (7): business or real-estate registers and the like, which have their own law of access.',
  ),
  notHeld: words(
    '条例第三十六条第（四）（五）项：信息不存在，或不属于本机关负责公开。',
    'Regulation art. 36 (4) and (5): does not exist, or is another organ’s to disclose.',
  ),
  wouldNeedCreation: words(
    '条例第三十八条：没有现成信息，需要另行制作、加工、分析的。',
    'Regulation art. 38: no ready-made information; it would have to be made or analysed.',
  ),
  stillUnclear: words(
    '条例第三十条、答复规范：已补正，但申请内容仍不明确的。',
    'Regulation art. 30 and the reply standard: supplemented, and still unclear.',
  ),
  petition: words(
    '条例第三十九条第一款：以申请公开名义进行信访、投诉、举报等活动的。',
    'Regulation art. 39 para. 1: a petition, complaint or report in the form of an application.',
  ),
  repeated: words(
    '条例第三十六条第（六）项：已答复，申请人又重复申请相同信息的。',
    'Regulation art. 36 (6): answered before; the same applicant asks for the same again.',
  ),
  publication: words(
    '条例第三十九条第二款：要求提供政府公报、报刊、书籍等公开出版物的。',
    'Regulation art. 39 para. 2: asks for gazettes, newspapers, books or other publications.',
  ),
  excessive: words(
    '条例第三十五条：申请数量、频次明显超过合理范围，且理由不合理的。',
    'Regulation art. 35: number and frequency clearly beyond reason, without proper reason.',
  ),
  confirmation: words(
    '答复规范：要求对已获取的信息进行确认或者重新出具的。',
    'Reply standard: asks to confirm or re-issue information already obtained.',
  ),
  otherHandling: words(
    '上述情形之外的处理。原则上都应按法定方式办理，数量偏高时请了解原因。',
    'Handled in any other way. Every application should be handled in a lawful way; look into high numbers.',
  ),
  notCorrectedInTime: words(
    '条例第三十条：申请人无正当理由逾期不补正的。',
    'Regulation art. 30: not supplemented in time without proper reason.',
  ),
  feeNotPaid: words(
    '条例第四十二条、《政府信息公开信息处理费管理办法》：逾期未按收费通知缴费的。',
    'Regulation art. 42 and the measures on information processing fees: fee not paid in time.',
  ),
  otherReason: words(
    '上述两种情形之外的其他处理。数量偏高时请了解原因。',
    'Handled in any other way than the two above. Look into high numbers.',
  ),
  resultsTotal: words(
    '由系统计算：本年度办理结果各行之和。',
    'Computed: the sum of all rows of the results of this year.',
  ),
  carriedOut: words(
    '条例第三十三条：办理期限二十个工作日（可延长二十个工作日），12月31日仍在办理的。',
    'Regulation art. 33: 20 working days (20 more if extended); still open on 31 December.',
  ),
}
