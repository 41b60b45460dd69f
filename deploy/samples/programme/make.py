#!/usr/bin/env python3
"""Makes communities.json: 24 invented communities of the size of Tiexi's 2021 plan, the same on every run.

The plan names 24 communities, 146 buildings, 9,120 households and 721,000 square metres; how they divide is drawn here.
Names, figures and incidents are invented and are about nobody. Money is in fen and areas in hundredths of a square metre until
they are written. Run it again after a change and commit what it writes.
"""
import json
import os
import random

here = os.path.dirname(os.path.abspath(__file__))

COMMUNITIES, BUILDINGS, HOUSEHOLDS, AREA = 24, 146, 9120, 721_000_00

# The catalogue's items with the yuan per square metre that they cost here; the first ones are always chosen.
MENU = [
    ("T1.1", "roof-leak", 38), ("T1.4", "corridor-walls", 21), ("T1.5", "corridor-lights", 6), ("T1.7", "entry-doors", 14),
    ("T2.1", "road", 42), ("T2.3", "pipelines-and-meters", 64), ("T2.4", "sewer-separation", 35), ("T2.11", "outdoor-lighting", 7),
    ("T4.1", "illegal-structures", 5), ("T4.5", "greening", 16),
    ("T1.2", "stair-handrails", 9), ("T1.3", "stair-treads", 8), ("T2.6", "fire-facilities", 12), ("T2.7", "ev-charging", 6),
    ("T2.9", "bicycle-sheds", 7), ("T2.10", "surface-parking", 11), ("T2.12", "waste-sorting", 4), ("T3.3", "cleared-land", 13),
    ("T3.5", "bike-racks", 2), ("T3.6", "pedestrian-access", 5), ("T3.7", "security-cameras", 8), ("T4.2", "kitchen-fumes", 3),
]
ALWAYS = 10

# What goes wrong on the way, community by community; the rules refuse it and the office does it in order.
INCIDENTS = [
    "review-returned", "detailed-first", "signs-before-review", "notice-unsigned", "other-version", "tender-early",
    "starts-before-demolition", "starts-early", "party-missing", "reward-early",
]
NAMES = "福安 新华 工农 晨光 建设 光明 松柏 春晖 金桥 彩虹 兴盛 长虹 安康 友谊 向阳 幸福 和平 团结 胜利 康平 昌盛 长青 民主 永安".split()
STREETS = ["样例一街道", "样例二街道", "样例三街道", "样例四街道", "样例五街道"]


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def spread(total, weights):
    """Divides a whole number by weights so that the parts sum to it exactly: largest remainders, ties in order."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return parts


def community(number, name, street, buildings, pilot, incidents, through, draw):
    """One community; `buildings` are (households, area) pairs."""
    area = sum(b[1] for b in buildings)
    chosen = MENU[:ALWAYS] + [item for item in MENU[ALWAYS:] if draw.random() < 0.5]
    # Areas are hundredths of a square metre and rates whole yuan, so their product is fen.
    lines = [
        {"code": code, "key": key, "engineeringCost": yuan(area * rate * draw.randrange(94, 107) // 100)}
        for code, key, rate in chosen
    ]
    works = sum(int(line["engineeringCost"].replace(".", "")) for line in lines)
    other, contingency = works * 7 // 100, works * 3 // 100
    # Finance takes two to four per cent off the plan's figure.
    budget = (works + other + contingency) * draw.randrange(960, 981) // 1000
    shares = [("central", 42), ("provincial", 14), ("city", 6), ("district", 21), ("residents", 5), ("utility-operator", 8)]
    shares += [("original-owner", 3)] if number % 3 == 0 else []
    shares += [("social-capital", 2)] if number % 4 == 1 else []
    amounts = spread(budget, [share for _, share in shares])
    return {
        "name": f"{name}小区（样例）", "address": f"{street}样例路{number * 3 + 2}号", "subdistrict": street, "residentsCommittee": f"{name}社区",
        "isPilot": pilot,
        "buildings": [
            {
                "building": f"b-{place}", "completionYear": 1978 + draw.randrange(0, 20), "stairwells": max(1, round(households / 14)),
                "households": households, "floorArea": yuan(area),
            }
            for place, (households, area) in enumerate(buildings, 1)
        ],
        "lines": lines, "other": yuan(other), "contingency": yuan(contingency),
        "budget": yuan(budget),
        "sources": [{"source": name, "amount": yuan(amount)} for (name, _), amount in zip(shares, amounts)],
        "contract": yuan(works * 95 // 100), "accounts": yuan(budget * draw.randrange(975, 1000) // 1000),
        "structures": draw.randrange(0, 9), "members": 0 if number % 2 else 5, "representatives": 4 + number % 5 if number % 2 else 0,
        "incidents": incidents, "through": through,
    }


def programme():
    draw = random.Random(2021)
    blocks = spread(BUILDINGS, [draw.randrange(70, 131) for _ in range(COMMUNITIES)])
    weights = [draw.randrange(45, 86) for _ in range(sum(blocks))]
    households = spread(HOUSEHOLDS, weights)
    areas = spread(AREA, [count * draw.randrange(7000, 8900) for count in households])
    found, first = [], 0
    for number in range(1, COMMUNITIES + 1):
        count = blocks[number - 1]
        own = list(zip(households, areas))[first : first + count]
        first += count
        incidents = sorted({INCIDENTS[(number * 3) % len(INCIDENTS)], INCIDENTS[(number * 7 + 1) % len(INCIDENTS)]})
        # One waits for the removal of a structure, one is still under construction; the others come to the end.
        through = {9: "demolition", 17: "construction"}.get(number, "handed-over")
        found.append(
            community(number, NAMES[number - 1], STREETS[number % len(STREETS)], own, number % 6 == 1, incidents, through, draw))
    return found


def main():
    found = programme()
    buildings = [b for c in found for b in c["buildings"]]
    assert len(found) == COMMUNITIES and len(buildings) == BUILDINGS
    assert sum(b["households"] for b in buildings) == HOUSEHOLDS
    assert sum(int(b["floorArea"].replace(".", "")) for b in buildings) == AREA
    with open(os.path.join(here, "communities.json"), "w", encoding="utf-8") as file:
        json.dump(found, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
