#!/usr/bin/env python3
"""Makes the sample files of this folder: an invented community of an invented county of Sichuan, the same on every run.

Nothing here is about real people or a real place: division 519901 does not exist, names are drawn from lists, ids and
telephone numbers are made up. Run it again after a change and commit what it writes. Money is in fen and areas in
hundredths of a square metre until they are written.
"""
import json
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from invented import BALLOTS, BUILDINGS, ROLL, Folder, People, decimal  # noqa: E402

here = Folder(__file__)
random.seed(519901)


# ---- the roll: 3 buildings, 96 units, 90 heads ----------------------------------------------------------------------
buildings = [("b-1", 36), ("b-2", 36), ("b-3", 24)]
surnames = "杨何罗邓唐冯曾蒋谢彭"
given = ["蓉生", "桂芳", "成林", "玉珍", "川明", "素琼", "朝阳", "淑华", "光荣", "雪莲"]
people = People("p-qj", "1390000", surnames, given, first=0)
units = []


for building, count in buildings:
    for place in range(count):
        stairwell, flat = place // 12 + 1, place % 12
        units.append({
            "unit": f"u-{building[2:]}-{place + 1:03d}", "building": building,
            "room": f"{building[2:]}幢{stairwell}单元{flat // 2 + 1}0{flat % 2 + 1}室",
            "area": random.choice([4620, 5230, 5875, 6310, 7045, 8120]) + random.randrange(0, 60), "owners": [],
        })

# Two units were never sold: one head together. Five owners hold two units each; four units have two co-owners.
sold, unsold = units[:-2], units[-2:]
seconds = sold[60:65]
for index, unit in enumerate(sold):
    if 60 <= index < 65:
        continue
    unit["owners"] = [people.another()] + ([people.another()] if 30 <= index < 34 else [])
for first, second in zip(sold[10:15], seconds):
    second["owners"] = list(first["owners"])

rows = []
for unit in units:
    for key in unit["owners"] or [None]:
        name, number, phone = people[key] if key else ("", "", "")
        rows.append([
            unit["unit"], unit["building"], unit["room"], decimal(unit["area"]), "登记", "住宅", key or "", name, number, phone,
            "否" if key else "是", "是",
        ])
here.table(
    "roll.csv",
    ROLL, rows, "utf-8-sig")

# ---- ballots: two thirds of all 90 heads are 60 ---------------------------------------------------------------------
heads = {}
for unit in sold:
    heads.setdefault(tuple(sorted(unit["owners"])), []).append(unit)
groups = sorted(heads.values(), key=lambda group: -sum(u["area"] for u in group))
total_heads, total_area = len(groups) + 1, sum(u["area"] for u in units)


def ballots(name, prefix, agreeing, refusing, days):
    """The owners with the most area agree, so that the area is ample and it is the heads that decide."""
    rows = []
    for place, group in enumerate(groups[: agreeing + refusing]):
        for unit in group:
            number = len(rows) + 1
            rows.append([
                f"{prefix}{number:04d}", unit["unit"], unit["owners"][0], "同意" if place < agreeing else "不同意",
                ["纸质", "现场", "线上"][number % 3], days[number % len(days)],
            ])
    here.table(name, BALLOTS, rows)
    area = sum(u["area"] for g in groups[:agreeing] for u in g)
    print(f"{name}: heads {agreeing}/{total_heads}, area {decimal(area)}/{decimal(total_area)}")


ballots("ballots-1.csv", "w1-", 59, 20, ["2021-03-01", "2021-03-02", "2021-03-03"])
ballots("ballots-2.csv", "w2-", 64, 15, ["2021-03-08", "2021-03-09", "2021-03-10"])

# ---- the plan's versions: preliminary, detailed, after the second round, after the joint review ---------------------
# The workflow has no catalogue: codes and keys are the locality's own; only the three tiers are the document's.
works = [
    ("Q1.1", "roof-leak", "basic", 41_200_000), ("Q1.2", "drainage-water", "basic", 86_500_000),
    ("Q1.3", "power-lowvolt", "basic", 38_900_000), ("Q1.4", "road", "basic", 52_300_000),
    ("Q1.5", "fire-facilities", "basic", 21_700_000), ("Q2.1", "surface-parking", "improvement", 17_400_000),
    ("Q2.2", "greening", "improvement", 12_600_000), ("Q3.1", "care-rooms", "enhancement", 15_000_000),
]


def plan(number, lines, other, contingency):
    with open(here.file(f"plan-{number}.json"), "w", encoding="utf-8") as file:
        json.dump(
            {
                "lines": [
                    {"code": c, "key": k, "tier": t, "engineeringCost": decimal(f), "isExcluded": False}
                    for c, k, t, f in lines
                ],
                "sharedCosts": {"other": decimal(other), "contingency": decimal(contingency)},
            },
            file, ensure_ascii=False, indent=2)
    print(f"plan-{number}.json: {decimal(sum(f for *_, f in lines) + other + contingency)}")


taken_up = works + [("Q2.3", "bicycle-shed", "improvement", 6_800_000)]
lit = taken_up + [("Q1.6", "outdoor-lighting", "basic", 4_200_000)]
plan(1, works, 18_000_000, 14_000_000)
plan(2, taken_up, 18_500_000, 14_300_000)
plan(3, lit, 18_800_000, 14_600_000)
plan(4, [(c, k, t, f + (2_100_000 if k == "fire-facilities" else 0)) for c, k, t, f in lit], 18_800_000, 14_600_000)

# ---- what residents said in the two rounds, with subject and answer -------------------------------------------------
said = {
    1: [
        ("希望增设非机动车棚", "现场", "works", "adopted", ""), ("雨污管网应优先施工", "书面", "works", "adopted", ""),
        ("提升类项目可否缓做", "线上", "money", "partly", "养老用房保留，规模缩减"),
        ("各户出资应按面积计算", "书面", "money", "explained", "分摊方案第二轮公示，按专有面积计算"),
        ("无物业，谁来管护", "现场", "management", "adopted", ""),
        ("施工时间应避开午休", "现场", "construction", "adopted", ""),
        ("希望每层加装扶手", "线上", "works", "explained", "现有扶手检测合格，本期不更换"),
    ],
    2: [
        ("3幢东侧夜间太暗", "现场", "works", "adopted", ""), ("车棚遮挡一楼采光", "书面", "works", "partly", "车棚后移两米，降低檐口"),
        ("停车位应先满足本小区", "线上", "management", "explained", "联席会议成立后由管理规约确定"),
    ],
}
channels = {"现场": "oral", "书面": "written", "线上": "online"}
for number, comments in said.items():
    here.table(
        f"comments-{number}.csv", ["业主编号", "意见", "渠道", "分类", "答复", "理由"],
        [
            [sold[number * 7 + place]["owners"][0], text, channels[channel], subject, answer, reason]
            for place, (text, channel, subject, answer, reason) in enumerate(comments)
        ])

# ---- the survey's buildings, and the questionnaires -----------------------------------------------------------------
rows = []
for place, (building, count) in enumerate(buildings):
    area = sum(u["area"] for u in units if u["building"] == building) * 107 // 100  # with shared parts
    rows.append([building, 1991 + place * 2, (count + 11) // 12, count, decimal(area), decimal(area)])
here.table("buildings.csv", BUILDINGS, rows)

rows = []
for number in range(1, 61):
    rows.append([
        f"q-{number:04d}", "男" if number % 2 else "女", ["21-35岁", "36-45岁", "46-60岁", "60周岁以上"][number % 4],
        ["初中及以下", "高中/中专", "大专", "本科"][number % 4], ["了解一点", "基本了解", "非常了解"][number % 3], "是",
        "管线;小区道路", ["较原来提高很多", "较原来有一点提高", "跟原来差不多"][0 if number % 3 else 1 if number % 2 else 2],
        ["非常满意", "基本满意", "一般"][0 if number % 3 else 1 if number % 2 else 2],
    ])
here.table("questionnaires.csv", ["编号", "性别", "年龄段", "文化程度", "了解程度", "是否涉及改造", "改造方面", "改善程度", "满意度"], rows)

assert total_heads == 90, total_heads
print(f"units {len(units)}, heads {total_heads}, area {decimal(total_area)} m2")
