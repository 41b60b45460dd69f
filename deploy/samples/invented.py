"""What the samples of all cities have in common: people who do not exist, and tables as clerks bring them."""
import contextlib
import csv
import os
import random

ROLL = ["单元编号", "幢号", "房号", "专有面积", "面积依据", "用途", "业主编号", "业主姓名", "身份证号", "联系电话", "未售", "计户"]
BALLOTS = ["票号", "单元编号", "签字人编号", "意见", "方式", "签署日期"]
DEPOSITS = ["流水号", "到账日期", "金额", "单元编号", "来源"]
BUILDINGS = ["幢号", "建成年份", "梯数", "户数", "规划许可面积", "产权登记面积"]


def decimal(hundredths):
    """Fen as yuan, hundredths of a square metre as square metres."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def identity_number():
    """The division 999999 does not exist, so the number is nobody's; its check digit is right (GB 11643)."""
    birth = f"19{random.randrange(40, 90)}{random.randrange(1, 13):02d}{random.randrange(1, 29):02d}"
    number = f"999999{birth}{random.randrange(1000):03d}"
    return number + "10X98765432"[sum(int(d) * (2 ** (17 - i) % 11) for i, d in enumerate(number)) % 11]


class People(dict):
    """Owners by their ids, each with a name drawn from lists, a number and a telephone."""

    def __init__(self, prefix, phone, surnames, given, first=1):
        super().__init__()
        self.prefix, self.phone, self.surnames, self.given, self.first = prefix, phone, surnames, given, first

    def another(self):
        """Invents one more and gives the id."""
        place = len(self) + 1
        number = identity_number()
        name = random.choice(self.surnames) + random.choice(self.given)
        key = f"{self.prefix}{place:05d}"
        self[key] = (name, number, f"{self.phone}{place - 1 + self.first:04d}")
        return key


class Folder:
    """The folder of a city's samples."""

    def __init__(self, script):
        self.path = os.path.dirname(os.path.abspath(script))

    def file(self, name):
        return os.path.join(self.path, name)

    @contextlib.contextmanager
    def rows(self, name, header, encoding="utf-8"):
        """A table to write rows to."""
        with open(self.file(name), "w", newline="", encoding=encoding) as file:
            out = csv.writer(file)
            out.writerow(header)
            yield out

    def table(self, name, header, rows, encoding="utf-8"):
        with self.rows(name, header, encoding) as out:
            out.writerows(rows)
