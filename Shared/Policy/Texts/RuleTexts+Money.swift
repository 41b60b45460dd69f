import DomainModel

extension RuleTexts {
  /// Shares, subsidy, collection, payment, accounts.
  static let money: [RuleText] = [
    RuleText(
      "funds.in-place", "居民自筹资金按比例到位", "Enough resident money is in place",
      cure: "尚缺 {missing} 元，到账后再办。", "{missing} yuan are missing; try again when they have cleared."),
    RuleText(
      "funding.government-split", "市、区按比例分担政府出资", "City and district share the government’s need",
      cure: "请核对总投资、各类资金和分担比例。", "Check the investment, the other money and the split."),
    RuleText(
      "funding.odd-fen", "零头由区级承担", "The district bears the odd fen",
      cure: "无需处理，按分计算的零头归区级。", "Nothing to do: the fen left over is the district’s."),
    RuleText(
      "funding.sources-within-investment", "业主、社会和中省资金不超过总投资", "Other money stays within the investment",
      cure: "超出 {over} 元，请核对各项资金。", "They exceed it by {over} yuan; check each of them."),
    RuleText(
      "funding.within-city-part", "申请不超过市级承担额", "The application stays within the city’s part",
      cure: "超出 {over} 元，请减少申请额。", "It exceeds the part by {over} yuan; apply for less."),
    RuleText(
      "funding.within-district-money", "市级资金不超过区级已到位资金", "The city pays no more than the district has in place",
      cure: "目前最多可拨 {payable-now} 元；区级资金到位后再拨其余。",
      "At most {payable-now} yuan may be paid now; the rest follows the district’s own money."),
    RuleText(
      "funding.within-upper-grant", "中央、省级资金不超过核定额", "Upper money stays within what was granted",
      cure: "核定额为 {granted} 元，请核对。", "{granted} yuan were granted; check the amount."),
    RuleText(
      "funding.by-city-path", "上级资金按本地规定的环节拨付", "Money from above comes through the city’s states",
      cure: "已按上级规定的方式登记，属例外情形；附有规定文件和说明。",
      "Recorded by a rule from above: an exception, with its paper and reason."),
    RuleText(
      "funding.outside-cost-bearer", "项目外费用由规定的一方承担", "A cost outside the project falls on whom the rules name",
      cure: "请改由 {borne-by} 承担。", "Let {borne-by} bear it."),
    RuleText(
      "funding.contribution-foreseen", "规则鼓励此类捐助", "The rules encourage such a contribution",
      cure: "请核对捐助的种类。", "Check what kind of contribution it is."),
    RuleText(
      "maintenance-fund.first-instalment", "首期维修资金已交齐", "The first maintenance instalment is paid",
      cure: "请组织未交存的业主交存首期维修资金并登记。", "Have the owners pay the first instalment, and record it."),
    RuleText(
      "funding.pledged-total", "承诺总额等于各项之和", "The pledged total is the sum of its parts",
      cure: "总额 {total} 元与各项合计 {sum} 元不符，请核对。", "The total is {total} yuan and its parts come to {sum}; check them."),
    RuleText(
      "funds.remainder-pledged", "其余资金已承诺", "The remainder is pledged",
      cure: "请登记业主的缴款承诺。", "Record the owners’ pledge."),
    RuleText(
      "funds.purpose-allowed", "资金用于规定的用途", "The money keeps to its purpose",
      cure: "请核对用途；专项资金不得挪用。", "Check the purpose; restricted money stays with it."),
    RuleText(
      "funding.subsidy-formula", "补助按公式计算", "The subsidy follows the formula",
      cure: "请核对费用、面积和比例。", "Check costs, area and shares."),
    RuleText(
      "funding.floor-area", "补助面积有依据", "The subsidy’s floor area has a basis",
      cure: "请补充面积依据。", "Add what the area rests on."),
    RuleText(
      "funding.ground-garage", "底层车库按条件计入", "A ground garage counts on its conditions",
      cure: "请核对地上、原未计入、设计计入三个条件。",
      "Check the three conditions: above ground, not counted before, counted in the design."),
    RuleText(
      "funding.collect-excess", "超出补助上限部分由居民承担", "What exceeds the cap falls to the residents",
      cure: "请将超出部分列入居民出资。", "Add it to the residents’ share."),
    RuleText(
      "funding.overfunded", "社会资金未超过所需", "Social capital does not exceed the need",
      cure: "超出的由人工决定如何处理。", "A person decides what becomes of the rest."),
    RuleText(
      "funding.surplus-decided", "超出所需的资金已由人工决定去向", "A person decided what becomes of money beyond the need",
      cure: "请由改造办或财政部门登记决定和理由。", "Let the renovation office or finance record the decision with its reason."),
    RuleText(
      "funding.fiscal-money-in-cap", "计入补助上限的财政资金层级", "The levels of fiscal money that count against the cap",
      cure: "不计入上限的资金超出所需 {unused} 元，由人工决定如何处理。",
      "{unused} yuan of money outside the cap are not needed: a person decides what becomes of them."),
    RuleText(
      "funding.apportionment", "居民出资分摊到户", "The residents’ money is divided",
      cure: "请核对名册面积或户数。", "Check the roll’s areas or households."),
    RuleText(
      "funding.apportionment-key", "分摊方式可供选择", "The key is one that may be chosen",
      cure: "请在资金筹集方案中改用允许的分摊方式。", "Let the fund-raising plan name a key that is allowed."),
    RuleText(
      "funding.apportionment-left-to-plan", "分摊方式由方案自行选定", "How it is divided is the plan’s own choice",
      cure: "文件未规定分摊方式，以居民商定的资金筹集方案为准。",
      "The document names no key: the fund-raising plan on which residents agreed decides."),
    RuleText(
      "funding.designated-account", "资金进入指定账户", "The money goes to the designated account",
      cure: "请登记街道指定的账户。", "Register the account that the subdistrict names."),
    RuleText(
      "funding.in-place-ratio", "到位比例已算出", "The ratio in place is known",
      cure: "请先登记估算和到账。", "Record the estimate and the deposits first."),
    RuleText(
      "funding.within-contract-sum", "拨付不超过合同价", "Payments stay within the contract sum",
      cure: "请核对合同价和已拨金额。", "Check the contract sum and what was paid."),
    RuleText(
      "funding.within-progress", "拨付不超过进度", "Payments stay within the progress",
      cure: "请先登记工程进度，或减少申请金额。", "Record the progress first, or ask for less."),
    RuleText(
      "funding.process-audit", "过程审计已登记", "The process audit is recorded",
      cure: "请登记审计结果和整改。", "Record the audit and what was put right."),
    RuleText(
      "funding.true-up", "决算与估算的差额按规定处理", "The difference to the estimate is settled",
      cure: "请按决算重新核定并报批。", "Compute again from the accounts and have it approved."),
    RuleText(
      "funding.evaluation-effect", "后评估结果与资金挂钩", "The evaluation’s effect on the money",
      cure: "由有权单位结合评估结果决定。", "A person decides with the result before them."),
    RuleText(
      "budget.reviewed", "工程预算已经财政审核", "Finance reviewed the budget",
      cure: "请将工程预算报财政部门审核。", "Submit the budget to finance for review."),
    RuleText(
      "budget.within-plan", "审定预算不超过方案投资", "The reviewed budget is within the plan’s investment",
      cure: "请核对预算和方案的投资额。", "Compare the budget with the plan’s investment."),
    RuleText(
      "accounts.within-budget", "决算不超过审定预算", "The final accounts are within the reviewed budget",
      cure: "请说明超出的原因。", "Explain what exceeds it."),
    RuleText(
      "accounts.verified", "竣工财务决算已核定", "The final accounts are verified",
      cure: "先核定竣工财务决算。", "Have the final accounts verified first."),
    RuleText(
      "subsidy.start-in-scope", "开工时间在补助政策范围内", "Started in the time the subsidy covers",
      cure: "不在范围内的，由改造办或财政说明理由后办理。", "Otherwise the renovation office or finance may go past it with a reason."),
  ]
}
