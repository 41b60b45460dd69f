#!/usr/bin/env python3
"""Makes the sample files of this folder: an invented community of Ziyang, the same on every run.

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
random.seed(512000)


# ---- the roll: 4 buildings, 240 units -------------------------------------------------------------------------------
buildings = [("b-1", 60), ("b-2", 60), ("b-3", 54), ("b-4", 66)]
surnames = "李王张刘陈杨赵黄周吴徐孙胡朱高林"
given = ["建国", "丽华", "晓东", "秀英", "志强", "美珍", "海燕", "国平", "雪梅", "永康", "小红", "文斌", "素芬", "一鸣", "玉兰", "伟民"]
people = People("p-zy", "1390832", surnames, given)

units = []
for building, count in buildings:
    for place in range(count):
        room = f"{building[2:]}栋{place // 12 + 1}单元{place % 12 // 2 + 1}0{place % 2 + 1}室"
        area = random.choice([4880, 5320, 6150, 6720, 7340, 8060, 8890]) + random.randrange(0, 60)
        units.append({"unit": f"u-{building[2:]}-{place + 1:03d}", "building": building, "room": room, "area": area, "owners": []})

# Eight owners hold two units each, so 232 owners are asked.
first, second = units[10:18], units[150:158]
seconds = {u["unit"] for u in second}


for unit in units:
    if unit["unit"] not in seconds:
        unit["owners"] = [people.another()]
for one, other in zip(first, second):
    other["owners"] = list(one["owners"])

with here.rows("roll.csv", ROLL, "utf-8-sig") as out:
    for unit in units:
        name, number, phone = people[unit["owners"][0]]
        out.writerow([
            unit["unit"], unit["building"], unit["room"], decimal(unit["area"]), "登记", "住宅", unit["owners"][0], name, number,
            phone, "否", "是",
        ])

# ---- ballots: 154 of 232 owners agree, one short of two thirds ------------------------------------------------------
heads = {}
for unit in units:
    heads.setdefault(unit["owners"][0], []).append(unit)
order = list(heads.values())
days = ["2021-02-01", "2021-02-02", "2021-02-03", "2021-02-05"]
rows = []
for place, group in enumerate(order[:205]):
    opinion = "同意" if place < 154 else "空白" if place < 166 else "不同意"
    for unit in group:
        number = len(rows) + 1
        rows.append([
            f"w1-{number:04d}", unit["unit"], unit["owners"][0], opinion, ["纸质", "现场", "线上"][number % 3],
            days[number % len(days)],
        ])
with here.rows("ballots-willingness.csv", BALLOTS) as out:
    out.writerows(rows)

# ---- the plan's costs: 18.9 million, of which the governments need 18.0 million ----------------------------------------
lines = [
    ("Z1-1", "fire-facilities", "basic", 96_000_000), ("Z1-3", "unauthorised-building", "basic", 34_000_000),
    ("Z1-5", "power", "basic", 178_000_000), ("Z1-6", "low-voltage", "basic", 92_000_000),
    ("Z1-7", "drainage-water", "basic", 428_000_000), ("Z1-8", "gas", "basic", 147_000_000),
    ("Z1-9", "road", "basic", 263_000_000), ("Z1-10", "outdoor-lighting", "basic", 52_000_000),
    ("Z2-1", "greening", "improvement", 88_000_000), ("Z2-3", "parking-management", "improvement", 71_000_000),
    ("Z2-5", "building-fabric", "improvement", 196_000_000), ("Z2-6", "convenience", "improvement", 45_000_000),
    ("Z3-5", "elderly-care", "enhancement", 60_000_000),
]
other, contingency = 90_000_000, 50_000_000
assert sum(f for *_, f in lines) + other + contingency == 1_890_000_000
json.dump(
    {
        "lines": [
            {"code": c, "key": k, "tier": t, "engineeringCost": decimal(f), "isExcluded": False} for c, k, t, f in lines
        ],
        "sharedCosts": {"other": decimal(other), "contingency": decimal(contingency)},
    },
    open(here.file("costs.json"), "w", encoding="utf-8"), ensure_ascii=False, indent=2,
)

# ---- deposits: owners pay 600,000 by what each really bears; 240 units of 2,500 yuan ------------------------------------
with here.rows("deposits.csv", DEPOSITS, "gb18030") as out:
    for index, unit in enumerate(units):
        kind = "公共收益" if index % 60 == 7 else "维修资金" if index % 41 == 5 else "个人出资"
        out.writerow([
            f"CCB2021{index + 1:06d}", ["2021-06-01", "2021-06-03", "2021-06-08"][index % 3], "2500.00", unit["unit"], kind,
        ])

# ---- the survey's buildings, and the questionnaires ---------------------------------------------------------------------
with here.rows("buildings.csv", BUILDINGS) as out:
    for place, (building, count) in enumerate(buildings):
        own = sum(u["area"] for u in units if u["building"] == building)
        permit = own * 107 // 100  # with shared parts
        out.writerow([building, [1992, 1995, 1998, 2000][place], (count + 11) // 12, count, decimal(permit), decimal(permit)])

with here.rows("questionnaires.csv", ["编号", "性别", "年龄段", "文化程度", "了解程度", "是否涉及改造", "改造方面", "改善程度", "满意度"]) as out:
    for number in range(1, 91):
        out.writerow([
            f"q-{number:04d}", "男" if number % 2 else "女",
            ["20岁及以下", "21-35岁", "36-45岁", "46-60岁", "60周岁以上"][number % 5],
            ["初中及以下", "高中/中专", "大专", "本科", "硕士及以上"][number % 5],
            ["不了解", "了解一点", "基本了解", "非常了解"][number % 4], "是", "管线;小区道路;小区绿化",
            ["较原来提高很多", "较原来有一点提高", "跟原来差不多", "比原来差"][0 if number % 3 else 1 if number % 4 else 2],
            ["非常满意", "基本满意", "一般", "不满意"][0 if number % 3 else 1 if number % 6 else 2],
        ])

print(f"units {len(units)}, heads {len(heads)}, area {decimal(sum(u['area'] for u in units))} m2, ballots {len(rows)}")
