# SPDX-License-Identifier: GPL-3.0-or-later
"""feeds.py FOLDER PRODUCTS VARIANTS_EACH BRANCHES: feeds of a made-up chain, as `madaf-central import` reads them."""

import pathlib
import random
import sys

folder = pathlib.Path(sys.argv[1])
products, variants, branches = map(int, sys.argv[2:5])
random.seed(1)
nouns = [("shirt", "חולצה"), ("trousers", "מכנסיים"), ("dress", "שמלה"), ("sweater", "סוודר"), ("bag", "תיק")]
materials = [("linen", "פשתן"), ("cotton", "כותנה"), ("wool", "צמר"), ("leather", "עור"), ("silk", "משי")]
sizes = ["XS", "S", "M", "L", "XL", "XXL", "3XL"]


def with_check_digit(twelve):
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return twelve + str(-total % 10)


def rows():
    for product in range(products):
        noun, material = random.choice(nouns), random.choice(materials)
        name = f"{random.choice('BDKLMNRST')}{random.choice('aeiou')}rin {product}"
        price = f"{random.randrange(20, 900)}.90 ILS"
        for variant in range(variants):
            number = product * variants + variant
            yield (f"v{number}", f"p{product}", f"{noun[1]} {material[1]} {name}", f"{material[0]} {noun[0]} {name}",
                   f"{material[0].capitalize()}, made to last.", price, with_check_digit(f"729{number:09d}"), "Navy",
                   sizes[variant % len(sizes)])


with open(folder / "products.tsv", "w", encoding="utf-8") as file:
    print("id", "item_group_id", "title:he", "title:en", "description", "price", "gtin", "color", "size", sep="\t",
          file=file)
    for row in rows():
        print(*row, sep="\t", file=file)

with open(folder / "inventory.tsv", "w", encoding="utf-8") as file:
    print("store_code", "id", "quantity", sep="\t", file=file)
    for number in range(products * variants):
        print(f"b{number % branches}", f"v{number}", random.randrange(1, 12), sep="\t", file=file)

with open(folder / "branches.tsv", "w", encoding="utf-8") as file:
    print("store_code", "name", "address", "city", "phone", "hours", sep="\t", file=file)
    for branch in range(branches):
        print(f"b{branch}", f"Branch {branch}", f"{branch} Herzl", "Haifa", "04-1234567", "Su-Th 09:00-21:00", sep="\t",
              file=file)
