# SPDX-License-Identifier: GPL-3.0-or-later
"""Many who spend the same money at once: few coupons, few points, a few gift cards, by the members of one shop whose
central is killed in the middle. Everybody has a twin who does the same under the same keys at the same time; of some
requests the answer is lost, and they are sent again until they are answered. For test_spending.py."""

import http.client
import random
import signal
import threading

PATIENCE = 30
PAIRS = 6
MEMBERS = 3
POINTS = 20
VALUE = 9000
CARDS = (7000, 7000, 4000)
CODES = ("ONE", "TWO", "THREE")
USES_OF_CODE = 2
FEW = 3      # uses of one coupon in all
OWN = 1      # uses of another by each member
LOADS = 8    # what the operator adds meanwhile
LOAD = 5     # points
STANDING = 6 # orders of one buyer, at most, so that there is something to be had for all the race


class Shop:
    """What there is to be had, and who may have it."""

    def __init__(self, central):
        self.central = central
        self.kiosk = central.enrol("tlv", "kiosk")
        self.phones = [f"+9725012349{n:02}" for n in range(MEMBERS)]
        self.members = [central.sign_in(self.kiosk["device_id"], phone, "Dana") for phone in self.phones]
        self.numbers = ["M" + phone[-10:] for phone in self.phones]
        with central.stopped() as database:
            database.execute("UPDATE stock SET on_hand = CASE variant_id WHEN 'bag-1' THEN 1000000 ELSE 1 END"
                             " WHERE variant_id IN ('bag-1', 'shirt-navy-m')")
        self.bring_in()

    def tell(self, method, target, body):
        answer = self.central.ask(method, target, body, control=True)
        assert answer.status < 300, answer.body
        return answer

    def bring_in(self):
        self.tell("PUT", "/v1/reward-rule", {"earn_per": 1000, "point_value": 50})
        for coupon in ({"id": "few", "percent": 1000, "codes": ["FEW"], "total_limit": FEW},
                       {"id": "code", "amount": 500, "codes": CODES, "uses_of_code": USES_OF_CODE},
                       {"id": "own", "amount": 1000, "per_member": OWN, "member_numbers": self.numbers}):
            self.tell("POST", "/v1/coupons", {"title": {"en": "Off"}, "stackable": True, **coupon})
        for number in self.numbers:
            self.load("points-" + number, number, "points", POINTS)
            self.load("value-" + number, number, "stored_value", VALUE)
        self.cards = [self.tell("POST", "/v1/gift-cards", {"id": f"card-{n}", "amount": amount}).json["code"]
                      for n, amount in enumerate(CARDS)]

    def load(self, name, number, of, amount):
        return self.tell("POST", "/v1/wallet-entries", {"id": name, "member_number": number, "of": of, "amount": amount})


class Race:
    """Everybody at once, and the central killed so many times, evenly over the race but for chance."""

    def __init__(self, shop, seed, deals, kills):
        self.shop = shop
        self.seed = seed
        self.answered = 0
        self.progress = threading.Condition()
        self.serving = threading.Event()
        self.serving.set()
        self.errors = []
        self.buyers = [Buyer(self, pair, twin, deals) for pair in range(PAIRS) for twin in range(2)]
        self.operators = [Operator(self, "operator", twin) for twin in range(2)]
        self.kills_left = kills
        self.step = PAIRS * 2 * deals // (kills + 1)

    def run(self):
        threads = [threading.Thread(target=self.guard, args=(one.run,)) for one in self.buyers + self.operators]
        for thread in threads:
            thread.start()
        killer = threading.Thread(target=self.guard, args=(self.kill,))
        killer.start()
        for thread in threads + [killer]:
            thread.join()

    def guard(self, run):
        try:
            run()
        except Exception as error:  # whatever it is, the race is lost, and the others are not to wait for ever
            self.errors.append(repr(error))
            raise

    def kill(self):
        dice = random.Random(f"{self.seed} killer")
        aim = 0
        while self.kills_left > 0 and not self.errors:
            aim += dice.randint(self.step // 2, self.step)
            with self.progress:
                if not self.progress.wait_for(lambda: self.answered >= aim or self.errors, PATIENCE):
                    raise TimeoutError(f"{self.answered} answers, {aim} waited for")
            self.serving.clear()
            self.shop.central.stop(signal.SIGKILL)
            self.shop.central.start()
            self.serving.set()
            self.kills_left -= 1

    def count(self):
        with self.progress:
            self.answered += 1
            self.progress.notify_all()


class Twin:
    """Who asks until they are answered. The dice of twins fall the same, but for what gets lost on the way."""

    def __init__(self, race, name, twin):
        self.race = race
        self.central = race.shop.central
        self.name = name
        self.twin = twin
        self.dice = random.Random(f"{race.seed} {name}")
        self.weather = random.Random(f"{race.seed} {name} {twin}")

    def insist(self, method, target, body=None, token=None, key=None, control=False):
        headers = {"Idempotency-Key": key} if key else None
        while True:
            if not self.race.serving.wait(PATIENCE):
                raise TimeoutError("the central did not come back")
            lost = self.weather.random() < 0.2
            try:
                answer = self.central.ask(method, target, body, token, headers, control, lost)
            except (OSError, http.client.HTTPException):
                continue  # it was killed
            if not lost and answer.status != 503:
                self.race.count()
                return answer


class Operator(Twin):
    """Gives members points meanwhile."""

    def run(self):
        for n in range(LOADS):
            self.insist("POST", "/v1/wallet-entries",
                        {"id": f"load-{n}", "member_number": self.dice.choice(self.race.shop.numbers), "of": "points",
                         "amount": LOAD}, control=True)


class Buyer(Twin):
    """Places orders with whatever takes off the price or pays it, and cancels some of them."""

    def __init__(self, race, pair, twin, deals):
        super().__init__(race, f"buyer-{pair:04}", twin)
        self.deals = deals
        self.answers = []   # (status, body) of each deal, the same for twins
        self.standing = []  # ids
        self.cancelled = []

    def run(self):
        for n in range(self.deals):
            self.deal(f"{self.name}-{n:06}")

    def deal(self, key):
        member = self.dice.randrange(MEMBERS) if self.dice.random() < 0.8 else None
        token = self.race.shop.kiosk["token"] if member is None else self.race.shop.members[member]
        answer = self.insist("POST", "/v1/orders", self.draft(member), token, key)
        self.answers.append((answer.status, answer.body))
        assert answer.status in (201, 409), answer.body
        if answer.status == 201:
            self.standing.append(answer.json["id"])
        if self.standing and (self.dice.random() < 0.5 or len(self.standing) > STANDING):
            self.cancel(key)

    def draft(self, member):
        dice = self.dice
        lines = [line("bag-1", dice.randint(1, 3), "tlv")]
        if dice.random() < 0.2:
            lines.append(line("shirt-navy-m", 1, dice.choice(("tlv", "haifa"))))
        tender = {"coupons": [{"code": "few"}] * (dice.random() < 0.2)
                  + [{"code": dice.choice(CODES)}] * (dice.random() < 0.2),
                  "gift_cards": dice.sample(self.race.shop.cards, dice.choice((0, 0, 0, 1, 2)))}
        if member is not None:
            tender["coupons"] += [{"coupon_id": "own"}] * (dice.random() < 0.2)
            tender["points"] = dice.choice((0, 5, 20, 40))
            tender["stored_value"] = dice.random() < 0.4
        # Whose phone it is says nothing of whose points they are.
        return {"lines": lines, "contact": {"name": "Dana", "phone": dice.choice(self.race.shop.phones)},
                "payment": "on_collection", "language": "he", **{name: value for name, value in tender.items() if value}}

    def cancel(self, key):
        """One of those that stand; under a key of the twin's own, or under the same."""
        name = self.standing.pop(self.dice.randrange(len(self.standing)))
        own = f"-{self.twin}" if self.dice.random() < 0.5 else ""
        answer = self.insist("POST", f"/v1/orders/{name}/cancel", None, self.race.shop.kiosk["token"], f"{key}-cancel{own}")
        assert answer.status == 200 and answer.json["state"] == "cancelled", answer.body
        self.cancelled.append(name)


def line(variant, quantity, branch):
    return {"variant_id": variant, "quantity": quantity, "fulfilment": {"kind": "collect", "branch_id": branch}}
