#!/usr/bin/env python3
"""Makes the sample files of this folder: an invented pilot community of Tiexi, the same on every run.

Nothing here is about real people or places. It is drawn by the same hand as the programme of 24 communities beside it; run it
again after a change and commit what it writes.
"""
import csv
import json
import os
import random
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "programme"))
from make import INCIDENTS, community, spread, yuan  # noqa: E402

draw = random.Random(220302)
households = [64, 60, 64, 68, 60, 64]
areas = spread(30_042_15, [count * draw.randrange(7000, 8900) for count in households])
sample = community(
    25, "松园", "样例街道", list(zip(households, areas)), True, INCIDENTS + ["lift-without-test", "link-early"], "handed-over", draw)
sample["structures"] = 7
sample["members"], sample["representatives"] = 0, 9
with open(os.path.join(here, "community.json"), "w", encoding="utf-8") as file:
    json.dump(sample, file, ensure_ascii=False, indent=1)
    file.write("\n")

# The residents' money, household by household, as the bank's statement has it; the other payers in one transfer each.
amounts = {part["source"]: int(part["amount"].replace(".", "")) for part in sample["sources"]}
rows = []
units = [f"u-{place}-{number:03d}" for place, count in enumerate(households, 1) for number in range(1, count + 1)]
for number, (unit, amount) in enumerate(zip(units, spread(amounts["residents"], [1] * len(units))), 1):
    rows.append([f"TXR{number:05d}", yuan(amount), f"2021-04-{6 + number % 20:02d}", "个人出资", unit])
for place, (source, label) in enumerate(
    [("original-owner", "原产权单位出资"), ("utility-operator", "管线经营单位出资"), ("social-capital", "社会资本")], 1):
    if source in amounts:
        rows.append([f"TXO{place:05d}", yuan(amounts[source]), "2021-04-27", label, ""])
with open(os.path.join(here, "deposits.csv"), "w", encoding="utf-8", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["流水号", "金额", "到账日期", "资金来源", "房屋"])
    table.writerows(rows)
