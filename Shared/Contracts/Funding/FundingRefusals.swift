import DomainModel

extension RefusalCode {
  /// The codes that funding alone may give.
  static let ofFunding: [RefusalCode] = [
    .planNotHeard, .costBaseMissing, .capAreaMissing, .formulaSilent, .estimateMissing, .residentsPartMissing, .fiscalLevelRepeated, .nothingOverfunded, .rollNotHeard,
    .rollIncomplete, .nobodyPays, .sharesAlreadyFixed, .accountMissing, .accountRegisteredBefore, .depositKnown,
    .depositNumberUsed, .depositClearsLater, .amountMissing, .depositUnknown, .depositReversedBefore,
    .disbursementUnknown, .disbursementNotInState, .sameHands, .partsRepeated, .balanceTooLow, .bankNumberUsed,
    .accountsMissing, .accountsVerifiedBefore, .settledBefore, .notSettled, .settlementItemUnknown,
    .settlementItemNotOpen, .settlementItemNotPayable, .periodReversed, .amountRequired, .transferUnknown,
    .transferNotInState, .transfersNotForeseen, .transferNeeded, .upperRuleNotForeseen, .splitSilent, .sharesBelowAsked,
    .governmentSharesMissing, .levelNotUpper, .outsideCostUnknown, .outsideCostsFull, .hardshipKnown,
    .instalmentContradicts, .formulaStated, .formulaGoverns, .budgetPartsDiffer, .formulaApplies, .rewardNotDecided,
    .rewardExceeded,
  ]

  public static let planNotHeard = RefusalCode(
    "plan-not-heard", .later, zh: "本服务尚未收到该改造方案版本的费用数据，请稍后再试；如长时间如此，请核对方案编号。",
    en: "The costs of this plan version have not arrived here yet; try again shortly, or check its number.")
  public static let costBaseMissing = RefusalCode(
    "cost-base-missing", .afterCorrection, zh: "除加装电梯外没有工程费用，无法计算分担；请先在方案中补充各类改造内容的费用。",
    en: "There is no engineering cost beside lifts, so nothing can be shared; enter the costs of the works first.")
  public static let capAreaMissing = RefusalCode(
    "cap-area-missing", .afterCorrection, zh: "缺少建筑面积，无法计算补助上限；请先补充并核定建筑面积。",
    en: "The floor area is missing, so the cap of the subsidy cannot be reckoned; enter it first.")
  public static let formulaSilent = RefusalCode(
    "formula-silent", .never, zh: "该地现行文件没有规定居民分担比例或补助上限，系统不代为计算。",
    en: "The rules of this city name no shares or no cap of the subsidy, and the system does not invent them.")
  public static let formulaGoverns = RefusalCode(
    "formula-governs", .never, zh: "该地文件规定了居民分担的算法，自筹金额以测算为准，不另行登记。",
    en: "The rules of this city say how the residents' part is computed; the estimate governs, not a pledge.")
  public static let formulaStated = RefusalCode(
    "formula-stated", .afterCorrection, zh: "该地文件规定了分担比例和补助上限，请按核定决算办理（verify-final-accounts）。",
    en: "The rules of this city have a formula; verify the final accounts instead (verify-final-accounts).")
  public static let estimateMissing = RefusalCode(
    "estimate-missing", .afterCorrection, zh: "尚未测算居民自筹和补助金额，请先测算。",
    en: "What residents and treasury bear has not been computed yet; compute the estimate first.")
  public static let residentsPartMissing = RefusalCode(
    "residents-part-missing", .afterCorrection,
    zh: "尚无可分摊的居民出资金额：请先登记居民自筹资金计划，或由政府确定分担、财政审核预算后再分摊。",
    en: """
      There is no amount of residents' money to divide yet: record what residents pledge to raise, or have the governments' \
      shares fixed or the budget reviewed first.
      """)
  public static let fiscalLevelRepeated = RefusalCode(
    "fiscal-level-repeated", .afterCorrection, zh: "同一层级的财政资金只能填写一次，且金额须大于零。",
    en: "Each level of fiscal money is named once, with an amount above zero.")
  public static let nothingOverfunded = RefusalCode(
    "nothing-overfunded", .never, zh: "测算（或决算）没有超出所需的资金，无需决定其去向。",
    en: "The estimate, or the accounts, leaves no money beyond the need: there is nothing to decide.")
  public static let rollNotHeard = RefusalCode(
    "roll-not-heard", .later, zh: "本服务尚未收到该业主名册，请稍后再试；如长时间如此，请核对名册编号。",
    en: "The owner roll has not arrived here yet; try again shortly, or check its number.")
  public static let rollIncomplete = RefusalCode(
    "roll-incomplete", .later, zh: "业主名册尚未收全（已收 {heard} 户，应为 {units} 户），请稍后再试。",
    en: "The owner roll has not arrived in full ({heard} of {units} units); try again shortly.")
  public static let nobodyPays = RefusalCode(
    "nobody-pays", .afterCorrection, zh: "名册中没有可分摊的面积或户，请核对名册和分摊方式。",
    en: "No unit of the roll has an area or counts as a household to divide by; check the roll and the key.")
  public static let sharesAlreadyFixed = RefusalCode(
    "shares-fixed-before", .never, zh: "该方案和名册的分摊已经确定，金额未变，无需重复办理。",
    en: "The shares of this plan and roll are fixed already and nothing has changed.")
  public static let accountMissing = RefusalCode(
    "account-missing", .afterCorrection, zh: "尚未登记指定账户，请先由乡镇（街道）登记。",
    en: "No designated account has been named; the township or subdistrict registers it first.")
  public static let accountRegisteredBefore = RefusalCode(
    "account-registered-before", .afterCorrection, zh: "已登记指定账户（尾号 {last-four}）；如需更换，请说明原因。",
    en: "An account is named already (ending in {last-four}); to change it, give the reason.")
  public static let depositKnown = RefusalCode(
    "deposit-known", .never, zh: "该笔缴款已登记，不重复计入。", en: "This deposit is recorded already and does not count twice.")
  public static let depositNumberUsed = RefusalCode(
    "deposit-number-used", .afterCorrection, zh: "该银行流水号已登记为另一笔缴款，请核对流水号和金额。",
    en: "This bank number is recorded with another deposit; check number and amount.")
  public static let depositClearsLater = RefusalCode(
    "deposit-clears-later", .afterCorrection, zh: "到账日期晚于登记日期，请到账后再登记。",
    en: "It clears after the day of the record; record it once it has cleared.")
  public static let amountMissing = RefusalCode(
    "amount-missing", .afterCorrection, zh: "金额为零，请填写金额。", en: "The amount is zero; enter the amount.")
  public static let depositUnknown = RefusalCode(
    "deposit-unknown", .afterCorrection, zh: "没有登记过该流水号的缴款，请核对流水号。",
    en: "No deposit with this bank number is recorded; check the number.")
  public static let depositReversedBefore = RefusalCode(
    "deposit-reversed-before", .never, zh: "该笔缴款已登记为退回。", en: "This deposit is recorded as reversed already.")
  public static let disbursementUnknown = RefusalCode(
    "disbursement-unknown", .afterCorrection, zh: "没有找到该笔拨付申请，请核对编号。",
    en: "There is no such payment request; check its number.")
  public static let disbursementNotInState = RefusalCode(
    "disbursement-not-in-state", .afterCorrection, zh: "该笔拨付当前状态为“{state}”，须先完成“{needed}”，不能越过环节。",
    en: "The payment stands at {state}; {needed} comes next, and no step can be skipped.")
  public static let sameHands = RefusalCode(
    "same-hands", .afterCorrection, zh: "申请、复核和审批须由不同的单位和人员办理。",
    en: "Request, check and approval are taken by different organisations and persons.")
  public static let partsRepeated = RefusalCode(
    "parts-repeated", .afterCorrection, zh: "同一资金来源只能填写一次，且金额须大于零。",
    en: "Each fund is named once, with an amount above zero.")
  public static let balanceTooLow = RefusalCode(
    "balance-too-low", .afterCorrection, zh: "该项资金可用余额为 {available} 元，不足以支付 {asked} 元；专项资金不得挪用其他资金补足。",
    en: "This fund has {available} yuan to spend and {asked} are asked for; other funds may not make up for it.")
  public static let bankNumberUsed = RefusalCode(
    "bank-number-used", .afterCorrection, zh: "该银行流水号已用于另一笔支付，请核对。",
    en: "This bank number is recorded with another payment; check it.")
  public static let accountsMissing = RefusalCode(
    "accounts-missing", .afterCorrection, zh: "竣工财务决算尚未核定，请先登记核定结果。",
    en: "The final accounts are not verified yet; record the verification first.")
  public static let accountsVerifiedBefore = RefusalCode(
    "accounts-verified-before", .afterCorrection, zh: "竣工财务决算已核定；如需重新核定，请说明原因。",
    en: "The final accounts are verified already; to verify them again, give the reason.")
  public static let settledBefore = RefusalCode(
    "settled-before", .never, zh: "补助已按核定数清算，不能重复清算或改动决算。",
    en: "The settlement has been computed; it is neither computed again nor are its accounts changed.")
  public static let notSettled = RefusalCode(
    "not-settled", .afterCorrection, zh: "尚未清算，请先按核定的决算清算。",
    en: "There is no settlement yet; settle on the verified accounts first.")
  public static let settlementItemUnknown = RefusalCode(
    "settlement-item-unknown", .afterCorrection, zh: "没有找到该清算项，请核对编号。",
    en: "There is no such settlement item; check its number.")
  public static let settlementItemNotOpen = RefusalCode(
    "settlement-item-not-open", .never, zh: "该清算项已经办理。", en: "This settlement item is decided already.")
  public static let settlementItemNotPayable = RefusalCode(
    "settlement-item-not-payable", .afterCorrection, zh: "只有已批准的退款项可以登记支付。",
    en: "Only an approved refund can be recorded as paid.")
  public static let periodReversed = RefusalCode(
    "period-reversed", .afterCorrection, zh: "期间的起止日期颠倒，或止日晚于登记日期，请核对。",
    en: "The period ends before it begins, or after the day of the record; check the dates.")
  public static let amountRequired = RefusalCode(
    "amount-required", .afterCorrection, zh: "奖励或核减须填写金额；不变的不填。",
    en: "A reward or reduction states its amount; an unchanged subsidy states none.")
  public static let transferUnknown = RefusalCode(
    "transfer-unknown", .afterCorrection, zh: "没有找到该笔财政资金拨付，请核对编号。",
    en: "There is no such transfer of government money; check its number.")
  public static let transferNotInState = RefusalCode(
    "transfer-not-in-state", .afterCorrection, zh: "该笔财政资金当前状态为“{state}”，须先完成“{needed}”，不能越过环节。",
    en: "The transfer stands at {state}; {needed} comes next, and no step can be skipped.")
  public static let transfersNotForeseen = RefusalCode(
    "transfers-not-foreseen", .never, zh: "该地现行文件没有规定市、区财政资金的拨付环节。",
    en: "The rules of this city name no states through which government money is paid.")
  public static let transferNeeded = RefusalCode(
    "transfer-needed", .afterCorrection, zh: "市级和中央、省级资金须按规定环节申请、复核、批准并经国库专户拨付，不能直接登记到账；中央、省级资金另有规定的，请附该规定和说明。",
    en: "The city's, provincial and central money goes through its states and the treasury account; it is not entered as arrived. Where a rule from above says otherwise, add its paper and the reason.")
  public static let upperRuleNotForeseen = RefusalCode(
    "upper-rule-not-foreseen", .afterCorrection,
    zh: "只有中央、省级资金，且本地文件写明上级另有规定从其规定的，才能按上级规定登记到账；请删去该项，或按规定环节办理。",
    en: "Only central and provincial money, and only where the city's rules give way to those from above, is entered by a rule from above; leave it out, or take the city's way.")
  public static let splitSilent = RefusalCode(
    "split-silent", .never, zh: "该地现行文件没有规定市、区财政分担比例，系统不代为计算。",
    en: "The rules of this city name no split between city and district, and the system does not invent one.")
  public static let sharesBelowAsked = RefusalCode(
    "shares-below-asked", .afterCorrection, zh: "市级已申请 {asked} 元，超过重新核定后的市级承担额；请先退回多申请的部分。",
    en: "The city's money applied for, {asked} yuan, exceeds its new part; send back what is too much first.")
  public static let governmentSharesMissing = RefusalCode(
    "government-shares-missing", .afterCorrection, zh: "尚未核定市、区分担额，请先核定。",
    en: "The parts of city and district are not fixed yet; fix them first.")
  public static let levelNotUpper = RefusalCode(
    "level-not-upper", .afterCorrection, zh: "此项意见只针对中央或省级补助资金，请核对资金层级。",
    en: "This opinion is on central or provincial money only; check the level.")
  public static let outsideCostUnknown = RefusalCode(
    "outside-cost-unknown", .afterCorrection, zh: "规则所列的项目外费用中没有这一项，请核对代码。",
    en: "The rules name no such cost outside the project; check its code.")
  public static let outsideCostsFull = RefusalCode(
    "outside-costs-full", .never, zh: "该项目登记的项目外费用已达上限，请合并后登记。",
    en: "As many costs outside the project are recorded as it can hold; record further ones together.")
  public static let hardshipKnown = RefusalCode(
    "hardship-known", .never, zh: "该户已登记为困难家庭。", en: "The household is marked already.")
  public static let instalmentContradicts = RefusalCode(
    "instalment-contradicts", .afterCorrection, zh: "应交户数、已交户数和金额前后不一致，请核对。",
    en: "The units due, the units paid and the amount contradict each other; check them.")
  public static let budgetPartsDiffer = RefusalCode(
    "budget-parts-differ", .afterCorrection, zh: "各资金来源合计 {parts} 元，与审定预算 {amount} 元不符，或同一来源填写了两次，请核对。",
    en: "The sources add up to {parts} yuan and the budget is {amount}, or a source is named twice; check them.")
  public static let formulaApplies = RefusalCode(
    "formula-applies", .never, zh: "本市规定有补助计算办法，请用“核定竣工财务决算”登记。",
    en: "The city's rules compute the subsidy from the final accounts; verify them instead.")
  public static let rewardNotDecided = RefusalCode(
    "reward-not-decided", .afterCorrection, zh: "尚未根据考评结果作出奖励决定，请先登记决定。",
    en: "No reward has been decided in view of the evaluation; record that decision first.")
  public static let rewardExceeded = RefusalCode(
    "reward-exceeded", .afterCorrection, zh: "决定的奖励为 {decided} 元，已付 {paid} 元，本次不能再付 {asked} 元。",
    en: "The reward is {decided} yuan, {paid} of it paid; {asked} more would exceed it.")
}
