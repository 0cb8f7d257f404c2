#!/usr/bin/env python3
"""Works out the sample's strategic plan again, from the YAML alone.

Usage: tools/figures/figures.py [FOLDER] [--today 2027-01-15] [--spind target/debug/spind]

Shares no code with the program. With --spind it compares each figure with what
`spind export --format json` says, and exits 1 where one differs. Needs PyYAML.
"""

import argparse
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

FOLD = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", " ": "_", "-": "_"})
CLOSED = {"gennemført", "bortfaldet", "udskudt"}
# The statuses of a line, the furthest first.
ORDER = ["i gang", "tilmeldt", "aftalt", "foreslået", "udskudt", "gennemført"]


def fold(text):
    return str(text).strip().lower().translate(FOLD)


def amount(value):
    """A Danish number: 1.500 is fifteen hundred."""
    if isinstance(value, float) and round(value, 3) * 1000 == value * 1000:
        return value * 1000 if value < 100 else value
    return float(value or 0)


def yes(value):
    return value in ("ja", "yes", True)


def levels(value):
    if isinstance(value, dict):
        now = int(value["nu"])
        return now, int(value.get("oensket", now)), value.get("vigtighed")
    parts = [int(part) for part in str(value).split(" til ")]
    return parts[0], parts[-1], None


def folded(node):
    """All keys in one spelling: files may write `oensket` for `ønsket`."""
    if isinstance(node, dict):
        return {fold(key): folded(value) for key, value in node.items()}
    return [folded(item) for item in node] if isinstance(node, list) else node


def read(folder):
    load = lambda path: folded(yaml.safe_load(path.read_text()))
    own = {"afdeling.yaml", "rollemodel.yaml", "kurser.yaml"}
    paths = sorted(path for path in folder.rglob("*.yaml") if path.name not in own)
    people = [load(path) for path in paths if not path.name.endswith(".leder.yaml")]
    people = [person for person in people if "profil" in person]
    return load(folder / "afdeling.yaml"), load(folder / "rollemodel.yaml"), load(folder / "kurser.yaml"), people


def progress(line, person):
    return line.get("status") or ("aftalt" if person.get("aftalt") else "foreslået")


def fit(course, now, wanted):
    """0 the whole way, 1 a part of it, 2 not known, 3 too advanced; None where it leads nowhere."""
    start, end = course.get("fra_niveau"), course.get("til_niveau")
    if end is not None and end <= now:
        return None
    if start is None and end is None:
        return 2
    if start is not None and start > now:
        return 3
    if end is None:
        return 2
    return 1 if end < wanted else 0


def work_out(folder, today):
    settings, model, catalogue, people = read(folder)
    areas = list(model["omraader"])
    towns = {fold(school["navn"]): school.get("sted") for school in settings["skoler"]}
    wishes = settings.get("foretraek", {})
    courses = {fold(course["nummer"]): course for course in catalogue["kurser"]}
    order = list(courses)
    covers = {key: {fold(area) for area in course["omraader"]} for key, course in courses.items()}
    by_area = {fold(area): {"people": 0, "levels": 0, "needed": 0, "now": [], "wanted": []} for area in areas}
    by_course = {}

    for person in people:
        filled = {fold(area): levels(value) for area, value in person["profil"].items() if value is not None}
        for area, (now, wanted, _) in filled.items():
            by_area[area]["now"].append(now)
            by_area[area]["wanted"].append(wanted)
        gaps = [(area, *filled[area]) for area in map(fold, areas) if area in filled and filled[area][1] > filled[area][0]]
        rank = {"nødvendig": 0, None: 1, "rar": 2}
        gaps.sort(key=lambda gap: (rank[gap[3]], gap[1] - gap[2]))
        lines = person.get("plan") or []
        taken = {}
        for line in lines:
            if "kursus" in line and progress(line, person) not in CLOSED:
                taken.setdefault(fold(line["kursus"]), []).append(progress(line, person))
        settled = {fold(course) for course in person.get("gennemfoerte_kurser") or []} - set(taken)
        settled |= {fold(line["kursus"]) for line in lines if "kursus" in line} - set(taken)
        suggested = []
        for area, now, wanted, priority in gaps:
            entry = by_area[area]
            entry["people"] += 1
            entry["levels"] += wanted - now
            entry["needed"] += priority == "nødvendig"

            def serves(line):
                if "omraade" in line:
                    return fold(line["omraade"]) == area
                return "kursus" in line and area in covers[fold(line["kursus"])]

            own = [line for line in lines if serves(line) and progress(line, person) != "bortfaldet"]
            own = [line for line in own if {"kursus", "form", "aktivitet", "hos"} & set(line)]
            if own:
                continue

            def key(course):
                data = courses[course]
                others = [g for g in gaps if g[0] != area and g[0] in covers[course] and fit(data, g[1], g[2]) is not None]
                sessions = data.get("hold") or []
                town = towns[fold(person["skole"])]
                met = yes(wishes.get("halvdage")) and any(yes(s.get("halvdage")) for s in sessions)
                met += yes(wishes.get("naerhed")) and any(s.get("sted") == town for s in sessions)
                return fit(data, now, wanted), -len(others), -met, order.index(course)

            possible = [course for course in order if area in covers[course] and course not in settled]
            possible = [course for course in possible if fit(courses[course], now, wanted) is not None]
            possible = [c for c in possible if not courses[c].get("udloeber") or courses[c]["udloeber"] >= today]
            possible.sort(key=key)
            reused = [course for course in possible if course in taken or course in suggested]
            if possible and not reused:
                suggested.append(possible[0])
        for course, far in taken.items():
            commitment = "wished" if min(ORDER.index(p) for p in far) == 3 else "bound"
            by_course.setdefault(course, []).append(commitment)
        for course in suggested:
            by_course.setdefault(course, []).append("possible")
    return areas, model, courses, by_area, by_course


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="profiles", type=pathlib.Path)
    parser.add_argument("--today", default="2027-01-15", type=datetime.date.fromisoformat)
    parser.add_argument("--spind")
    args = parser.parse_args()
    areas, model, courses, by_area, by_course = work_out(args.folder, args.today)
    told = None
    if args.spind:
        with tempfile.TemporaryDirectory() as out:
            file = pathlib.Path(out) / "all.json"
            command = [args.spind, "export", args.folder, "--format", "json", "-o", file, "--today", str(args.today)]
            subprocess.run(command, check=True)
            told = json.loads(file.read_text())
    faults = []

    def compare(what, ours, theirs):
        if ours != theirs:
            faults.append(f"{what}: {ours} here, {theirs} there")

    for area in areas:
        figures = by_area[fold(area)]
        name = model["omraader"][area]["navn"]
        now, wanted = sum(figures["now"]), sum(figures["wanted"])
        print(f"{name}: {figures['people']}, {figures['levels']}, {figures['needed']}; {now}/{len(figures['now'])}, {wanted}/{len(figures['wanted'])}")
        if told:
            row = next(row for row in told["areas"] if row["area"] == name)
            compare(name, [figures["people"], figures["levels"], figures["needed"]], [row["with_gap"], row["levels"], row["needed"]])
    total = {"bound": 0, "wished": 0, "possible": 0}
    for key, course in courses.items():
        takers = by_course.get(key, [])
        price = max(amount(course.get("pris")) - amount(course.get("tilskud")), 0)
        counts = {commitment: takers.count(commitment) for commitment in total}
        for commitment, count in counts.items():
            total[commitment] += price * count
        if takers:
            print(f"{course['nummer']}: {len(takers)} ({counts['bound']} bound, {counts['wished']} wished, {counts['possible']} possible), {price * len(takers):g} kr.")
        if told:
            row = next(row for row in told["courses"] if fold(row["number"]) == key)
            compare(course["nummer"], [len(takers), *counts.values()], [row["people"], row["bound"], row["wished"], row["possible"]])
            if row["all_cost"] is not None:
                compare(f"{course['nummer']} kr.", price * len(takers), float(row["all_cost"]))
    print("  ".join(f"{commitment} {kroner:g}" for commitment, kroner in total.items()))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
