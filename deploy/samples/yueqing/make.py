#!/usr/bin/env python3
"""Makes the sample files of this folder: an invented community of Yueqing, the same on every run.

Nothing here is about real people: names are drawn from lists, ids and telephone numbers are made up. Run it again after a
change and commit what it writes. Money is in fen and areas in hundredths of a square metre until they are written.
"""
import json
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from invented import BALLOTS, BUILDINGS, DEPOSITS, ROLL, Folder, People, decimal  # noqa: E402

here = Folder(__file__)
random.seed(330382)

# ---- the roll: 6 buildings, 380 units -------------------------------------------------------------------------------
buildings = [("b-1", 64), ("b-2", 64), ("b-3", 60), ("b-4", 60), ("b-5", 66), ("b-6", 66)]
surnames = "陈林王张黄李吴郑叶周徐朱金潘赵胡"
given = ["建国", "丽华", "晓东", "秀英", "志强", "美珍", "海燕", "国平", "雪梅", "永康", "小红", "文斌", "素芬", "一鸣", "玉兰", "伟民"]
people = People("p-hp", "1380577", surnames, given)

units = []
for building, count in buildings:
    for place in range(count):
        stairwell, flat = place // 12 + 1, place % 12
        room = f"{building[2:]}幢{stairwell}单元{flat // 2 + 1}0{flat % 2 + 1}室"
        area = random.choice([5210, 5846, 6415, 6880, 7234, 7832, 8460, 9175, 10350]) + random.randrange(0, 60)
        units.append({"unit": f"u-{building[2:]}-{place + 1:03d}", "building": building, "room": room, "area": area, "owners": [], "unsold": False})

# Three units were never sold; twelve owners hold two units; twenty units have two co-owners.
for unit in units[-3:]:
    unit["unsold"] = True
sold = units[:-3]
double_first, double_second = sold[40:52], sold[200:212]
seconds = {id(u) for u in double_second}


for index, unit in enumerate(sold):
    if id(unit) in seconds:
        continue
    unit["owners"] = [people.another()]
    if 100 <= index < 120:
        unit["owners"].append(people.another())
for first, second in zip(double_first, double_second):
    second["owners"] = list(first["owners"])

with here.rows("roll.csv", ROLL, "utf-8-sig") as out:
    for unit in units:
        # One line for each co-owner; a unit that was never sold has one line without an owner.
        for key in unit["owners"] or [None]:
            name, number, phone = people[key] if key else ("", "", "")
            out.writerow([
                unit["unit"], unit["building"], unit["room"], decimal(unit["area"]), "登记", "住宅", key or "", name, number, phone,
                "否" if key else "是", "是",
            ])

# ---- ballots --------------------------------------------------------------------------------------------------------
heads = {}
for unit in sold:
    heads.setdefault(tuple(sorted(unit["owners"])), []).append(unit)
order = sorted(heads.values(), key=lambda group: group[0]["unit"])


def ballots(name, prefix, taking_part, agreeing, days, blanks=0):
    """`agreeing` of the first `taking_part` heads agree with all their units; of the others `blanks` leave it blank."""
    rows = []
    # Those with the larger homes agree, so that it is the heads and not the area that decide the close round.
    groups = sorted(order[:taking_part], key=lambda group: -sum(u["area"] for u in group))
    agreed = sum(u["area"] for g in groups[:agreeing] for u in g)
    part = sum(u["area"] for g in groups for u in g)
    print(f"{name}: heads {agreeing}/{taking_part}, area {decimal(agreed)}/{decimal(part)}")
    for place, group in enumerate(groups):
        opinion = "同意" if place < agreeing else "空白" if place < agreeing + blanks else "不同意"
        for unit in group:
            number = len(rows) + 1
            rows.append([
                f"{prefix}{number:04d}", unit["unit"], unit["owners"][0], opinion,
                ["纸质", "现场", "线上"][number % 3], days[number % len(days)],
            ])
    with here.rows(name, BALLOTS) as out:
        out.writerows(rows)


# 300 heads take part; three quarters are 225: the first round is one head short.
ballots("ballots-willingness-1.csv", "w1-", 300, 224, ["2024-02-19", "2024-02-20", "2024-02-21"])
ballots("ballots-willingness-2.csv", "w2-", 320, 262, ["2024-03-04", "2024-03-05", "2024-03-06"], blanks=6)
ballots("ballots-plan.csv", "p1-", 340, 291, ["2024-04-26", "2024-04-28", "2024-04-29", "2024-04-30"], blanks=9)

# ---- the plan's costs -----------------------------------------------------------------------------------------------
lines = [
    ("A1.1", "roof-leak", "basic", 68_000_000), ("A1.2", "wall-leak", "basic", 54_500_000),
    ("A1.3", "facade-tidy", "basic", 121_300_000), ("A1.5", "common-areas", "basic", 33_200_000),
    ("B1.1", "road", "basic", 88_600_000), ("B1.3", "surface-parking", "basic", 26_400_000),
    ("B1.5", "ev-charging", "basic", 18_000_000), ("C1.1", "drainage-water", "basic", 142_750_000),
    ("C1.2", "power-lowvolt", "basic", 61_900_000), ("C1.4", "fire-facilities", "basic", 39_350_000),
    ("D1.1", "waste-sorting", "basic", 14_200_000), ("D1.2", "greening", "basic", 31_800_000),
    ("C2.1", "telecom-network", "improvement", 47_600_000), ("D2.2", "landscape", "improvement", 38_400_000),
    ("E2.1", "care-rooms", "improvement", 24_000_000), ("B3.1", "smart-parking", "enhancement", 16_500_000),
    ("C3.2", "fire-smart", "enhancement", 13_500_000), ("E3.1", "lift", "enhancement", 120_000_000),
]


other, contingency = 56_000_000, 42_000_000
with here.rows("costs.csv", ["编码", "标识", "类别", "工程费用", "不计入总投资"]) as out:
    for code, key, tier, fen in lines:
        out.writerow([code, key, {"basic": "基础类", "improvement": "完善类", "enhancement": "提升类"}[tier], decimal(fen), "是" if key == "lift" else "否"])
json.dump(
    {
        "lines": [
            {"code": c, "key": k, "tier": t, "engineeringCost": decimal(f), "isExcluded": k == "lift"} for c, k, t, f in lines
        ],
        "sharedCosts": {"other": decimal(other), "contingency": decimal(contingency)},
    },
    open(here.file("costs.json"), "w", encoding="utf-8"), ensure_ascii=False, indent=2,
)

# ---- deposits: what each unit owes by area, as the services will compute it -----------------------------------------
weights = {"basic": 10, "improvement": 30, "enhancement": 70}
counted = [(t, f) for _, k, t, f in lines if k != "lift"]
engineering = sum(f for _, f in counted)
total = engineering + other + contingency
numerator = sum(weights[t] * f for t, f in counted) * total
denominator = 100 * engineering
resident = (2 * numerator + denominator) // (2 * denominator)  # half up
areas = [u["area"] for u in units]
whole = sum(areas)
shares = [resident * a // whole for a in areas]
rest = sorted(range(len(units)), key=lambda i: (-(resident * areas[i] % whole), i))
for i in rest[: resident - sum(shares)]:
    shares[i] += 1
assert sum(shares) == resident

# The first statement leaves out a ten-thousandth of the whole, which the last payer still owes.
short = resident // 10_000
first_day, rows = ["2024-03-25", "2024-04-02", "2024-04-19", "2024-05-06"], []
for index, (unit, fen) in enumerate(zip(units, shares)):
    amount = fen - short if index == 0 else fen
    kind = "单位捐资" if unit["unsold"] else "维修资金" if index % 37 == 5 else "个人出资"
    rows.append([f"ICBC2024{index + 1:06d}", first_day[index % 4], decimal(amount), unit["unit"], kind])
for name, part in (("deposits-1.csv", rows), ("deposits-2.csv", [["ICBC2024000999", "2024-05-16", decimal(short), units[0]["unit"], "个人出资"]])):
    with here.rows(name, DEPOSITS, "gb18030") as out:
        out.writerows(part)

# ---- the survey's buildings, and the questionnaires -----------------------------------------------------------------
with here.rows("buildings.csv", BUILDINGS) as out:
    for place, (building, count) in enumerate(buildings):
        own = sum(u["area"] for u in units if u["building"] == building)
        permit = own * 108 // 100  # with shared parts
        out.writerow([building, 1994 + place % 4, (count + 11) // 12, count, decimal(permit), decimal(permit if place else permit - 1250)])

with here.rows("questionnaires.csv", ["编号", "性别", "年龄段", "文化程度", "了解程度", "是否涉及改造", "改造方面", "改善程度", "满意度"]) as out:
    for number in range(1, 121):
        involved = number % 20 != 0
        out.writerow([
            f"q-{number:04d}", "男" if number % 2 else "女",
            ["20岁及以下", "21-35岁", "36-45岁", "46-60岁", "60周岁以上"][number % 5],
            ["初中及以下", "高中/中专", "大专", "本科", "硕士及以上"][number % 5],
            ["不了解", "了解一点", "基本了解", "非常了解"][number % 4], "是" if involved else "不是",
            "管线;小区道路;小区绿化" if involved else "",
            ["较原来提高很多", "较原来有一点提高", "跟原来差不多", "比原来差"][0 if number % 3 else 1 if number % 4 else 2] if involved else "",
            ["非常满意", "基本满意", "一般", "不满意"][0 if number % 3 else 1 if number % 6 else 2],
        ])

print(f"units {len(units)}, heads {len(heads) + 1}, area {decimal(whole)} m2, total {decimal(total)}, residents {decimal(resident)}, short {decimal(short)}")
