#!/usr/bin/env python3
"""Makes the sample files of this folder: an invented community of Wenzhou, the same on every run.

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
random.seed(330302)


# ---- the roll: 5 buildings, 300 homes that are households and 6 garages that are not --------------------------------
buildings = [("b-1", 60, 1998), ("b-2", 60, 1998), ("b-3", 60, 2000), ("b-4", 60, 2000), ("b-5", 60, 2000)]
surnames = "陈林王张黄李吴郑叶周徐朱金潘赵胡"
given = ["建国", "丽华", "晓东", "秀英", "志强", "美珍", "海燕", "国平", "雪梅", "永康", "小红", "文斌", "素芬", "一鸣", "玉兰", "伟民"]
people = People("p-jx", "1380588", surnames, given)
units = []


for building, count, _ in buildings:
    for place in range(count):
        room = f"{building[2:]}幢{place // 12 + 1}单元{place % 12 // 2 + 1}0{place % 2 + 1}室"
        area = random.choice([4860, 5420, 6135, 6780, 7245, 7810, 8360, 9020]) + random.randrange(0, 60)
        units.append({"unit": f"u-{building[2:]}-{place + 1:03d}", "building": building, "room": room, "area": area, "owners": [people.another()], "home": True})
# Eight owners have two homes: by households they are two, by owners one.
for first, second in zip(units[30:38], units[150:158]):
    second["owners"] = list(first["owners"])
for place in range(6):
    owner = units[place * 10]["owners"]
    units.append({"unit": f"g-{place + 1:02d}", "building": "b-1", "room": f"车库{place + 1}号", "area": 1860, "owners": list(owner), "home": False})

here.table(
    "roll.csv",
    ROLL,
    [
        [
            u["unit"], u["building"], u["room"], decimal(u["area"]), "登记", "住宅" if u["home"] else "车库", key, *people[key],
            "否", "是" if u["home"] else "否",
        ]
        for u in units for key in u["owners"]
    ],
    encoding="utf-8-sig",
)

# ---- ballots: one form for each household; homes with more area agree, so that households decide the close round -----
homes = sorted((u for u in units if u["home"]), key=lambda u: (-u["area"], u["unit"]))
garages = [u for u in units if not u["home"]]
total_area, total_homes = sum(u["area"] for u in units), len(homes)


def ballots(name, prefix, agreeing, disagreeing, blank, days, with_garages=True):
    opinions = ["同意"] * agreeing + ["不同意"] * disagreeing + ["空白"] * blank
    said = list(zip(homes, opinions)) + [(g, "同意") for g in garages if with_garages]
    area = {word: sum(u["area"] for u, said_word in said if said_word == word) for word in ("同意", "不同意", "空白")}
    print(f"{name}: households {agreeing}+{blank} of {total_homes}, area {decimal(area['同意'])}+{decimal(area['空白'])} of {decimal(total_area)}")
    here.table(
        name, BALLOTS,
        [
            [f"{prefix}{n:04d}", u["unit"], u["owners"][0], word, ["纸质", "现场", "线上"][n % 3], days[n % len(days)]]
            for n, (u, word) in enumerate(said, 1)
        ],
    )


# Two thirds of 300 households are 200: the first round is one household short, though its area is enough.
ballots("ballots-willingness-1.csv", "w1-", 199, 58, 0, ["2024-04-09", "2024-04-10", "2024-04-11"])
# In the second the forms without an opinion decide: 190 are too few, and 30 blanks follow the majority.
ballots("ballots-willingness-2.csv", "w2-", 190, 45, 30, ["2024-04-23", "2024-04-24", "2024-04-25"])
ballots("ballots-plan.csv", "p1-", 232, 41, 9, ["2024-07-02", "2024-07-03", "2024-07-04"])

# ---- the plan's costs, by Wenzhou's own codes -------------------------------------------------------------------------
lines = [
    ("A1.1", "roof-leak", "basic", 62_400_000), ("A1.2", "wall-leak", "basic", 48_300_000),
    ("A1.3", "facade-tidy", "basic", 70_500_000), ("B1.1", "road", "basic", 81_200_000),
    ("B1.3", "surface-parking", "basic", 19_800_000), ("C1.1", "drainage-water", "basic", 131_600_000),
    ("C1.2", "power-lowvolt", "basic", 54_700_000), ("C1.4", "fire-facilities", "basic", 36_900_000),
    ("D1.1", "waste-sorting", "basic", 13_600_000), ("D1.2", "greening", "basic", 22_500_000),
    ("F1.3", "longterm-mech", "basic", 0),
    ("A2.1", "facade-image", "improvement", 58_000_000), ("B2.1", "ev-charging", "improvement", 16_400_000),
    ("E2.1", "elderly-kids-ground", "improvement", 27_300_000), ("C3.2", "fire-smart", "enhancement", 12_800_000),
    ("E3.1", "care-rooms", "enhancement", 31_000_000),
]
here.table(
    "costs.csv", ["编码", "标识", "类别", "工程费用"],
    [[c, k, {"basic": "基础类", "improvement": "完善类", "enhancement": "提升类"}[t], decimal(f)] for c, k, t, f in lines],
)
other, contingency = 49_000_000, 36_000_000
json.dump(
    {
        "lines": [
            {"code": c, "key": k, "tier": t, "engineeringCost": decimal(f), "isExcluded": False} for c, k, t, f in lines
        ],
        "sharedCosts": {"other": decimal(other), "contingency": decimal(contingency)},
    },
    open(here.file("costs.json"), "w", encoding="utf-8"), ensure_ascii=False, indent=2,
)

# ---- the pledge of 1,200,000.00 in its five parts, and the deposits around its two bounds ---------------------------
parts = {"residents": 96_000_000, "housingReformFund": 12_000_000, "managementFund": 6_000_000, "donations": 4_000_000, "other": 2_000_000}
pledged = sum(parts.values())
assert pledged == 120_000_000
json.dump(
    {"total": decimal(pledged), "parts": {name: decimal(fen) for name, fen in parts.items()}},
    open(here.file("pledge.json"), "w", encoding="utf-8"), ensure_ascii=False, indent=2,
)

first_personal = 107_999_999 - 12_000_000 - 6_000_000 - 4_000_000  # one fen below nine tenths with the funds
weights = [u["area"] for u in homes]
whole = sum(weights)


def divided(fen):
    shares = [fen * w // whole for w in weights]
    for i in sorted(range(len(homes)), key=lambda i: (-(fen * weights[i] % whole), i))[: fen - sum(shares)]:
        shares[i] += 1
    assert sum(shares) == fen
    return shares


header, number = DEPOSITS, 0


def row(day, fen, unit, source):
    global number
    number += 1
    return [f"WZCB2024{number:06d}", day, decimal(fen), unit, source]


days = ["2024-08-12", "2024-09-03", "2024-09-25", "2024-10-11"]
statements = [
    [row(days[i % 4], fen, u["unit"], "个人出资") for i, (u, fen) in enumerate(zip(homes, divided(first_personal)))]
    + [row("2024-10-11", 12_000_000, "", "房改房维修资金"), row("2024-10-11", 6_000_000, "", "维修资金"), row("2024-10-11", 4_000_000, "", "社会捐赠")],
    [row("2024-10-16", 1, homes[0]["unit"], "个人出资")],
    [
        row(["2024-12-20", "2025-01-10", "2025-02-18"][i % 3], fen, u["unit"], "个人出资")
        for i, (u, fen) in enumerate(zip(homes, divided(96_000_000 - first_personal - 2))) if fen
    ] + [row("2025-02-18", 2_000_000, "", "其他改造资金")],
    [row("2025-02-25", 1, homes[0]["unit"], "个人出资")],
]
sums, running = [], 0
for place, part in enumerate(statements, 1):
    here.table(f"deposits-{place}.csv", header, part, encoding="gb18030")
    running += sum(int(r[2].replace(".", "")) for r in part)
    sums.append(decimal(running))
assert sums == ["1079999.99", "1080000.00", "1199999.99", "1200000.00"], sums

# ---- the survey's buildings, and the questionnaires -----------------------------------------------------------------
survey = []
for building, count, year in buildings:
    own = sum(u["area"] for u in units if u["building"] == building)
    survey.append([building, year, (count + 11) // 12, count, decimal(own * 108 // 100), decimal(own * 108 // 100)])
here.table("buildings.csv", BUILDINGS, survey)

questionnaires = []
for n in range(1, 101):
    involved = n % 20 != 0
    questionnaires.append([
        f"wq-{n:04d}", "男" if n % 2 else "女", 60 if n % 10 == 3 else 61 if n % 10 == 7 else 20 + n % 40,
        ["初中及以下", "高中/中专", "大专", "本科", "硕士及以上"][n % 5], ["不了解", "了解一点", "基本了解", "非常了解"][n % 4],
        "是" if involved else "不是", "管线;小区道路;小区绿化" if involved else "小区道路",
        ["较原来提高很多", "较原来有一点提高", "跟原来差不多"][0 if n % 3 else 1 if n % 4 else 2],
        ["非常满意", "基本满意", "一般"][0 if n % 3 else 1 if n % 6 else 2],
    ])
here.table("questionnaires.csv", ["编号", "性别", "年龄", "文化程度", "了解程度", "是否涉及改造", "改造方面", "改善程度", "满意度"], questionnaires)

print(f"units {len(units)}, households {total_homes}, area {decimal(total_area)} m2, pledged {decimal(pledged)}, works {decimal(sum(f for *_, f in lines) + other + contingency)}")
